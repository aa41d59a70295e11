import { byId, copyButton, el, replace } from './dom.js';
import { badge, banner } from './validity.js';
import { marked } from './clause-dialog.js';

/** A whole document with its outline beside it. */
export class Reader {
  /** @param changed is told which document is shown. */
  constructor(outline, text, changed) {
    this.changed = changed;
    this.outline = outline;
    this.text = text;
    this.shown = null;
  }

  /** Shows a document; quotes of one clause are marked, and that clause is brought into view. */
  show(document, clauseId, quotes = []) {
    if (this.shown !== document || quotes.length > 0 || this.wasMarked) {
      replace(this.text,
        el('header', {}, el('h2', { text: document.title }), el('p', { class: 'source', text: [document.number, document.issuer, `${document.issued} 印发`].filter(Boolean).join(' · ') }), banner(document.validity)),
        document.clauses.map(clause => this.clause(clause, clause.clause === clauseId ? quotes : [], document)));
      replace(this.outline, el('p', { class: 'part-title', text: '目录' }), el('ol', {}, document.clauses.map(clause => el('li', {}, el('a', { href: `#${anchor(clause.clause)}`, 'data-clause': clause.clause, onclick: event => { event.preventDefault(); this.go(clause.clause); } }, clause.heading)))));
      this.shown = document;
      this.changed(document);
      this.wasMarked = quotes.length > 0;
    }
    if (clauseId) this.go(clauseId);
  }

  clause(clause, quotes, document) {
    return el('section', { id: anchor(clause.clause), class: 'clause', tabindex: '-1', 'aria-label': clause.heading },
      el('h3', { text: clause.heading }),
      el('p', { class: 'clause-text' }, marked(clause.text, quotes)),
      el('div', { class: 'tools' }, el('span', { class: 'source', text: clause.clause }), badge(clause.validity), copyButton('复制', `${clause.text}\n——${document.number ?? document.title} ${clause.heading}`)));
  }

  go(clauseId) {
    const section = byId(anchor(clauseId));
    if (!section) return;
    for (const link of this.outline.querySelectorAll('a')) {
      if (link.dataset.clause === clauseId) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    for (const other of this.text.querySelectorAll('.clause.current')) other.classList.remove('current');
    section.classList.add('current');
    section.focus({ preventScroll: true });
    this.reveal(section.querySelector('mark') ?? section, section.querySelector('mark') !== null);
  }

  // Beside its outline the text scrolls by itself, and the page stays where it is; on a phone the page scrolls.
  reveal(node, centred) {
    if (this.text.scrollHeight <= this.text.clientHeight + 1) {
      node.scrollIntoView({ block: centred ? 'center' : 'start' });
      return;
    }
    const top = node.getBoundingClientRect().top - this.text.getBoundingClientRect().top;
    this.text.scrollTop += top - (centred ? this.text.clientHeight / 3 : 12);
  }
}

const anchor = id => `c-${id.replace(/[^A-Za-z0-9]/g, '-')}`;
