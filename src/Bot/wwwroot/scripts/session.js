import { byId, el, replace } from './dom.js';
import { get } from './api.js';

/** Says under which terms the desk is open, and lets who signed in leave. */
export async function showSession() {
  const box = byId('session');
  try {
    const { mode, expires } = await get('/api/desk/session');
    if (mode === 'loopback') replace(box, el('p', { class: 'note warn', text: '本机模式：没有设置登录方式（Desk:Secret 或 Desk:Oidc），工作台只在这台电脑上可用。' }));
    else replace(box, el('form', { method: 'post', action: '/desk/sign-out', class: 'signed-in' }, el('span', { class: 'hint', text: expires ? `已登录，${expires.slice(11, 16)} 前有效` : '已登录' }), el('button', { type: 'submit', class: 'quiet', text: '退出登录' })));
  } catch (fault) {
    replace(box, el('p', { class: 'note error', text: fault.status === 401 ? '登录已过期，请重新登录。' : fault.message }, fault.status === 401 && el('a', { href: '/desk/sign-in', text: ' 登录' })));
  }
}
