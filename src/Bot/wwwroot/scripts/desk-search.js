import { announce, byId, debounce, el, replace } from './dom.js';
import { get } from './api.js';
import { highlight } from './highlight.js';
import { badge } from './validity.js';

/** Search as one types; arrows choose, Enter opens, Escape clears. */
export class DeskSearch {
  constructor({ clauses, asOf, open }) {
    this.clauses = clauses;
    this.asOf = asOf;
    this.open = open;
    this.input = byId('search');
    this.list = byId('results');
    this.hits = [];
    this.chosen = -1;
    this.kept = new Map();
    this.later = debounce(() => this.run(), 160);
    this.input.addEventListener('input', event => { if (!event.isComposing) this.later(); });
    this.input.addEventListener('compositionend', () => this.later());
    this.input.addEventListener('keydown', event => this.key(event));
    this.list.addEventListener('click', event => { const row = event.target.closest('[role=option]'); if (row) this.pick(Number(row.dataset.index), true); });
    for (const id of ['of-document', 'of-department', 'in-force-only']) byId(id).addEventListener('change', () => this.show());
  }

  async run() {
    const query = this.input.value.trim();
    if (!query) {
      this.found = null;
      this.show();
      return;
    }
    this.query = query;
    try {
      if (!this.kept.has(query)) this.kept.set(query, (await get(`/api/clauses?top=12&q=${encodeURIComponent(query)}`)).hits);
      if (this.query !== query) return;
      this.found = this.kept.get(query);
      this.show();
    } catch (fault) {
      if (fault.retryAfter) setTimeout(() => this.run(), fault.retryAfter * 1000);
      replace(byId('search-note'), el('span', { class: 'error', text: fault.message }));
    }
  }

  /** The hits that the filters let through; every clause of a department where nothing is searched. */
  filtered() {
    const [document, department, inForce] = [byId('of-document').value, byId('of-department').value, byId('in-force-only').checked];
    const clauses = this.clauses();
    const all = this.found ?? (document || department || inForce ? [...clauses.values()].map(clause => ({ clause: clause.clause, document: clause.document, heading: clause.heading, snippet: clause.text.slice(0, 60) })) : []);
    return all.filter(hit => {
      const clause = clauses.get(hit.clause);
      return (!document || hit.document === document) && (!department || clause?.responsible.includes(department)) && (!inForce || clause?.validity.status === 'in-force');
    });
  }

  show() {
    const clauses = this.clauses();
    this.hits = this.filtered();
    this.chosen = this.hits.length > 0 ? 0 : -1;
    replace(this.list, this.hits.map((hit, index) => el('li', { role: 'option', id: `hit-${index}`, 'data-index': index, 'aria-selected': 'false' },
      el('span', { class: 'hit-head' }, el('b', {}, highlight(hit.heading, this.query ?? '')), badge(clauses.get(hit.clause)?.validity)),
      el('span', { class: 'snippet' }, highlight(hit.snippet, this.query ?? '')))));
    this.input.setAttribute('aria-expanded', String(this.hits.length > 0));
    const text = this.input.value.trim() === '' && this.hits.length === 0 ? '输入几个字即可；↑ ↓ 选择，回车打开，Esc 清空，随时按 / 回到这里。' : this.hits.length > 0 ? `${this.hits.length} 条` : '没有找到，换个说法试试。';
    replace(byId('search-note'), text);
    announce(text);
    this.pick(this.chosen, false);
  }

  pick(index, open) {
    this.chosen = index;
    for (const row of this.list.children) row.setAttribute('aria-selected', String(Number(row.dataset.index) === index));
    const row = this.list.children[index];
    if (row) this.input.setAttribute('aria-activedescendant', row.id);
    else this.input.removeAttribute('aria-activedescendant');
    // The list alone scrolls.
    if (row && (row.offsetTop < this.list.scrollTop || row.offsetTop + row.offsetHeight > this.list.scrollTop + this.list.clientHeight)) this.list.scrollTop = row.offsetTop - 8;
    if (row && open) this.open(this.hits[index]);
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.hits.length > 0) {
      event.preventDefault();
      this.pick((this.chosen + step + this.hits.length) % this.hits.length, false);
    } else if (event.key === 'Enter' && this.chosen >= 0) {
      event.preventDefault();
      this.pick(this.chosen, true);
    } else if (event.key === 'Escape') {
      this.input.value = '';
      this.query = '';
      this.run();
    }
  }
}
