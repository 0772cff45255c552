/** The top of every own page: what one may start, where else one may go, who one is, and out. */
import { ask, say } from './page.js';
import { FREE } from './leaving.js';
import { html, nothing, render } from './view.js';

const here = (path) => new URL(path, import.meta.url).href;
const app = (name) => here(`../camunda/app/${name}/`);

const link = (page) => ({
  desk: ['desk.html', say('工作台', 'Desk')],
  mine: ['mine.html', say('我的事项', 'My concerns')],
  registers: ['registers.html', say('已办与台账', 'Done and registers')],
  agenda: ['agenda.html', say('学校研究', 'Agenda')],
  stalled: ['stalled.html', say('停滞事项', 'Stalled')],
  pairs: ['pairs.html', say('结对情况', 'Pairs')],
  bulletins: ['bulletins.html', say('公示栏', 'Bulletins')],
  absences: ['absences.html', say('请假', 'Leave')],
  rules: ['rules.html', say('流程与规则', 'Processes and rules')],
  roster: ['roster.html', say('名册导入', 'Roster')],
}[page]);

/** What a window is called. */
export const titled = (name) => name + say(' · 上达', ' · Shangda');

/** Of each page, whether it is worth a look for this person; whether they may see what is on it, it asks itself. */
const open = (places) =>
  Object.entries({
    desk: true,
    mine: true,
    registers: places.handles,
    agenda: places.pages.includes('agenda'),
    stalled: places.handles || places.operates || places.administers,
    pairs: places.handles,
    bulletins: true,
    absences: true,
    rules: places.administers,
    roster: places.administers,
  })
    .filter(([, may]) => may)
    .map(([page]) => page);

const guide = (places) => here('guide.html') + '#' + places.guide;

const TASKLIST = say('任务列表', 'Tasklist');

/** What one does elsewhere, on every page with room for it in its top, at the desk on a phone as well. */
export const elsewhere = (places) => html`<p class="elsewhere">
  <a href=${guide(places)}>${say('使用手册', 'Guide')}</a>
  <a href=${app('tasklist')}>${TASKLIST}</a> ${say('同样的待办，用 Camunda 的页面逐件办理', 'The same work, one at a time, on the pages of Camunda')}
</p>`;

const anchor = (page, current, narrow = '') =>
  html`<a class=${narrow} href=${here(link(page)[0])} aria-current=${page === current ? 'page' : nothing}>${link(page)[1]}</a>`;

/** A menu closes when something else is pressed, as menus do. */
document.addEventListener('click', (event) => {
  document.querySelectorAll('.top details[open]').forEach((menu) => {
    if (!menu.contains(event.target) || event.target.closest('a')) {
      menu.open = false;
    }
  });
});
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && event.target.closest?.('.top details[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

/** @param page see leaving.js: asked before somebody logs out, and only then */
async function logOutOf(page) {
  if (page.may()) {
    const { logOut } = await import('../camunda/app/shangda/log-in.js');
    await logOut();
    page.go(here('desk.html'));
  }
}

/** Where something is started: what one raises has a page of its own, with photos. */
const startOf = ({ process }) => here(process === 'concern-escalation' ? 'mine.html#raise' : 'desk.html#start=' + encodeURIComponent(process));

function drawn(places, current, page) {
  const pages = open(places);
  return html`<header class="top"><div>
    <a class="brand" href=${here('desk.html')}>${say('上达', 'Shangda')}</a>
    ${places.starts.length
      ? html`<details class="start">
          <summary>${say('发起', 'Start')}</summary>
          <div class="menu">
            ${places.starts.map((one) => html`<a href=${startOf(one)}>${one.name}</a>`)}
          </div>
        </details>`
      : nothing}
    <nav aria-label=${say('页面', 'Pages')}>
      ${pages.slice(0, 4).map((one) => anchor(one, current))}
      <details>
        <summary>${say('更多', 'More')}</summary>
        <div class="menu">
          ${pages.slice(0, 4).map((one) => anchor(one, current, 'narrow'))} ${pages.slice(4).map((one) => anchor(one, current))}
          <a class="narrow" href=${guide(places)}>${say('使用手册', 'Guide')}</a>
          <a class="narrow" href=${app('tasklist')}>${TASKLIST}<small>${say('同样的待办，逐件办理', 'The same work, one at a time')}</small></a>
          ${places.operates || places.administers ? html`<a href=${app('cockpit')}>${say('运行监控', 'Cockpit')}</a>` : nothing}
          ${places.administers ? html`<a href=${app('admin')}>${say('用户与权限', 'Admin')}</a>` : nothing}
        </div>
      </details>
    </nav>
    <a href=${app('tasklist')} class="help" title=${say('同样的待办，逐件办理', 'The same work, one at a time')}>${TASKLIST}</a>
    <a href=${guide(places)} class="help">${say('使用手册', 'Guide')}</a>
    <details>
      <summary>${places.name}</summary>
      <div class="menu right">
        <span class="who">${places.person}</span>
        <button type="button" class="logout" @click=${() => logOutOf(page)}>${say('退出', 'Log out')}</button>
      </div>
    </details>
  </div></header>`;
}

/**
 * @param current which page this is; its title is what the way to it is called
 * @param page whether it may be left, see leaving.js
 * @return what the product says of the person
 */
export async function top(current, page = FREE) {
  if (link(current)) {
    document.title = titled(link(current)[1]);
  }
  const places = await ask(here('../api/places'));
  render(drawn(places, current, page), document.getElementById('top'));
  // It comes with the next page as well.
  import('../camunda/app/shangda/password-notice.js').catch(() => {});
  return places;
}
