import { byId, el, replace } from './dom.js';
import { post } from './api.js';

const KINDS = { same: 'span', missing: 'ins', added: 'del' };

/** Where a pasted sentence stands, exact or altered. */
export function locating({ open }) {
  const form = byId('locate-form');
  const result = byId('located');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const text = byId('passage').value;
    if (!text.trim()) return;
    try {
      const { kind, places } = await post('/api/locate', { text });
      replace(result, verdict(kind), places.map(place => placeView(place, open)));
    } catch (fault) {
      replace(result, el('p', { class: 'note error', text: fault.message }));
    }
  });
}

function verdict(kind) {
  if (kind === 'exact') return el('p', { class: 'note good', text: '与原文一字不差。' });
  if (kind === 'altered') return el('p', { class: 'note warn', text: '与原文不完全一致，最接近的是下面这一处。' });
  return el('p', { class: 'note error', text: '两份文件里没有这段话，也没有相近的说法。' });
}

function placeView(place, open) {
  return el('article', { class: 'card' },
    el('h2', { text: place.heading }),
    el('p', { class: 'diff' }, place.segments.map(segment => el(KINDS[segment.kind], { text: segment.text, class: segment.kind }))),
    place.differences > 0 && el('p', { class: 'hint' }, el('ins', { class: 'missing', text: '下划线' }), ' 原文有而所贴文字没有；', el('del', { class: 'added', text: '删除线' }), ' 所贴文字有而原文没有。'),
    el('button', { type: 'button', text: '在文件中查看', onclick: () => open({ clause: place.clause, document: place.document }, [place.quote]) }));
}
