import { debounce, el, replace } from './dom.js';
import { post } from './api.js';
import { applies, fields } from './schema.js';
import { control } from './fields.js';

/** A form of controls whose values can be read together and whose faults stand beside them. */
export function inputForm(declared, values, changed) {
  const controls = declared.map(field => ({ field, ...control(field, values[field.name], () => { place(); changed(); }) }));
  const read = () => {
    const found = {};
    for (const one of controls) {
      const value = one.give();
      if (value !== undefined && applies(one.field, found)) found[one.field.name] = value;
    }
    return found;
  };
  const place = () => {
    const found = read();
    for (const one of controls) one.node.hidden = !applies(one.field, found);
  };
  const fault = errors => {
    for (const one of controls) {
      const texts = Object.entries(errors).filter(([name]) => name === one.field.name || name.startsWith(`${one.field.name}[`)).flatMap(([, found]) => found);
      one.error.textContent = texts.join(' ');
      one.mark(texts.length > 0);
    }
  };
  const missing = () => {
    const found = read();
    return controls.filter(one => one.field.required && applies(one.field, found) && !(one.field.name in found)).map(one => one.field);
  };
  place();
  return { nodes: controls.map(one => one.node), read, fault, missing, focus: name => controls.find(one => one.field.name === name)?.focus() };
}

/** The form of one calculator; runs it as soon as everything needed is there. */
export function calculatorForm(calculator, { values = {}, asOf, onResult } = {}) {
  const note = el('p', { class: 'hint', role: 'status' });
  let latest = 0;
  const run = async () => {
    const missing = form.missing();
    const inputs = form.read();
    if (missing.length > 0) {
      latest++;
      note.textContent = `还需填写：${missing.map(field => field.label).join('、')}`;
      form.fault({});
      onResult?.(null, inputs, missing);
      return;
    }
    const turn = ++latest;
    try {
      const award = await post(`/api/calculators/${calculator.name}`, inputs, { asOf });
      if (turn !== latest) return;
      form.fault({});
      note.textContent = '';
      onResult?.(award, inputs, []);
    } catch (problem) {
      if (turn !== latest) return;
      form.fault(problem.errors ?? {});
      note.textContent = Object.keys(problem.errors ?? {}).length > 0 ? '请改正标出的内容。' : problem.message;
      onResult?.(null, inputs, null);
    }
  };
  const form = inputForm(fields(calculator.input), values, debounce(run, 300));
  const node = el('form', { class: 'inputs', novalidate: true, 'aria-label': calculator.title, onsubmit: event => { event.preventDefault(); run(); } });
  replace(node, form.nodes, note);
  run();
  return node;
}
