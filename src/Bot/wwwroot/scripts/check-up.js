import { debounce, el, replace } from './dom.js';
import { post } from './api.js';
import { fields } from './schema.js';
import { inputForm } from './calculator-form.js';
import { awardView } from './award.js';
import { amount } from './money.js';
import { badge } from './validity.js';

/** Every input once, under the first award that asks for it; nothing is required, and what it only qualifies is left out until it applies. */
function groups(calculators) {
  const seen = new Set();
  return [...calculators.values()].map(calculator => ({
    calculator,
    inputs: fields(calculator.input).filter(field => !seen.has(field.name) && seen.add(field.name)).map(field => ({ ...field, required: false, plain: true })),
  })).filter(group => group.inputs.length > 0);
}

const labels = calculators => new Map([...calculators.values()].flatMap(one => fields(one.input)).map(field => [field.name, field.label]));

function entry(award, calculators, asOf) {
  return el('details', { class: 'card entry' },
    el('summary', {}, el('span', { class: 'entry-title', text: calculators.get(award.calculator)?.title ?? award.calculator }),
      el('span', { class: 'entry-amount', text: outcome(award) }), badge(award.validity)),
    awardView(award, { asOf }));
}

function outcome(award) {
  if (!award.eligible) return award.nearlyMet && award.unmet[0] ? award.unmet[0].condition.split('，').at(-1).replace('。', '') : '未满足';
  if (award.places !== undefined) return `${award.places}个名额`;
  if (award.calculator === 'pilot-eligibility') return '符合';
  return `${award.isCeiling ? '最高' : ''}${amount(award.amount)}`;
}

function part(title, kind, entries, empty) {
  return el('section', { class: `part ${kind}` }, el('h3', {}, title, el('span', { class: 'count', text: String(entries.length) })), entries.length > 0 ? entries : el('p', { class: 'hint', text: empty }));
}

/** One profile, checked against every award. */
export function checkUp(calculators, asOf) {
  const names = labels(calculators);
  const result = el('div', { class: 'result', role: 'region', 'aria-label': '体检结果', 'aria-live': 'polite' });
  const note = el('p', { class: 'hint', role: 'status' });
  const forms = [];
  const read = () => Object.assign({}, ...forms.map(form => form.read()));
  let latest = 0;

  function show(screening) {
    const met = screening.awards.filter(award => award.eligible);
    const near = screening.awards.filter(award => !award.eligible && award.nearlyMet);
    const missed = screening.awards.filter(award => !award.eligible && !award.nearlyMet);
    const list = awards => awards.map(award => entry(award, calculators, asOf));
    replace(result,
      el('div', { class: 'card total' }, el('p', { class: 'hint', text: '寻乌县各项可得金额相加' }), el('p', { class: 'amount' }, el('span', { class: 'number', text: amount(screening.total) })),
        screening.caveats.map(text => el('p', { class: 'hint', text }))),
      part('符合', 'met', list(met), '还没有。'),
      part('差一点', 'near', list(near), '没有只差一项的。'),
      part('未满足', 'missed', list(missed), '没有。'),
      part('还不能判断', 'open', screening.undecided.map(({ calculator, missing }) => el('p', { class: 'open-item' }, el('b', { text: calculators.get(calculator)?.title ?? calculator }), '　还缺：', missing.map((name, index) => [index > 0 && '、', el('button', { type: 'button', class: 'cite', text: names.get(name) ?? name, onclick: () => reveal(name) })]).flat())), '没有。'));
  }

  function reveal(name) {
    for (const form of forms) form.focus(name, true);
  }

  const run = debounce(async () => {
    const profile = read();
    const turn = ++latest;
    if (Object.keys(profile).length === 0) {
      replace(result, el('p', { class: 'card hint', text: '填写知道的情况即可，不知道的留空；填一项，结果就更新一次。' }));
      return;
    }
    try {
      const screening = await post('/api/screen', profile, { asOf });
      if (turn !== latest) return;
      for (const form of forms) form.fault({});
      note.textContent = '';
      show(screening);
    } catch (problem) {
      if (turn !== latest) return;
      for (const form of forms) form.fault(problem.errors ?? {});
      note.textContent = Object.keys(problem.errors ?? {}).length > 0 ? '请改正标出的内容。' : problem.message;
    }
  }, 400);

  const sections = groups(calculators).map(({ calculator, inputs }, index) => {
    const form = inputForm(inputs, {}, run);
    const details = el('details', { class: 'group', open: index < 3 }, el('summary', { text: calculator.title }), form.nodes);
    forms.push({ ...form, focus: name => { if (inputs.some(field => field.name === name)) { details.open = true; form.focus(name); } } });
    return details;
  });
  run();
  return [el('h2', { text: '政策体检', tabindex: '-1' }),
    el('p', { class: 'lead', text: '一份情况，核对两份文件里的全部奖励：哪些符合，哪些差一点，差多少。' }),
    el('div', { class: 'bench' }, el('form', { class: 'card inputs', novalidate: true, 'aria-label': '企业情况', onsubmit: event => { event.preventDefault(); run(); } }, sections, note), result)].flat();
}
