/**
 * Logging in over a page, which stays as it is with whatever was written on it, and out. The session is the webapps' own.
 */
import { words } from './language.js';

const address = new URL('../../api/admin/auth/user/default', import.meta.url).href;

/** Against forged requests; every question who is logged in brings the session's. */
let token = '';

/** The login that this browser has now, or null. */
export async function loggedIn() {
  const answer = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  token = answer.headers.get('X-XSRF-TOKEN') || token;
  return answer.ok ? (await answer.json()).userId : null;
}

async function send(path, body) {
  await loggedIn();
  return fetch(address + path, { method: 'POST', headers: { 'X-XSRF-TOKEN': token, Accept: 'application/json' }, body });
}

export const logOut = () => send('/logout');

/** @returns {Promise<string>} what is wrong, or nothing */
async function logIn(person, password) {
  try {
    const answer = await send('/login/tasklist', new URLSearchParams({ username: person, password }));
    // The session is another one now, with another token.
    await loggedIn();
    if (answer.ok) return '';
    const { message } = await answer.json().catch(() => ({}));
    return message || words('密码不正确，请重新输入。', 'The password is wrong.');
  } catch {
    return words('网络连接中断，请稍后再试。', 'The connection was lost. Please try again.');
  }
}

function reason(person, now) {
  if (!person) return words('教职工反映的事项，逐级办到有着落、有答复、有评价。请用工号登录。', 'What colleagues raise climbs until somebody settles it. Please log in with your staff number.');
  return now
    ? words(
        `您已在另一页面以其他身份（${now}）登录。请重新登录，填写的内容仍在。`,
        `Somebody else (${now}) has logged in in another tab. Please log in again; what you have written is still here.`,
      )
    : words('登录已失效。请重新登录，填写的内容仍在。', 'Your login has ended. Please log in again; what you have written is still here.');
}

/**
 * @param person for whom the page was opened, who alone may go on with it; nothing where it was opened for nobody yet
 * @param now who is logged in meanwhile
 * @returns {Promise<boolean>} whether that person has logged in
 */
export function logInOver(person, now) {
  const dialog = document.createElement('dialog');
  dialog.className = 'log-in-again';
  dialog.innerHTML = `
    <form method="dialog">
      <h1></h1>
      <p></p>
      <input class="form-control" name="username" autocomplete="username" required>
      <input class="form-control" name="password" type="password" autocomplete="current-password" required>
      <p role="alert"></p>
      <button class="btn btn-primary" type="submit"></button>
      <button class="btn btn-default" type="button"></button>
    </form>`;
  const form = dialog.firstElementChild;
  const title = form.querySelector('h1');
  title.textContent = words('上达', 'Shangda');
  title.hidden = Boolean(person);
  const [why, wrong] = form.querySelectorAll('p');
  const [go, back] = form.querySelectorAll('button');
  why.textContent = reason(person, now);
  dialog.setAttribute('aria-label', words('登录', 'Log in'));
  form.username.value = person || '';
  form.username.readOnly = Boolean(person);
  form.username.placeholder = words('工号', 'Staff number');
  form.username.setAttribute('aria-label', form.username.placeholder);
  form.password.placeholder = words('密码', 'Password');
  form.password.setAttribute('aria-label', form.password.placeholder);
  go.textContent = words('登录', 'Log in');
  back.textContent = words('暂不登录', 'Not now');
  // Where nothing is shown yet there is nothing to go back to.
  back.hidden = !person;
  dialog.classList.toggle('first', !person);
  dialog.addEventListener('cancel', (event) => person || event.preventDefault());
  document.body.append(dialog);
  // Tasklist's own shortcuts, and Escape for the window below.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.showModal();
  (person ? form.password : form.username).focus();
  return new Promise((answer) => {
    back.addEventListener('click', () => dialog.close());
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      go.disabled = true;
      wrong.textContent = await logIn(form.username.value.trim(), form.password.value);
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
