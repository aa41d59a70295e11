/** Tabs as the ARIA practices have them: arrows move, one panel is shown. */
export function tabs(list) {
  const all = [...list.querySelectorAll('[role=tab]')];
  const choose = (tab, focus) => {
    for (const one of all) {
      const chosen = one === tab;
      one.setAttribute('aria-selected', String(chosen));
      one.tabIndex = chosen ? 0 : -1;
      document.getElementById(one.getAttribute('aria-controls')).hidden = !chosen;
    }
    if (focus) tab.focus();
  };
  list.addEventListener('click', event => { const tab = event.target.closest('[role=tab]'); if (tab) choose(tab); });
  list.addEventListener('keydown', event => {
    const at = all.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    choose(all[(to + all.length) % all.length], true);
  });
  choose(all.find(tab => tab.getAttribute('aria-selected') === 'true') ?? all[0]);
  return id => choose(document.getElementById(id));
}
