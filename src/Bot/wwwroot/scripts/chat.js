import { announce, byId, debounce, el, replace } from './dom.js';
import { ask as askFor, catalogue, get } from './api.js';
import { answerCard } from './answer-card.js';
import { formingCard } from './forming.js';
import { openClause } from './clause-dialog.js';
import * as storage from './storage.js';

const STARTERS = ['我们首次入围中国互联网百强，能奖多少？', '服务了12家本地企业，合同执行1200万元，有奖励吗？', '获得股权投资有什么支持？', '国家级开发区申报集群试点，最多支持多少？', '这个政策现在还有效吗？'];

const log = byId('log');
const form = byId('composer');
const box = byId('question');
const send = byId('send');
let turns = [];
let conversationId = newId();
let titles = new Map();
let waiting;

function newId() {
  return 'web-' + [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

const bubble = text => el('div', { class: 'bubble' }, el('p', { text }));

function show(turn) {
  log.append(bubble(turn.question), answerCard(turn.answer, { titles, question: turn.question, ask }));
}

function withdrawChips() {
  for (const chips of log.querySelectorAll('.answer > .chips')) chips.remove();
}

/** Dots, once waiting becomes noticeable. */
function dots() {
  const node = el('p', { class: 'dots', role: 'status', 'aria-label': '正在查找条款' }, el('span'), el('span'), el('span'));
  const timer = setTimeout(() => { log.append(node); node.scrollIntoView({ block: 'nearest' }); }, 300);
  return () => { clearTimeout(timer); node.remove(); };
}

function failed(question, fault) {
  const again = el('button', { type: 'button', text: '重试', onclick: () => { note.remove(); answer(question); } });
  const note = el('div', { class: 'card note error', role: 'alert' }, el('p', { text: fault.message }), again);
  log.append(note);
  if (fault.retryAfter) hold(again, fault.retryAfter);
  note.scrollIntoView({ block: 'nearest' });
}

function hold(button, seconds) {
  button.disabled = seconds > 0;
  button.textContent = seconds > 0 ? `${seconds} 秒后可重试` : '重试';
  if (seconds > 0) setTimeout(() => hold(button, seconds - 1), 1000);
}

async function answer(question) {
  waiting = true;
  send.disabled = true;
  const stop = dots();
  let forming;
  const onSentence = sentence => {
    if (!forming) {
      stop();
      forming = formingCard();
      log.append(forming.card);
      forming.card.scrollIntoView({ block: 'nearest' });
    }
    forming.add(sentence);
  };
  try {
    const [reply] = await Promise.all([askFor({ text: question, conversationId }, onSentence), learnTitles()]);
    stop();
    forming?.card.remove();
    withdrawChips();
    const turn = { question, answer: reply };
    turns.push(turn);
    storage.save(conversationId, turns);
    const card = answerCard(reply, { titles, question, ask });
    log.append(card);
    announce(reply.text);
    log.lastElementChild.previousElementSibling.scrollIntoView({ block: 'start', behavior: 'instant' });
  } catch (fault) {
    stop();
    forming?.card.remove();
    failed(question, fault);
  } finally {
    waiting = false;
    send.disabled = false;
  }
}

function ask(text) {
  const question = text.trim();
  if (!question || waiting) return;
  byId('welcome').hidden = true;
  byId('again').hidden = false;
  log.append(bubble(question));
  log.lastElementChild.scrollIntoView({ block: 'nearest' });
  box.value = '';
  grow();
  answer(question);
}

async function learnTitles() {
  // The figure is worth showing even where its name cannot be had.
  titles = await catalogue().catch(() => titles);
}

function restart() {
  turns = [];
  conversationId = newId();
  storage.clear();
  replace(log);
  byId('welcome').hidden = false;
  byId('again').hidden = true;
  announce('已清除本页对话，重新开始');
  box.focus();
}

function grow() {
  box.rows = Math.min(5, Math.max(1, box.value.split('\n').length, Math.ceil(box.scrollHeight > box.clientHeight + 4 ? box.rows + 1 : 1)));
}

/** A citation in Teams or Web Chat leads here: /#clause=xunwu-51/3. */
function openNamed() {
  const [, id] = /^#clause=([\w.-]+\/[\w.-]+)$/.exec(location.hash) ?? [];
  if (id) openClause(id);
}

async function tellRetention() {
  const { conversationDays, answerDays } = await get('/api/retention');
  byId('retention').textContent = `提问和回答在服务器保存 ${answerDays} 天用于改进，对话上下文闲置 ${conversationDays} 天后清除。`;
}

form.addEventListener('submit', event => { event.preventDefault(); ask(box.value); });
box.addEventListener('input', grow);
box.addEventListener('keydown', event => {
  // Enter that chooses a word of an input method is not meant to send.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  ask(box.value);
});
byId('again').addEventListener('click', restart);
byId('clear').addEventListener('click', restart);
byId('about').addEventListener('click', event => {
  const privacy = byId('privacy');
  privacy.hidden = !privacy.hidden;
  event.currentTarget.setAttribute('aria-expanded', String(!privacy.hidden));
});
replace(byId('starters'), STARTERS.map(text => el('li', {}, el('button', { type: 'button', class: 'chip', text, onclick: () => ask(text) }))));

const kept = storage.load();
if (kept && kept.turns.length > 0) {
  ({ conversationId, turns } = kept);
  byId('welcome').hidden = true;
  byId('again').hidden = false;
  if (turns.some(turn => turn.answer.awards.length > 0)) await learnTitles();
  turns.forEach(show);
  for (const chips of [...log.querySelectorAll('.answer > .chips')].slice(0, -1)) chips.remove();
  log.lastElementChild.scrollIntoView({ block: 'nearest' });
}
tellRetention().catch(() => { byId('retention').textContent = '提问和回答在服务器保存一段时间用于改进。'; });
addEventListener('storage', debounce(event => { if (event.key === null) restart(); }, 50));
addEventListener('hashchange', openNamed);
openNamed();
document.documentElement.dataset.ready = 'chat';
