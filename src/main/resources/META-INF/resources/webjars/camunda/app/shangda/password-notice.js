/** Tells people after login that somebody else has set their password, until they put it away. */
import { words } from './language.js';

const address = new URL('../../../api/account/password-notice', import.meta.url);
const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };

const token = () => {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('API-XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.split('=')[1]) : '';
};

const put = (parent, tag, text) => {
  const element = document.createElement(tag);
  element.textContent = text;
  return parent.appendChild(element);
};

function show(sentences, shownTo) {
  const notice = document.createElement('div');
  notice.className = 'shangda-password-notice';
  notice.setAttribute('role', 'alert');
  sentences.forEach((sentence) => put(notice, 'p', sentence));
  const button = put(notice, 'button', words('知道了', 'I have read this'));
  button.type = 'button';
  button.addEventListener('click', async () => {
    const answer = await fetch(address, { method: 'DELETE', headers: { ...headers, 'X-XSRF-TOKEN': token(), 'Shown-To': shownTo } });
    if (answer.ok) notice.remove();
  });
  document.body.append(notice);
}

async function ask() {
  const answer = await fetch(address, { headers });
  if (!answer.ok) return;
  const { sentences } = await answer.json();
  if (sentences.length && loggedIn) show(sentences, answer.headers.get('Shown-To'));
}

// The webapps log in and out without another page; only who is logged in can log out.
let loggedIn = false;
function look() {
  const now = document.querySelector('.logout') !== null;
  if (now === loggedIn) return;
  loggedIn = now;
  document.querySelectorAll('.shangda-password-notice').forEach((notice) => notice.remove());
  if (loggedIn) ask();
}

look();
new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true });
