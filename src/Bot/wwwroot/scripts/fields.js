import { el, fresh } from './dom.js';
import { amount, split, toYuan, unitNames } from './money.js';
import { isMoney } from './schema.js';

// One control for each kind of input. A control gives its value, or undefined while it is empty;
// what is no number goes to the server as it was typed, which says what is wrong with it.

const errorLine = id => el('p', { id, class: 'error', 'aria-live': 'polite' });

const optional = field => !field.required && !field.plain && el('span', { class: 'hint', text: '（可选）' });

function frame(field, id, control, extra) {
  const error = errorLine(`${id}-error`);
  return { error, node: el('div', { class: 'field' }, el('label', { for: id }, field.label, optional(field)), control, extra, error) };
}

function money(field, value, changed) {
  const id = fresh('money');
  const [text, unit] = value === undefined ? ['', '万元'] : split(value);
  const input = el('input', { id, type: 'text', inputmode: 'decimal', autocomplete: 'off', maxlength: '20', 'aria-describedby': `${id}-read ${id}-error`, value: text });
  const units = el('select', { 'aria-label': `${field.label}的单位` }, unitNames.map(name => el('option', { value: name, text: name })));
  units.value = unit;
  const read = el('output', { id: `${id}-read`, class: 'hint' });
  const give = () => {
    const typed = input.value.trim();
    if (!typed) return undefined;
    const yuan = toYuan(typed, units.value);
    // A number so long that the browser would round it is sent as text, and refused.
    return yuan === null || yuan.replace(/\D/g, '').length > 15 ? typed : Number(yuan);
  };
  const update = () => {
    const yuan = give();
    read.textContent = typeof yuan === 'number' && units.value !== '元' ? `${yuan.toLocaleString('en-US', { maximumFractionDigits: 2 })} 元` : typeof yuan === 'number' && yuan >= 10000 ? amount(yuan) : '';
    changed();
  };
  input.addEventListener('input', update);
  units.addEventListener('change', update);
  const { node, error } = frame(field, id, el('div', { class: 'money' }, input, units), read);
  if (value !== undefined) read.textContent = `${value.toLocaleString('en-US', { maximumFractionDigits: 2 })} 元`;
  return { node, error, give, focus: () => input.focus(), mark: wrong => input.setAttribute('aria-invalid', wrong) };
}

function count(field, value, changed) {
  const id = fresh('count');
  const input = el('input', { id, type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: '12', 'aria-describedby': `${id}-error`, oninput: changed, value: value ?? '' });
  const { node, error } = frame(field, id, el('div', { class: 'money' }, input, el('span', { class: 'unit-name', text: field.property['x-unit'] ?? '个' })));
  const give = () => { const typed = input.value.trim(); return typed === '' ? undefined : /^\d{1,10}$/.test(typed) ? Number(typed) : typed; };
  return { node, error, give, focus: () => input.focus(), mark: wrong => input.setAttribute('aria-invalid', wrong) };
}

function radios(field, options, value, changed) {
  const name = fresh('choice');
  const error = errorLine(`${name}-error`);
  // What need not be said can also be unsaid.
  const choices = field.required ? options : [...options, [undefined, '不确定']];
  const inputs = choices.map(([given, label]) => {
    const input = el('input', { type: 'radio', name, onchange: changed });
    input.checked = given === value && given !== undefined;
    return { given, input, node: el('label', { class: 'option' }, input, el('span', { text: label })) };
  });
  const node = el('fieldset', { class: 'field', 'aria-describedby': `${name}-error` }, el('legend', {}, field.label, optional(field)), el('div', { class: 'options' }, inputs.map(one => one.node)), error);
  return { node, error, give: () => inputs.find(one => one.input.checked)?.given, focus: () => inputs[0].input.focus(), mark: wrong => node.classList.toggle('wrong', wrong) };
}

function select(field, value, changed) {
  const id = fresh('select');
  const input = el('select', { id, 'aria-describedby': `${id}-error`, onchange: changed }, el('option', { value: '', text: '请选择' }), field.property.oneOf.map(option => el('option', { value: option.const, text: option.title })));
  input.value = value ?? '';
  const { node, error } = frame(field, id, input);
  return { node, error, give: () => input.value || undefined, focus: () => input.focus(), mark: wrong => input.setAttribute('aria-invalid', wrong) };
}

function day(field, value, changed) {
  const id = fresh('day');
  const input = el('input', { id, type: 'date', 'aria-describedby': `${id}-error`, onchange: changed, value: value ?? '' });
  const { node, error } = frame(field, id, input);
  return { node, error, give: () => input.value || undefined, focus: () => input.focus(), mark: wrong => input.setAttribute('aria-invalid', wrong) };
}

function list(field, values, changed) {
  const name = fresh('list');
  const error = errorLine(`${name}-error`);
  const rows = el('div', { class: 'rows' });
  let controls = [];
  function add(given) {
    const id = fresh('name');
    const title = el('input', { id, type: 'text', maxlength: '100', autocomplete: 'off', value: given?.name ?? '', oninput: changed });
    const figure = money({ label: '金额', required: true, property: {} }, given?.amount, changed);
    const row = el('div', { class: 'row' }, el('div', { class: 'field' }, el('label', { for: id, text: '名称' }), title), figure.node,
      el('button', { type: 'button', class: 'quiet', text: '删除', onclick: () => { controls = controls.filter(one => one.row !== row); row.remove(); changed(); } }));
    controls.push({ row, title, figure });
    rows.append(row);
  }
  for (const given of values?.length ? values : [undefined, undefined]) add(given);
  const node = el('fieldset', { class: 'field' }, el('legend', { text: field.label }), rows, el('button', { type: 'button', class: 'quiet', text: '再加一项', onclick: () => add() }), error);
  const give = () => {
    const found = controls.map(one => ({ name: one.title.value.trim(), amount: one.figure.give() })).filter(one => one.name && one.amount !== undefined);
    return found.length > 0 ? found : undefined;
  };
  return { node, error, give, focus: () => controls[0]?.title.focus(), mark: wrong => node.classList.toggle('wrong', wrong) };
}

/** The control for an input. */
export function control(field, value, changed) {
  const { property } = field;
  if (isMoney(property)) return money(field, value, changed);
  if (property.type === 'integer') return count(field, value, changed);
  if (property.type === 'boolean') return radios(field, [[true, property['x-answers']?.[0] ?? '是'], [false, property['x-answers']?.[1] ?? '否']], value, changed);
  if (property.oneOf) return property.oneOf.length <= 4 ? radios(field, property.oneOf.map(option => [option.const, option.title]), value, changed) : select(field, value, changed);
  if (property.format === 'date') return day(field, value, changed);
  if (property.type === 'array') return list(field, value, changed);
  throw new TypeError(`${field.name}: no control for this kind of input`);
}
