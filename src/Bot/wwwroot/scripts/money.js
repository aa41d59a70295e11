// Amounts as people read them. Everything is done on digits: no amount is ever divided.

const digits = yuan => {
  const [whole, part = ''] = String(yuan).split('.');
  return [whole, part];
};

/** Moves the point to the left, and drops the zeros that say nothing. */
export function shift(yuan, places) {
  const [whole, part] = digits(yuan);
  const padded = whole.padStart(places + 1, '0');
  const tail = (padded.slice(padded.length - places) + part).replace(/0+$/, '');
  return padded.slice(0, padded.length - places) + (tail ? `.${tail}` : '');
}

/** The number and its unit: 24 and 万元. */
export function parts(yuan) {
  if (yuan >= 1e8 && shift(yuan, 8).length <= 8) return [shift(yuan, 8), '亿元'];
  if (yuan >= 1e4) return [shift(yuan, 4), '万元'];
  return [grouped(String(yuan)), '元'];
}

export const amount = yuan => parts(yuan).join('');

/** 240,000.5 */
export function grouped(text) {
  const [whole, part] = String(text).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '');
}

const UNITS = { '元': 0, '万元': 4, '亿元': 8 };
export const unitNames = Object.keys(UNITS);

/** What was typed with its unit, in yuan, as digits; null where it is no plain number. */
export function toYuan(text, unit) {
  const clean = text.replace(/[,，\s]/g, '');
  const found = /^(\d{1,16})(?:\.(\d{1,12}))?$/.exec(clean);
  if (!found) return null;
  const places = UNITS[unit];
  const part = (found[2] ?? '').padEnd(places, '0');
  const whole = (found[1] + part.slice(0, places)).replace(/^0+(?=\d)/, '');
  const rest = part.slice(places).replace(/0+$/, '');
  return whole + (rest ? `.${rest}` : '');
}

/** The digits and the unit in which an amount is shortest to write. */
export function split(yuan) {
  for (const unit of ['亿元', '万元']) {
    const text = shift(yuan, UNITS[unit]);
    if (yuan >= 10 ** UNITS[unit] && (text.split('.')[1] ?? '').length <= 2) return [text, unit];
  }
  return [String(yuan), '元'];
}
