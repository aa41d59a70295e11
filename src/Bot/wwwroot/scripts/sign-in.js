import { byId } from './dom.js';

const next = new URLSearchParams(location.search).get('next') ?? '';
byId('next').value = next;
if (next) byId('account').search = new URLSearchParams({ next });
byId(byId('with-secret').hidden ? 'account' : 'secret').focus();
document.documentElement.dataset.ready = 'sign-in';
