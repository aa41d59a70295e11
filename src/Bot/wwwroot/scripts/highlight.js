import { el } from './dom.js';

/** The text with the words of the query marked: the longest runs of two or more characters that both share. */
export function highlight(text, query) {
  const words = query.toLowerCase().replace(/[\s，。？！、,.?!“”「」]+/g, ' ').trim();
  const lower = text.toLowerCase();
  const nodes = [];
  let plain = 0;
  for (let i = 0; i < text.length;) {
    let length = 0;
    while (i + length < text.length && words.includes(lower.slice(i, i + length + 1)) && lower[i + length] !== ' ') length++;
    if (length < (words.length === 1 ? 1 : 2)) {
      i++;
      continue;
    }
    if (plain < i) nodes.push(text.slice(plain, i));
    nodes.push(el('mark', { text: text.slice(i, i + length) }));
    i += length;
    plain = i;
  }
  nodes.push(text.slice(plain));
  return nodes.filter(node => node !== '');
}
