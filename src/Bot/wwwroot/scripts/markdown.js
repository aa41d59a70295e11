import { el } from './dom.js';

// The 答复单 is a short list of blocks, one a line: titles, paragraphs, entries, quotations and one receipt.

const plain = text => text.replace(/\\([\\`*_{}[\]()<>#+\-.!|~&$@:=])/g, '$1');

/** The blocks of a summary as nodes. */
export function render(markdown) {
  const nodes = [];
  const lines = markdown.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line.trim() === '') continue;
    if (line.startsWith('```')) {
      const code = [];
      while (++i < lines.length && !lines[i].startsWith('```')) code.push(lines[i]);
      nodes.push(el('details', { class: 'receipt' }, el('summary', { text: '校验凭据' }), el('pre', { text: code.join('\n') })));
      continue;
    }
    const heading = /^(#{1,3}) (.*)$/.exec(line);
    if (heading) nodes.push(el(`h${Math.min(heading[1].length + 2, 5)}`, { text: plain(heading[2]) }));
    else if (line.startsWith('- ')) list(nodes).append(el('li', { text: plain(line.slice(2)) }));
    else if (line.startsWith('>')) quotation(nodes, plain(line.slice(1).trim()), lines[i - 1]?.startsWith('>'));
    else nodes.push(el('p', { text: plain(line) }));
  }
  return nodes;
}

function list(nodes) {
  if (nodes.at(-1)?.tagName !== 'UL') nodes.push(el('ul'));
  return nodes.at(-1);
}

function quotation(nodes, text, goesOn) {
  if (!goesOn) nodes.push(el('blockquote'));
  if (text) nodes.at(-1).append(el('p', { text }));
}

/** The same as plain text. */
export const toText = markdown => render(markdown).map(node => node.tagName === 'UL' ? [...node.children].map(item => `· ${item.textContent}`).join('\n') : node.tagName === 'DETAILS' ? node.querySelector('pre').textContent : [...node.children].length > 0 ? [...node.children].map(child => child.textContent).join('\n') : node.textContent).join('\n');
