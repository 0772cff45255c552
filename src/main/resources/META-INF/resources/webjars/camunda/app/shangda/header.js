/** What the header of every webapp says that its locale file cannot say. */
import { chinese, words } from './language.js';
import { rewordText } from './reword.js';
import './password-notice.js';
import './still-logged-in.js';

// The webjar's page says lang="en" to everybody: browsers then offer to translate a Chinese page into Chinese.
document.documentElement.lang = words('zh-CN', 'en');

// What the notice says is for those who administer and operate the system: they alone get into these two.
const operation = /\/app\/(admin|cockpit)\//.test(document.location.pathname);
const notify = () =>
  document.documentElement.classList.toggle('shangda-operation', operation && document.querySelector('li.logout, .logout a') !== null);
new MutationObserver(notify).observe(document.documentElement, { subtree: true, childList: true });

if (chinese) {
  rewordText('.app-switch .dropdown-menu a', [
    [/^Welcome$/, '首页'],
    [/^Admin$/, '系统管理'],
    [/^Cockpit$/, '运行监控'],
    [/^Tasklist$/, '任务'],
  ]);
  rewordText('th', [[/^Actions$/, '操作']]);
} else {
  // The Chinese sentence stands in zh.json. A whole copy of the vendor's en.json for the sake of one sentence would
  // have to be kept up with every release.
  const notice =
    'This system is built on Camunda 7.24 Community Edition, which no longer receives official updates; ' +
    'Shangda itself closes the known vulnerabilities, and the documentation describes the way forward.';
  new MutationObserver(() => {
    const banner = document.querySelector('.ce-eol-banner');
    if (banner && banner.textContent !== notice) banner.textContent = notice;
  }).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
}
