import { byId, debounce, el, fresh, replace } from './dom.js';
import { catalogue, clause, post } from './api.js';
import { calculatorForm } from './calculator-form.js';
import { awardView } from './award.js';
import { badge, banner } from './validity.js';
import { marked } from './clause-dialog.js';
import { fields } from './schema.js';
import { plot } from './plot.js';
import { checkUp } from './check-up.js';

const main = byId('work');
const menu = byId('menu');

function asOf() {
  return byId('as-of').value || undefined;
}

/** The clause beside the figure, with the words that the steps rest on. */
async function showClause(box, award, calculator) {
  const found = await clause(calculator.clause, asOf());
  const quotes = award ? [...award.steps, ...award.unmet].filter(item => item.clause === calculator.clause).map(item => item.quote) : [];
  replace(box, el('h3', { text: found.heading }), badge(found.validity), el('p', { class: 'clause-text' }, marked(found.text, quotes)),
    found.responsible.length > 0 && el('p', { class: 'whom' }, el('b', { text: '责任单位：' }), found.responsible.join('、')));
}

/** The inputs that an amount can be drawn over: money first. */
const axes = calculator => fields(calculator.input).filter(field => field.required && (field.property.type === 'number' || field.property.type === 'integer'))
  .sort((one, other) => (one.property.type === 'number' ? 0 : 1) - (other.property.type === 'number' ? 0 : 1));

function axisChoice(picture, choices, redraw) {
  if (choices.length < 2) return null;
  const id = fresh('axis');
  const select = el('select', { id, onchange: () => { picture.dataset.over = select.value; redraw(); } }, choices.map(field => el('option', { value: field.name, text: field.label })));
  return el('div', { class: 'axis-choice' }, el('label', { for: id, text: '横轴' }), select);
}

async function drawPlot(box, calculator, inputs, award, missing) {
  const over = box.dataset.over;
  if (!over || !missing?.every(field => field.name === over)) return replace(box);
  try {
    const curve = await post(`/api/calculators/${calculator.name}/curve?over=${over}`, inputs);
    const here = award && typeof inputs[over] === 'number' ? { value: inputs[over], amount: award.amount } : null;
    replace(box, plot(curve, here) ?? el('p', { class: 'hint', text: `在目前的条件下，金额不随${curve.label}变化。` }));
  } catch (problem) {
    replace(box, el('p', { class: 'note error', text: problem.message }));
  }
}

function showCalculator(calculator) {
  const result = el('div', { class: 'result', 'aria-live': 'polite', 'aria-label': '测算结果', role: 'region' });
  const picture = el('div', { class: 'picture' });
  const text = el('div', { class: 'card clause-beside' });
  const choices = axes(calculator);
  // Only a figure can be drawn; a yes or no has none.
  picture.dataset.over = calculator.name === 'pilot-eligibility' ? '' : choices[0]?.name ?? '';
  let last = [{}, null, null];
  const draw = debounce((inputs, award, missing) => drawPlot(picture, calculator, inputs, award, missing), 150);
  const onResult = (award, inputs, missing) => {
    replace(result, award ? awardView(award, { asOf: asOf(), note: banner(award.validity) }) : el('p', { class: 'hint', text: '填好各项，这里会显示金额、计算过程和依据。' }));
    last = [inputs, award, missing];
    draw(...last);
    showClause(text, award, calculator).catch(fault => replace(text, el('p', { class: 'note error', text: fault.message })));
  };
  replace(main, el('h2', { text: calculator.title, tabindex: '-1' }),
    el('div', { class: 'bench' }, el('div', { class: 'card' }, calculatorForm(calculator, { asOf: asOf(), onResult })), el('div', { class: 'card outcome' }, result, picture.dataset.over && axisChoice(picture, choices, () => draw(...last)), picture), text));
}

function choose(calculators) {
  const name = decodeURIComponent(location.hash.slice(1));
  const calculator = calculators.get(name);
  for (const link of menu.querySelectorAll('a')) {
    if (link.hash === (calculator ? `#${name}` : '#check-up')) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const current = menu.querySelector('[aria-current]');
  // Only the menu itself moves: the page stays where the reader is.
  if (current && menu.scrollWidth > menu.clientWidth) menu.scrollLeft = current.offsetLeft - 16;
  if (calculator) showCalculator(calculator);
  else replace(main, ...checkUp(calculators, asOf()));
}

try {
  const calculators = await catalogue();
  replace(menu, el('a', { href: '#check-up', class: 'first', text: '政策体检' }), [...calculators.values()].map(one => el('a', { href: `#${one.name}`, text: one.title })));
  addEventListener('hashchange', () => { choose(calculators); main.querySelector('h2')?.focus(); });
  byId('as-of').addEventListener('change', () => choose(calculators));
  choose(calculators);
} catch (fault) {
  replace(main, el('div', { class: 'card note error', role: 'alert' }, el('p', { text: fault.message }), el('button', { type: 'button', text: '重试', onclick: () => location.reload() })));
}
document.documentElement.dataset.ready = 'calculators';
