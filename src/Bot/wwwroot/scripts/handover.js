import { copyButton, download, el, replace } from './dom.js';
import { postFor } from './api.js';
import { readText } from './answer-text.js';

/** 转人工: whom to ask, and the case in words that can be handed over. */
export function handOver(answer, question) {
  return el('button', { type: 'button', class: 'quiet', text: '转人工', onclick: () => open(answer, question) });
}

async function open(answer, question) {
  const dialog = el('dialog', { class: 'sheet', 'aria-labelledby': 'hand-over' });
  const end = () => dialog.close();
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => { if (event.target === dialog) end(); });
  const { whom } = readText(answer);
  const text = el('textarea', { class: 'handed', rows: '10', readonly: true, 'aria-label': '情况说明', value: '正在整理…' });
  const tools = el('div', { class: 'tools' });
  replace(dialog,
    el('header', {}, el('h2', { id: 'hand-over', text: '转人工咨询' }), el('button', { type: 'button', class: 'close', 'aria-label': '关闭', onclick: end }, el('span', { 'aria-hidden': 'true', text: '×' }))),
    el('div', { class: 'sheet-body' },
      el('p', { class: 'whom' }, el('b', { text: '可以咨询：' }), whom.join('；') || '文件的责任单位，见各条末尾。'),
      el('p', { class: 'hint', text: '把下面的答复单交给工作人员，可以免去重复说明。答复单含您的提问，请勿夹带个人信息。' }), text),
    el('footer', {}, tools));
  document.body.append(dialog);
  dialog.showModal();
  try {
    const blob = await postFor('/api/summaries', { answerId: answer.answerId }, 'text/markdown');
    text.value = await blob.text();
    replace(tools, copyButton('复制', () => text.value), el('button', { type: 'button', class: 'quiet', text: '下载', onclick: () => download(blob, '答复单.md') }));
  } catch {
    // The answer itself is at hand, and says everything that the summary would.
    text.value = `提问：${question}\n\n${answer.text}`;
    replace(tools, copyButton('复制', () => text.value));
  }
}
