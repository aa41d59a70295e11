import { announce, copyButton, download, el, replace } from './dom.js';
import { postFile, postFor } from './api.js';
import { render, toText } from './markdown.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES = { md: 'text/markdown', markdown: 'text/markdown', txt: 'text/markdown', html: 'text/html', htm: 'text/html', docx: DOCX };

/** The 答复单 of an answer: shown, copied, printed and saved. */
export function summaryPanel(answer) {
  const box = el('section', { class: 'card summary', 'aria-label': '答复单' });
  const sheet = el('div', { class: 'paper', 'aria-live': 'polite' });
  const note = el('p', { class: 'error', role: 'status' });
  let markdown = '';
  const save = (type, name) => el('button', {
    type: 'button', class: 'quiet', text: name,
    onclick: async () => {
      try {
        const blob = await postFor('/api/summaries', { answerId: answer.answerId }, TYPES[type]);
        download(blob, `答复单-${answer.answerId.slice(0, 8)}.${type}`);
        note.textContent = '';
      } catch (fault) {
        note.textContent = fault.message;
      }
    },
  });
  const make = async () => {
    try {
      markdown = await (await postFor('/api/summaries', { answerId: answer.answerId }, TYPES.md)).text();
      replace(sheet, render(markdown));
      replace(tools, copyButton('复制文字', () => toText(markdown)), copyButton('复制 Markdown', () => markdown), el('button', { type: 'button', class: 'quiet', text: '打印', onclick: printWhole }), save('md', '下载 Markdown'), save('html', '下载 HTML'), save('docx', '下载 Word'));
      announce('答复单已生成');
    } catch (fault) {
      replace(sheet, el('p', { class: 'note error', text: `答复单没有生成：${fault.message}` }));
    }
  };
  // The receipt belongs on the paper too, for whoever wants to have it verified.
  const printWhole = () => {
    for (const receipt of sheet.querySelectorAll('.receipt')) receipt.open = true;
    print();
  };
  const tools = el('div', { class: 'tools' }, el('button', { type: 'button', class: 'primary', text: '生成答复单', onclick: make }));
  replace(box, el('h2', { text: '答复单' }), sheet, tools, note);
  return box;
}

/** Checks a summary that somebody brings. */
export function verifyPanel() {
  const result = el('div', { role: 'status' });
  const input = el('input', {
    type: 'file', id: 'verify-file', accept: '.md,.markdown,.txt,.html,.htm,.docx',
    onchange: async () => {
      const [file] = input.files;
      if (!file) return;
      const type = TYPES[file.name.split('.').at(-1).toLowerCase()];
      if (!type) return replace(result, el('p', { class: 'note error', text: '请选择 .md、.html 或 .docx 格式的答复单。' }));
      try {
        const { valid, differences } = await postFile('/api/verify', file, type);
        replace(result, valid
          ? el('p', { class: 'note good', text: '核对无误：金额、引文、日期和条款都与原文一致。' })
          : el('div', { class: 'note error' }, el('p', { text: `有 ${differences.length} 处与重新核算的结果不符，请勿采用：` }), el('ul', {}, differences.map(difference => el('li', { text: difference.text })))));
      } catch (fault) {
        replace(result, el('p', { class: 'note error', text: fault.message }));
      }
    },
  });
  return el('section', { class: 'card' }, el('h2', { text: '核验答复单' }),
    el('div', { class: 'field' }, el('label', { for: 'verify-file', text: '选择一份答复单（Markdown、HTML 或 Word）' }), input), result);
}
