import { byId } from './dom.js';

byId('next').value = new URLSearchParams(location.search).get('next') ?? '';
byId('secret').focus();
document.documentElement.dataset.ready = 'sign-in';
