import { byId, el, replace } from './dom.js';
import { get } from './api.js';
import { showSession } from './session.js';

const KINDS = { award: '测算', clause: '条文', summary: '归纳', clarify: '追问', smalltalk: '寒暄' };
const day = time => time.slice(0, 10);

function entry(question) {
  const talk = question.turns.length > 1;
  return el('li', { class: 'card question' },
    el('h2', { text: question.question }),
    el('p', { class: 'facts' },
      el('span', { class: 'count', text: `${question.count} 次` }),
      question.refused > 0 && el('span', { class: 'badge expired', text: `未能回答 ${question.refused}` }),
      question.unhelpful > 0 && el('span', { class: 'badge unclear', text: `没帮助 ${question.unhelpful}` }),
      el('span', { class: 'hint', text: `${question.kind === 'refuse' ? '' : `${KINDS[question.kind] ?? question.kind} · `}${day(question.first) === day(question.last) ? day(question.last) : `${day(question.first)} 至 ${day(question.last)}`}` })),
    question.comments.length > 0 && el('ul', { class: 'comments' }, question.comments.map(text => el('li', { text: `“${text}”` }))),
    talk && el('details', {}, el('summary', { text: '最近一次的上下文' }), el('ol', {}, question.turns.map(text => el('li', { text })))));
}

async function start() {
  const box = byId('questions');
  try {
    const { questions, complete } = await get('/api/desk/questions');
    byId('export').hidden = questions.length === 0;
    replace(byId('count'), questions.length === 0 ? '目前没有。' : `${questions.length} 个问题${complete ? '' : '（只列最近 500 次回答）'}，问得多的在前。`);
    replace(box, questions.map(entry));
  } catch (fault) {
    replace(byId('count'), fault.message);
  }
  document.documentElement.dataset.ready = 'questions';
}

showSession();
start();
