import { copyButton, el } from './dom.js';
import { awardView } from './award.js';
import { banner } from './validity.js';
import { marked, openClause } from './clause-dialog.js';
import { readText } from './answer-text.js';
import { feedback } from './feedback.js';
import { handOver } from './handover.js';
import { revise } from './revise.js';

const quoted = answer => answer.citations.map(citation => citation.quote);

function paragraphs(answer) {
  const { paragraphs: found } = readText(answer);
  return found.map(item => Array.isArray(item)
    ? el('ul', { class: 'said' }, item.map(text => el('li', {}, marked(text, quoted(answer)))))
    : el('p', { class: 'said' }, answer.kind === 'award' ? item : marked(item, quoted(answer))));
}

function groupByClause(citations) {
  const groups = new Map();
  for (const citation of citations) groups.set(citation.clause, [...groups.get(citation.clause) ?? [], citation]);
  return [...groups.values()];
}

function citations(answer, asOf) {
  // One entry a clause; all its quotes are marked in it.
  const clauses = groupByClause(answer.citations);
  if (clauses.length === 0) return null;
  return el('section', { class: 'part citations' }, el('p', { class: 'part-title', text: '依据' }),
    el('ul', {}, clauses.map(([first, ...others]) => el('li', {},
      el('button', { type: 'button', class: 'citation', onclick: () => openClause(first.clause, [first, ...others].map(c => c.quote), asOf) },
        el('span', { class: 'where' }, el('b', { text: first.heading }), el('span', { class: 'source', text: first.document })),
        el('span', { class: 'quote', text: `「${first.quote}」` }))))));
}

/** The card that shows an answer. */
export function answerCard(answer, { titles = new Map(), asOf, question = '', ask, tools = true } = {}) {
  const { whom } = readText(answer);
  const alone = answer.awards.length === 1;
  return el('article', { class: `card answer ${answer.kind}`, 'data-answer': answer.answerId },
    paragraphs(answer),
    alone ? awardView(answer.awards[0], { asOf, note: banner(answer.validity) }) : [answer.awards.map(award => awardView(award, { title: titles.get(award.calculator)?.title, asOf })), banner(answer.validity)].flat(),
    citations(answer, asOf),
    whom.map(text => el('p', { class: 'whom' }, el('b', { text: '向谁确认：' }), text)),
    answer.generated && el('p', { class: 'hint', text: '以上文字由语言模型组织，数额和引文由程序核对。' }),
    answer.awards.length > 0 && revise(answer, titles, asOf),
    tools && el('div', { class: 'tools' },
      copyButton('复制', () => `${question ? `问：${question}\n` : ''}${answer.text}`),
      answer.kind !== 'smalltalk' && handOver(answer, question),
      feedback(answer.answerId)),
    ask && answer.suggestions.length > 0 && el('ul', { class: 'chips', 'aria-label': '接着问' },
      answer.suggestions.map(text => el('li', {}, el('button', { type: 'button', class: 'chip', text, onclick: () => ask(text) })))));
}
