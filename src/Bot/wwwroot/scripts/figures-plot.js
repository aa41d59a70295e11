import { svg } from './dom.js';

// A column a day, its parts one above the other; drawn narrower, not smaller, on a phone.

const WIDTH = matchMedia('(max-width: 640px)').matches ? 330 : 1130;
const HEIGHT = 220;
const LEFT = 40;
const RIGHT = 6;
const TOP = 14;
const BOTTOM = 26;

/** A round number at or above the highest column, whose half is round as well. */
function roof(most) {
  let step = 1;
  while (step * 10 <= most) step *= 10;
  return [1, 2, 3, 4, 6, 8, 10].map(times => times * step).find(height => height >= most) ?? most;
}

/** The drawing. `said` is what those hear who do not see it. */
export function columns(days, kinds, said) {
  const totals = days.map(day => kinds.reduce((sum, kind) => sum + day[kind], 0));
  const top = roof(Math.max(...totals, 1));
  const room = (WIDTH - LEFT - RIGHT) / days.length;
  const y = count => HEIGHT - BOTTOM - count / top * (HEIGHT - TOP - BOTTOM);
  const marks = [];
  for (const height of top >= 2 ? [0, top / 2, top] : [0, top]) {
    marks.push(svg('line', { x1: LEFT, y1: y(height), x2: WIDTH - RIGHT, y2: y(height), class: 'guide' }));
    if (Number.isInteger(height)) marks.push(svg('text', { x: LEFT - 8, y: y(height) + 4, 'text-anchor': 'end', text: String(height) }));
  }
  const every = Math.ceil(58 / room);
  const width = Math.min(44, Math.max(1.5, room * 0.72));
  days.forEach((day, index) => {
    let below = 0;
    const x = LEFT + room * index + (room - width) / 2;
    for (const kind of kinds) {
      if (day[kind] === 0) continue;
      marks.push(svg('rect', { x: x.toFixed(2), y: y(below + day[kind]).toFixed(2), width: width.toFixed(2), height: (y(below) - y(below + day[kind])).toFixed(2), class: `kind-${kind}` }));
      below += day[kind];
    }
    // The last day is today, and is always named.
    if ((days.length - 1 - index) % every === 0) {
      const last = index === days.length - 1 && room < 40;
      marks.push(svg('text', { x: last ? WIDTH - RIGHT : x + width / 2, y: HEIGHT - 8, 'text-anchor': last ? 'end' : 'middle', text: `${Number(day.day.slice(5, 7))}/${Number(day.day.slice(8))}` }));
    }
  });
  return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': said }, marks);
}

/** A bar as long as its share of the longest. */
export const bar = (share, kind) => svg('svg', { viewBox: '0 0 100 12', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, svg('rect', { x: 0, y: 0, width: (share * 100).toFixed(2), height: 12, class: kind }));
