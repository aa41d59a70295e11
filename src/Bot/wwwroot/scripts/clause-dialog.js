import { announce, copyButton, el, replace } from './dom.js';
import { clause, get } from './api.js';
import { banner } from './validity.js';

let dialog;

function shell() {
  if (dialog) return dialog;
  dialog = el('dialog', { class: 'sheet', 'aria-labelledby': 'clause-heading' });
  // A tap beside the sheet closes it, as people expect on a phone.
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  return dialog;
}

const close = () => el('button', { type: 'button', class: 'close', 'aria-label': '关闭', onclick: () => dialog.close() }, el('span', { 'aria-hidden': 'true', text: '×' }));

/** The text with the quoted words marked where they stand; quotes that overlap are marked as one. */
export function marked(text, quotes) {
  const spans = quotes.filter(Boolean).map(quote => [text.indexOf(quote), quote.length]).filter(([start]) => start >= 0)
    .map(([start, length]) => [start, start + length]).sort((one, other) => one[0] - other[0]);
  const nodes = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    nodes.push(text.slice(at, from), el('mark', { text: text.slice(from, end) }));
    at = end;
  }
  nodes.push(text.slice(at));
  return nodes.filter(node => node !== '');
}

const DOCUMENTS = new Map();

async function titleOf(id) {
  if (DOCUMENTS.size === 0) {
    for (const found of (await get('/api/documents')).documents) DOCUMENTS.set(found.document, found.number ?? found.title);
  }
  return DOCUMENTS.get(id) ?? id;
}

/** Opens a clause whole, with the quoted words marked and in view. */
export async function openClause(id, quotes = [], asOf) {
  const sheet = shell();
  replace(sheet, el('header', {}, el('h2', { id: 'clause-heading', text: '正在打开条款…' }), close()));
  if (!sheet.open) sheet.showModal();
  try {
    const [found, title] = await Promise.all([clause(id, asOf), titleOf(id.split('/')[0])]);
    const body = el('p', { class: 'clause-text' }, marked(found.text, quotes));
    replace(sheet,
      el('header', {}, el('div', {}, el('p', { class: 'source', text: title }), el('h2', { id: 'clause-heading', text: found.heading })), close()),
      el('div', { class: 'sheet-body', tabindex: '0', role: 'region', 'aria-label': '条款原文' },
        banner(found.validity),
        body,
        found.responsible.length > 0 && el('p', { class: 'whom' }, el('b', { text: '责任单位：' }), found.responsible.join('、'))),
      el('footer', {}, copyButton('复制原文', `${found.text}\n——${title} ${found.heading}`), el('button', { type: 'button', class: 'quiet', text: '关闭', onclick: () => dialog.close() })));
    sheet.querySelector('mark')?.scrollIntoView({ block: 'center' });
    announce(`已打开 ${found.heading}`);
  } catch (fault) {
    replace(sheet, el('header', {}, el('h2', { id: 'clause-heading', text: '没能打开条款' }), close()), el('p', { class: 'note error', text: fault.message }));
  }
}
