// An answer while it forms: its checked sentences, one by one, until the answer itself takes their place.

import { el } from './dom.js';

/** The card of an answer that is not there yet. Nothing of it is announced: that is done once, with the whole. */
export function formingCard() {
  const said = el('div', { class: 'forming-text' });
  const card = el('article', { class: 'card answer forming', 'aria-busy': 'true' }, said,
    el('p', { class: 'hint', text: '正在由语言模型组织文字，已显示的各句均已核对，以最后的答复为准。' }));
  let text = '';
  const add = sentence => {
    text += sentence;
    said.replaceChildren(...text.split('\n').filter(Boolean).map(line => el('p', { class: 'said', text: line })));
  };
  return { card, add };
}
