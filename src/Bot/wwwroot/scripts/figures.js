import { announce, byId, el, replace } from './dom.js';
import { get } from './api.js';
import { showSession } from './session.js';
import { bar, columns } from './figures-plot.js';

const KINDS = { award: '测算', clause: '条文', summary: '归纳', clarify: '追问', refuse: '未能回答', smalltalk: '寒暄' };
const NAMES = Object.keys(KINDS);
const CHANNELS = { api: '网页和接口', cli: '命令行', wechat: '微信公众号', wecom: '企业微信', 'activity:msteams': 'Teams', 'activity:webchat': '网页对话' };

const number = value => value.toLocaleString('zh-CN');
const sum = (days, name) => days.reduce((total, day) => total + day[name], 0);
const percent = (part, whole) => whole === 0 ? '—' : `${(part / whole * 100).toFixed(part === 0 || part === whole ? 0 : 1)}`;
const duration = seconds => seconds < 1 ? [String(seconds * 1000), '毫秒'] : [String(seconds), '秒'];
const minute = time => `${Number(time.slice(5, 7))}月${Number(time.slice(8, 10))}日 ${time.slice(11, 16)}`;

const tile = (name, value, unit, more) => el('section', { class: 'card' },
  el('h2', { class: 'tile-name', text: name }),
  el('p', { class: 'tile-number' }, value, unit && el('small', { text: unit })),
  el('p', { class: 'hint' }, more));

function tiles(days, totals, answering) {
  const asked = totals.all - totals.smalltalk;
  const rated = totals.helpful + totals.unhelpful;
  const [half, unit] = answering.half === null ? ['—', ''] : duration(answering.half);
  const slow = answering.ninetyNine === null ? null : duration(answering.ninetyNine).join(' ');
  return el('div', { class: 'tiles' },
    tile('提问', number(totals.all), '次', `平均每天 ${number(Math.round(totals.all / days.length * 10) / 10)} 次`),
    tile('未能回答', percent(totals.refuse, asked), asked > 0 && '%', [`${number(totals.refuse)} 次，`, el('a', { href: '/desk/questions', text: '看看是哪些' })]),
    tile('认为有帮助', percent(totals.helpful, rated), rated > 0 && '%', rated === 0 ? '还没有评价' : `${number(rated)} 次评价，没帮助 ${number(totals.unhelpful)} 次`),
    tile('一半的答复不超过', half, unit, answering.count === 0 ? '启动以来还没有提问' : slow === null ? '' : `99% 不超过 ${slow}`));
}

function daily(days, totals) {
  const said = `每天的提问，共 ${totals.all} 次：${NAMES.map(kind => `${KINDS[kind]} ${totals[kind]} 次`).join('，')}。逐日数字见下表。`;
  const head = ['日期', '合计', ...Object.values(KINDS), '有帮助', '没帮助'];
  return el('section', { class: 'card daily' },
    el('h2', { text: '每天的提问' }),
    columns(days, NAMES, said),
    el('ul', { class: 'legend' }, NAMES.map(kind => el('li', {}, el('span', { class: `dot kind-${kind}` }), KINDS[kind]))),
    el('details', {}, el('summary', { text: '逐日数字' }),
      el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': '逐日数字' }, el('table', { class: 'numbers' },
        el('thead', {}, el('tr', {}, head.map(text => el('th', { scope: 'col', text })))),
        el('tbody', {}, [...days].reverse().map(day => el('tr', {},
          el('th', { scope: 'row', text: day.day }),
          [NAMES.reduce((all, kind) => all + day[kind], 0), ...NAMES.map(kind => day[kind]), day.helpful, day.unhelpful].map(count => el('td', { text: number(count) })))))))));
}

function shares(title, entries) {
  const most = Math.max(...entries.map(([, count]) => count), 1);
  return el('section', { class: 'card shared' }, el('h2', { text: title }),
    entries.length === 0 ? el('p', { class: 'hint', text: '这段时间没有提问。' })
      : el('ul', {}, entries.map(([name, count, kind]) => el('li', {}, el('span', { text: name }), bar(count / most, kind), el('span', { class: 'count', text: number(count) })))));
}

function show({ days, channels, keptDays, store, answering }) {
  const totals = Object.fromEntries([...NAMES, 'helpful', 'unhelpful'].map(name => [name, sum(days, name)]));
  totals.all = NAMES.reduce((all, kind) => all + totals[kind], 0);
  replace(byId('figures'),
    store && el('p', { class: 'note error', role: 'alert', text: `${store}这段时间的提问和评价暂时读不到，也没有留存。` }),
    tiles(days, totals, answering),
    daily(days, totals),
    el('div', { class: 'split' },
      shares('按类别', NAMES.filter(kind => totals[kind] > 0).map(kind => [KINDS[kind], totals[kind], `kind-${kind}`])),
      shares('按渠道', channels.map(({ channel, count }) => [CHANNELS[channel] ?? channel, count, 'kind-award']))),
    el('p', { class: 'fine', text: `提问、类别、评价和渠道取自保存的记录（保存 ${keptDays} 天，按北京时间计日，评价记在给出评价的那天）；「未能回答」的比例不计寒暄。答复耗时只统计本机这个程序自 ${minute(answering.since)} 启动以来的 ${number(answering.count)} 次，从收到提问算到记录写好，按档统计，重启后重新计。` }));
}

let wanted = 0;
async function load(days) {
  const turn = ++wanted;
  for (const button of byId('periods').children) button.setAttribute('aria-pressed', String(Number(button.dataset.days) === days));
  try {
    const usage = await get(`/api/desk/usage?days=${days}`);
    if (turn !== wanted) return;
    show(usage);
    replace(byId('status'), `${usage.from} 至 ${usage.to}`);
    announce(`已显示近 ${days} 天`);
  } catch (fault) {
    replace(byId('figures'));
    replace(byId('status'), fault.message);
  }
  document.documentElement.dataset.ready = 'figures';
}

for (const button of byId('periods').children) button.addEventListener('click', () => load(Number(button.dataset.days)));
showSession();
load(30);
