import { el, replace } from './dom.js';
import { get } from './api.js';
import { calculatorForm } from './calculator-form.js';
import { awardView } from './award.js';

/** The facts of an answer as a form: change one, and the award is reckoned again. */
export function revise(answer, titles, asOf) {
  const body = el('div', { class: 'revise-body' });
  const details = el('details', { class: 'revise' }, el('summary', { text: '修改条件再算' }), body);
  details.addEventListener('toggle', async () => {
    if (!details.open || body.hasChildNodes()) return;
    replace(body, el('p', { class: 'hint', text: '正在取出所用的情况…' }));
    try {
      const { facts } = await get(`/api/answers/${encodeURIComponent(answer.answerId)}/facts`);
      replace(body, facts.map(({ calculator, inputs }) => {
        const result = el('div', { class: 'revised', 'aria-live': 'polite' });
        const declared = titles.get(calculator);
        if (!declared) return null;
        return el('div', {}, calculatorForm(declared, { values: inputs, asOf, onResult: award => replace(result, award && awardView(award, { asOf })) }), result);
      }));
    } catch (fault) {
      replace(body, el('p', { class: 'note error', text: fault.message }));
    }
  });
  return details;
}
