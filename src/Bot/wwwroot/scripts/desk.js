import { byId, el, replace } from './dom.js';
import { get } from './api.js';
import { tabs } from './tabs.js';
import { Reader } from './reader.js';
import { DeskSearch } from './desk-search.js';
import { locating } from './desk-locate.js';
import { answering } from './desk-answer.js';
import { showSession } from './session.js';

let documents = new Map();
let clauses = new Map();
const asOf = () => byId('as-of').value || undefined;
const reader = new Reader(byId('outline'), byId('text'), shown => {
  for (const button of byId('documents').children) button.setAttribute('aria-pressed', String(button.dataset.document === shown.document));
});
const choose = tabs(byId('tabs'));

async function load() {
  const list = (await get('/api/documents')).documents;
  const whole = await Promise.all(list.map(one => get(`/api/documents/${one.document}`, { asOf: asOf() })));
  for (const one of whole) for (const clause of one.clauses) Object.assign(clause, { document: one.document, validity: one.validity });
  documents = new Map(whole.map(one => [one.document, one]));
  clauses = new Map(whole.flatMap(one => one.clauses).map(clause => [clause.clause, clause]));
}

function options(select, first, values) {
  const chosen = select.value;
  replace(select, el('option', { value: '', text: first }), values.map(([value, text]) => el('option', { value, text })));
  select.value = chosen;
}

function fillFilters() {
  options(byId('of-document'), '全部文件', [...documents.values()].map(one => [one.document, one.number ?? one.title]));
  const departments = [...new Set([...clauses.values()].flatMap(clause => clause.responsible))].sort((one, other) => one.localeCompare(other, 'zh-CN'));
  options(byId('of-department'), '全部责任单位', departments.map(name => [name, name]));
}

function open(hit, quotes = []) {
  choose('tab-search');
  reader.show(documents.get(hit.document), hit.clause, quotes.length > 0 ? quotes : [hit.snippet].filter(Boolean));
}

async function start() {
  await load();
  fillFilters();
  const search = new DeskSearch({ clauses: () => clauses, asOf, open });
  search.show();
  locating({ open });
  answering({ asOf });
  replace(byId('documents'), [...documents.values()].map(one => el('button', { type: 'button', 'data-document': one.document, 'aria-pressed': 'false', text: one.number ?? one.title, onclick: () => reader.show(documents.get(one.document)) })));
  reader.show([...documents.values()].at(-1));
  byId('as-of').addEventListener('change', async () => {
    await load();
    search.show();
    reader.show(documents.get(reader.shown.document));
  });
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    choose('tab-search');
    byId('search').focus();
    byId('search').select();
  });
  if (matchMedia('(min-width: 900px)').matches) byId('search').focus({ preventScroll: true });
  document.documentElement.dataset.ready = 'desk';
}

showSession();
start().catch(fault => replace(byId('text'), el('div', { class: 'note error', role: 'alert' }, el('p', { text: fault.message }), el('button', { type: 'button', text: '重试', onclick: () => location.reload() }))));
