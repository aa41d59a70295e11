import { el } from './dom.js';

const NAMES = { 'in-force': '在执行期内', unclear: '时效不明确', expired: '已过期', 'not-yet': '尚未施行' };

/** A short mark: 已过期. */
export const badge = validity => validity && el('span', { class: `badge ${validity.status}`, text: NAMES[validity.status] ?? validity.status });

/** The mark with the sentence that explains it. */
export const banner = validity => validity && el('p', { class: `validity ${validity.status}` }, badge(validity), el('span', { text: validity.note }));
