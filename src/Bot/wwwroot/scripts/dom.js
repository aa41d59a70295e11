// The only way that this site makes elements: text is always text, never markup.

const SVG = 'http://www.w3.org/2000/svg';

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'text') node.textContent = value;
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export const el = (tag, props, ...children) => fill(document.createElement(tag), props, children);

export const svg = (tag, props, ...children) => fill(document.createElementNS(SVG, tag), props, children);

export const byId = id => document.getElementById(id);

export const replace = (node, ...children) => node.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined && child !== false));

let count = 0;
/** An id that nothing else on the page has. */
export const fresh = prefix => `${prefix}-${++count}`;

/** Calls the function once the calls have paused for so many milliseconds. */
export function debounce(action, wait) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), wait);
  };
}

/** Says something to those who hear the page. */
export function announce(text) {
  const region = byId('announcements');
  if (!region) return;
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = text; });
}

/** Copies text, by the old way too: some browsers inside apps know no other. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = el('textarea', { class: 'offscreen', 'aria-hidden': 'true', tabindex: '-1', value: text });
    (document.querySelector('dialog[open]') ?? document.body).append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

/** A button that copies, and says so. */
export function copyButton(label, text) {
  return el('button', {
    type: 'button',
    class: 'quiet',
    text: label,
    onclick: async event => {
      const button = event.currentTarget;
      const done = await copy(typeof text === 'function' ? await text() : text);
      button.textContent = done ? '已复制' : '复制失败，请手动选取';
      announce(button.textContent);
      setTimeout(() => { button.textContent = label; }, 1800);
    },
  });
}

/** Saves bytes as a file. */
export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el('a', { href: address, download: name, class: 'offscreen' });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
