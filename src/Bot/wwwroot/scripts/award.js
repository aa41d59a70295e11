import { el, svg } from './dom.js';
import { amount, grouped, parts } from './money.js';
import { openClause } from './clause-dialog.js';

/** A small link to the words that a line rests on. */
export const cite = (id, quote, asOf, label = '依据') =>
  el('button', { type: 'button', class: 'cite', text: label, 'aria-label': `查看依据：${quote}`, onclick: () => openClause(id, [quote], asOf) });

function figure(award) {
  if (award.places !== undefined) return el('p', { class: 'amount' }, el('span', { class: 'number', text: award.eligible ? award.places : 0 }), el('span', { class: 'unit', text: '个名额／年' }));
  const [number, unit] = parts(award.amount);
  const exact = unit === '元' ? null : el('span', { class: 'exact', text: `${grouped(award.amount)} 元` });
  // Whoever may apply is asked whether, not how much: nothing is paid by that answer.
  if (award.calculator === 'pilot-eligibility') return el('p', { class: 'verdict-line', text: award.eligible ? '符合可核算的申报条件' : '目前不符合申报条件' });
  if (!award.eligible) return el('p', { class: 'amount none' }, el('span', { class: 'number', text: '0' }), el('span', { class: 'unit', text: '元' }), el('span', { class: 'exact', text: '目前不符合条件' }));
  return el('p', { class: 'amount' }, award.isCeiling && el('span', { class: 'bound', text: '最高不超过' }), el('span', { class: 'number', text: number }), el('span', { class: 'unit', text: unit }), exact);
}

/** Who pays how much, as one bar whose parts are labelled in words too. */
function shares(award) {
  if (award.shares.length === 0) return null;
  const total = award.shares.reduce((sum, share) => sum + share.amount, 0) || 1;
  let x = 0;
  const bars = award.shares.map((share, index) => {
    const width = share.amount / total * 100;
    const bar = svg('rect', { class: `payer payer-${index}`, x, y: 0, width, height: 8 });
    x += width;
    return bar;
  });
  return el('div', { class: 'shares' },
    svg('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none', role: 'img', 'aria-label': award.shares.map(share => `${share.payer}${amount(share.amount)}`).join('，') }, bars),
    el('ul', {}, award.shares.map((share, index) => el('li', {}, el('span', { class: `dot payer-${index}`, 'aria-hidden': 'true' }), `${share.payer} ${amount(share.amount)}`))));
}

const section = (title, ...children) => el('section', { class: 'part' }, el('p', { class: 'part-title', text: title }), children);

/** One award: the figure, how it comes about, and everything that qualifies it. */
export function awardView(award, { title, asOf, note } = {}) {
  return el('div', { class: `award ${award.eligible ? 'met' : 'unmet'}` },
    title && el('p', { class: 'award-title', text: title }),
    figure(award),
    shares(award),
    note,
    award.unmet.length > 0 && section('还没有满足', el('ul', { class: 'unmet-list' }, award.unmet.map(item => el('li', {}, item.condition, ' ', cite(item.clause, item.quote, asOf))))),
    award.next && el('p', { class: 'next' }, el('b', { text: '下一步：' }), award.next.text),
    award.firstYearCeiling !== undefined && section('拨付安排', el('ul', {}, el('li', { text: `当年最多 ${amount(award.firstYearCeiling)}` }), el('li', { text: `其余 ${amount(award.remainder)} 视绩效评价` }))),
    award.steps.length > 0 && section('计算过程', el('ol', { class: 'steps' }, award.steps.map(step => el('li', {}, step.text, ' ', cite(step.clause, step.quote, asOf))))),
    award.readings && section('条文有不同理解', el('ul', {}, award.readings.map(reading => el('li', {}, `${reading.reading}：${amount(reading.amount)} `, cite(reading.clause, reading.quote, asOf))))),
    award.notStacked?.length > 0 && section('不再重复享受', el('ul', {}, award.notStacked.map(other => el('li', { text: `${other.name} ${amount(other.amount)}` })))),
    award.caveats.length > 0 && section('请注意', el('ul', { class: 'caveats' }, award.caveats.map(text => el('li', { text })))));
}
