import { byId, el, replace } from './dom.js';
import { catalogue, post } from './api.js';
import { answerCard } from './answer-card.js';
import { summaryPanel, verifyPanel } from './summary.js';

/** The caller's question, the answer with its facts to change, and the 答复单. */
export function answering({ asOf }) {
  const form = byId('ask-form');
  const result = byId('answered');
  let conversationId;

  async function ask(text) {
    if (!text.trim()) return;
    byId('caller').value = text;
    replace(result, el('p', { class: 'dots', role: 'status', 'aria-label': '正在查找条款' }, el('span'), el('span'), el('span')));
    const body = { text };
    if (asOf()) body.asOf = asOf();
    if (conversationId && byId('follow-up').checked) body.conversationId = conversationId;
    try {
      const [answer, titles] = await Promise.all([post('/api/ask', body), catalogue()]);
      ({ conversationId } = answer);
      byId('follow-up').disabled = false;
      replace(result, answerCard(answer, { titles, question: text, asOf: asOf(), ask: next => { byId('follow-up').checked = true; ask(next); } }), answer.kind !== 'smalltalk' && summaryPanel(answer));
      const details = result.querySelector('.revise');
      if (details) details.open = true;
    } catch (fault) {
      replace(result, el('div', { class: 'card note error', role: 'alert' }, el('p', { text: fault.message }), el('button', { type: 'button', text: '重试', onclick: () => ask(text) })));
    }
  }

  form.addEventListener('submit', event => { event.preventDefault(); ask(byId('caller').value); });
  byId('caller').addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    ask(byId('caller').value);
  });
  replace(byId('verify'), verifyPanel());
}
