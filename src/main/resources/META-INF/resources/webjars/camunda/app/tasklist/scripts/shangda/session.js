/**
 * A session that has ended, or has become somebody else's, is renewed over the open form: the webapp would show its
 * login page instead, and what was written would be gone.
 */
import { words } from '../../../shangda/language.js';
import { rootScope } from './root-scope.js';
import { unsentIn } from './unsent.js';

const address = document.querySelector('base').getAttribute('admin-api') + 'auth/user/default';

/** The login that this browser has now, or null. The answer also renews the token against forged requests. */
const loggedIn = async () => {
  const answer = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  return answer.ok ? (await answer.json()).userId : null;
};

/** Whoever does not want to log in now is asked again when they send, not every ten seconds. */
let declined = false;
let checking = null;

/**
 * Sees to it that the session is that of the person for whom this page was opened. Who asks while somebody else is
 * asking gets the same answer.
 *
 * @returns {Promise<boolean>} false when that person does not log in
 */
export function asThisPerson() {
  checking = checking || check().finally(() => (checking = null));
  return checking;
}

async function check() {
  const person = (await rootScope).authentication?.name;
  try {
    const now = await loggedIn();
    declined = Boolean(person) && now !== person && !(await logInOverTheForm(person, now));
    return !declined;
  } catch {
    // Without a connection the request itself says what is wrong.
    return true;
  }
}

const token = () =>
  decodeURIComponent((document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN=')) || '=').split('=')[1]);

/** @returns {Promise<string>} what is wrong, or nothing */
async function logIn(person, password) {
  try {
    await loggedIn();
    const answer = await fetch(address + '/login/tasklist', {
      method: 'POST',
      headers: { 'X-XSRF-TOKEN': token(), Accept: 'application/json' },
      body: new URLSearchParams({ username: person, password }),
    });
    // The session is another one now, with another token.
    await loggedIn();
    if (answer.ok) return '';
    const { message } = await answer.json().catch(() => ({}));
    return message || words('密码不正确，请重新输入。', 'The password is wrong.');
  } catch {
    return words('网络连接中断，请稍后再试。', 'The connection was lost. Please try again.');
  }
}

function logInOverTheForm(person, now) {
  const dialog = document.createElement('dialog');
  dialog.className = 'log-in-again';
  dialog.innerHTML = `
    <form method="dialog">
      <p></p>
      <input class="form-control" name="username" autocomplete="username" readonly>
      <input class="form-control" name="password" type="password" autocomplete="current-password" required autofocus>
      <p role="alert"></p>
      <button class="btn btn-primary" type="submit"></button>
      <button class="btn btn-default" type="button"></button>
    </form>`;
  const form = dialog.firstElementChild;
  const [why, wrong] = form.querySelectorAll('p');
  const [go, back] = form.querySelectorAll('button');
  why.textContent = now
    ? words(
        `您已在另一页面以其他身份（${now}）登录。请重新登录，填写的内容仍在。`,
        `Somebody else (${now}) has logged in in another tab. Please log in again; what you have written is still here.`,
      )
    : words('登录已失效。请重新登录，填写的内容仍在。', 'Your login has ended. Please log in again; what you have written is still here.');
  form.username.value = person;
  form.password.placeholder = words('密码', 'Password');
  go.textContent = words('登录', 'Log in');
  back.textContent = words('暂不登录', 'Not now');
  document.body.append(dialog);
  // Tasklist's own shortcuts, and Escape for the window below.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.showModal();
  return new Promise((answer) => {
    back.addEventListener('click', () => dialog.close());
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      go.disabled = true;
      wrong.textContent = await logIn(person, form.password.value);
      go.disabled = false;
      form.password.value = '';
      form.password.focus();
      if (!wrong.textContent) dialog.close('in');
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      answer(dialog.returnValue === 'in');
    });
  });
}

/*
 * The list asks every ten seconds, and on a 401 the webapp puts the form away before anybody could stop it. Such an
 * answer is held back while a form is unsent. In the constructor, because whoever asks adds its listener before it opens
 * the request.
 */
window.XMLHttpRequest = class extends XMLHttpRequest {
  constructor() {
    super();
    const hold = (event) => {
      const ended = this.readyState === 4 && this.status === 401 && !this.responseURL.includes('/auth/user/');
      if (ended && unsentIn(document).length) {
        event.stopImmediatePropagation();
        if (event.type === 'loadend' && !declined) asThisPerson();
      }
    };
    ['readystatechange', 'load', 'loadend'].forEach((type) => this.addEventListener(type, hold));
  }
};
