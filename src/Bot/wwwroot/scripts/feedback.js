import { announce, el, fresh, replace } from './dom.js';
import { post } from './api.js';

/** Helpful or not, with a word about it if the user likes. */
export function feedback(answerId) {
  const box = el('div', { class: 'feedback', role: 'group', 'aria-label': '这个回答有帮助吗' });
  const say = text => { replace(box, el('span', { class: 'hint', role: 'status', text })); announce(text); };

  async function give(helpful, comment) {
    try {
      await post('/api/feedback', comment ? { answerId, helpful, comment } : { answerId, helpful });
      say(helpful ? '谢谢，已记录。' : '谢谢，工作人员会看到这条意见。');
    } catch (fault) {
      const note = box.querySelector('.error') ?? el('span', { class: 'error', role: 'alert' });
      note.textContent = fault.message;
      box.append(note);
    }
  }

  function complain() {
    const id = fresh('comment');
    const comment = el('textarea', { id, rows: '2', maxlength: '2000' });
    replace(box, el('form', {
      class: 'comment',
      onsubmit: event => { event.preventDefault(); give(false, comment.value.trim()); },
    }, el('label', { for: id, text: '哪里没有答好？（可不填，请勿填写个人信息）' }), comment, el('div', {}, el('button', { type: 'submit', text: '提交' }), el('button', { type: 'button', class: 'quiet', text: '取消', onclick: ask }))));
    comment.focus();
  }

  function ask() {
    replace(box,
      el('button', { type: 'button', class: 'quiet', text: '有帮助', onclick: () => give(true) }),
      el('button', { type: 'button', class: 'quiet', text: '没帮助', onclick: complain }));
  }

  ask();
  return box;
}
