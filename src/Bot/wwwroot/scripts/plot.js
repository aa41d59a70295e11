import { el, svg } from './dom.js';
import { amount } from './money.js';

// The award over one input, drawn from values that the calculator gave.

// Letters keep their size: a phone gets a narrower drawing, not a smaller one.
const WIDTH = matchMedia('(max-width: 640px)').matches ? 340 : 560;
const HEIGHT = 250;
const LEFT = 66;
const RIGHT = 20;
const TOP = 30;
const BOTTOM = 44;

const short = (value, unit) => unit === '元' ? amount(value) : `${value}${unit}`;

/** A figure with axes, the tiers, the cap and the place where the user is; null where there is nothing to see. */
export function plot(curve, here) {
  if (curve.points.length === 0) return null;
  const last = curve.points.at(-1).value;
  const top = Math.max(...curve.points.map(point => point.amount)) || 1;
  const x = value => LEFT + Math.min(value / last, 1) * (WIDTH - LEFT - RIGHT);
  const y = yuan => HEIGHT - BOTTOM - yuan / top * (HEIGHT - TOP - BOTTOM);
  const line = (x1, y1, x2, y2, kind) => svg('line', { x1, y1, x2, y2, class: kind });
  const label = (at, up, text, anchor, kind = 'tick') => svg('text', { x: at, y: up, 'text-anchor': anchor, class: kind, text });

  const path = curve.points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.value).toFixed(2)} ${y(point.amount).toFixed(2)}`).join(' ');
  const marks = [line(LEFT, y(0), WIDTH - RIGHT, y(0), 'axis'), line(LEFT, TOP, LEFT, y(0), 'axis'), label(LEFT - 8, y(0) + 5, '0', 'end')];

  const heights = [...new Set([...curve.jumps.map(jump => jump.amount), curve.ceiling.amount])].sort((one, other) => one - other);
  let free = y(0) - 14;
  for (const height of heights) {
    marks.push(line(LEFT, y(height), WIDTH - RIGHT, y(height), 'guide'));
    if (y(height) > free) continue;
    marks.push(label(LEFT - 8, y(height) + 5, amount(height), 'end'));
    free = y(height) - 14;
  }

  let taken = LEFT - 60;
  const stops = [...new Map([...curve.jumps, curve.ceiling].map(stop => [stop.value, stop])).values()].sort((one, other) => one.value - other.value);
  for (const stop of stops) {
    marks.push(line(x(stop.value), y(stop.amount), x(stop.value), y(0), 'guide'));
    const at = x(stop.value);
    if (at < taken + 62) continue;
    marks.push(label(Math.min(at, WIDTH - RIGHT - 24), y(0) + 18, short(stop.value, curve.unit), 'middle'));
    taken = at;
  }

  marks.push(label(WIDTH - RIGHT, HEIGHT - 6, `${curve.label} →`, 'end', 'name'), label(6, 10, '↑ 奖励金额', 'start', 'name'));
  marks.push(svg('path', { d: path, class: 'curve' }));
  if (here) {
    const beyond = here.value > last;
    marks.push(line(x(here.value), y(here.amount), x(here.value), y(0), 'here-line'), svg('circle', { cx: x(here.value), cy: y(here.amount), r: 6, class: 'here' }));
    const right = x(here.value) > WIDTH * 0.6;
    marks.push(label(x(here.value) + (right ? -10 : 10), y(here.amount) + (y(here.amount) < TOP + 24 ? 20 : -10), `您在这里${beyond ? '（更右）' : ''} ${amount(here.amount)}`, right ? 'end' : 'start', 'here-label'));
  }

  const said = `${curve.label}与奖励金额的关系：${stops.map(stop => `达到${short(stop.value, curve.unit)}时${amount(stop.amount)}`).join('，')}；此后不再增加。${here ? `您的位置：${short(here.value, curve.unit)}，${amount(here.amount)}。` : ''}`;
  return el('figure', { class: 'plot' },
    svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': said }, marks),
    el('figcaption', { class: 'hint', text: said }));
}
