/** The login page of a session that lives says whose it is: whoever logs in here takes it over in every tab. */
import { words } from './language.js';

const address = document.querySelector('base').getAttribute('admin-api') + 'auth/user/default';

async function say(form) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok || form.querySelector('.still-logged-in')) return;
  const { userId } = await answer.json();
  const notice = document.createElement('p');
  notice.className = 'still-logged-in';
  notice.setAttribute('role', 'status');
  const back = document.createElement('a');
  back.href = '#/';
  back.textContent = words('返回', 'Back');
  notice.append(
    words(
      `此浏览器已由 ${userId} 登录。换人登录后，其他已打开的页面也会换成新登录的人。`,
      `${userId} is logged in in this browser. If somebody else logs in, every open tab becomes theirs.`,
    ),
    ' ',
    back,
  );
  form.prepend(notice);
}

const asked = new WeakSet();
new MutationObserver(() => {
  const form = document.querySelector('form[name="signinForm"]');
  if (!form || asked.has(form)) return;
  asked.add(form);
  say(form);
}).observe(document.documentElement, { childList: true, subtree: true });
