/**
 * The colleague's page, made for a phone: what one has raised and how it goes, what one is asked now, and raising something.
 * The address says what is shown: #raise, the number of a matter, or the list.
 */
import { ask, failure, json, notSent, person, post, say } from './page.js';
import { html, nothing, render, repeat } from './view.js';
import { matterCard, otherCard } from './mine-card.js';
import { raising } from './mine-raise.js';
import { leaving } from './leaving.js';
import { titled, top } from './top.js';

const place = document.getElementById('mine');

const MINE = say('我的事项', 'My concerns');
const RAISE = say('反映问题、困难或建议', 'Raise a concern');

const state = { closed: false, q: '', page: 0, mine: null, open: null, opener: '', sending: false, told: '', problem: '' };

/** The form that is open: { changed(), destroy() }, or nothing. */
let writing = null;

const leave = leaving({
  changed: () => Boolean(writing?.changed()),
  moved() {
    state.told = '';
    show();
    place.querySelector('h1').focus({ preventScroll: true });
  },
});

function putAway() {
  writing?.destroy();
  writing = null;
  state.open = null;
}

// --- asking ---------------------------------------------------------------------------------------------------------

const asked = () => new URLSearchParams({ closed: state.closed, page: state.page, ...(state.q ? { q: state.q } : {}) });

async function load() {
  const query = asked().toString();
  try {
    const mine = await ask('../api/mine?' + query);
    if (query === asked().toString()) {
      Object.assign(state, { mine, problem: '' });
    }
  } catch (error) {
    state.problem = failure(error);
  }
  draw();
}

/** Something was sent: what has become of it is said, and everything is read anew. */
async function sent(sentence) {
  putAway();
  state.told = sentence;
  await load();
  window.scrollTo(0, 0);
  place.querySelector('.told')?.focus({ preventScroll: true });
}

// --- what is open ---------------------------------------------------------------------------------------------------

/** @param options see openForm */
async function open(task, options = {}) {
  if (!leave.may()) {
    return;
  }
  putAway();
  Object.assign(state, { open: task.task, opener: `${task.task} ${options.action || ''}`, told: '', problem: '' });
  draw();
  const { openForm } = await import('./mine-form.js');
  const container = document.getElementById('writing');
  if (container && state.open === task.task) {
    writing = openForm(container, task, { ...options, sent });
    container.scrollIntoView({ block: 'nearest' });
  }
}

/** Who goes by keys is on the button again from which they came. */
function close() {
  if (leave.may()) {
    putAway();
    draw();
    place.querySelector(`[data-opens="${CSS.escape(state.opener)}"]`)?.focus();
  }
}

/** Whether the form cannot be sent with the rating alone: an administrator may have added what must be filled in. */
const asksMore = ({ schema }) => schema.components.some((one) => one.key !== 'rating' && one.validate?.required);

/** Rates with one tap; what else the form asks may be left out. */
async function rate(task, rating, label) {
  if (state.sending || !leave.may()) {
    return;
  }
  putAway();
  Object.assign(state, { sending: true, told: '', problem: '' });
  draw();
  try {
    const address = '../api/work/' + encodeURIComponent(task.task);
    if (asksMore(await ask(address + '/form'))) {
      state.sending = false;
      await open(task, { action: rating });
      return;
    }
    const { sentence } = await post(address, json({ rating, shownTo: person() }));
    state.sending = false;
    await sent(say(`评价已提交：${label}。`, `Your rating has been sent: ${label}. `) + sentence);
  } catch (error) {
    Object.assign(state, { sending: false, problem: notSent(error) });
    draw();
    place.querySelector('.problem').scrollIntoView({ block: 'center' });
  }
}

/** Place and files of a concern, by its number: read when somebody looks at what they wrote. */
const known = new Map();

async function more(number) {
  const address = '../api/concerns/' + encodeURIComponent(number);
  try {
    const [concern, files] = await Promise.all([ask(address), ask(address + '/files')]);
    known.set(number, { place: concern.place, files });
    draw();
  } catch (error) {
    state.problem = failure(error);
    draw();
  }
}

const acts = { open, close, rate, isSending: () => state.sending, isOpen: (task) => state.open === task, more, moreOf: (number) => known.get(number) };

/** @param changes to what is listed */
function list(changes) {
  if (leave.may()) {
    putAway();
    Object.assign(state, { page: 0, told: '' }, changes);
    load();
    window.scrollTo(0, 0);
  }
}

// --- drawing --------------------------------------------------------------------------------------------------------

const search = (event) => {
  event.preventDefault();
  list({ q: new FormData(event.target).get('q').trim() });
};

const tasksOf = (number) => state.mine.tasks.filter((task) => task.number === number);

/** What is asked of one comes first. */
function sorted(concerns) {
  const waits = (one) => tasksOf(one.number).some((task) => !task.standing);
  return [...concerns.filter(waits), ...concerns.filter((one) => !waits(one))];
}

/** What is asked about no concern of this page. */
function others() {
  const shown = new Set(state.mine.concerns.map((one) => one.number));
  return state.closed || state.q ? [] : state.mine.tasks.filter((task) => !task.standing && !shown.has(task.number));
}

const lists = () => html`
  <div class="which">
    <p class="switch" role="group" aria-label=${say('哪些事项', 'Which concerns')}>
      <button type="button" aria-pressed=${!state.closed} @click=${() => list({ closed: false })}>${say('进行中', 'Open')}</button>
      <button type="button" aria-pressed=${state.closed} @click=${() => list({ closed: true })}>${say('已结束', 'Closed')}</button>
    </p>
    <form role="search" @submit=${search}>
      <input type="search" name="q" maxlength="100" .value=${state.q}
        placeholder=${say('标题或编号', 'Title or number')} aria-label=${say('按标题或编号查找', 'Search title or number')}>
      <button type="submit">${say('查找', 'Search')}</button>
    </form>
  </div>`;

const empty = () => html`<p class="empty">${
  state.q
    ? say('没有符合条件的事项。', 'Nothing matches.')
    : state.closed
      ? say('还没有已结束的事项。', 'Nothing has been closed yet.')
      : say('目前没有进行中的事项。', 'You have no open concerns.')
}</p>`;

const pages = ({ page, pages: all }) =>
  all > 1
    ? html`<nav class="pages" aria-label=${say('翻页', 'Pages')}>
        <button type="button" ?disabled=${page === 0} @click=${() => list({ page: page - 1 })}>‹ ${say('上一页', 'Previous')}</button>
        <span>${say(`第 ${page + 1}／${all} 页`, `Page ${page + 1} of ${all}`)}</span>
        <button type="button" ?disabled=${page + 1 >= all} @click=${() => list({ page: page + 1 })}>${say('下一页', 'Next')} ›</button>
      </nav>`
    : nothing;

const matters = (mine) => html`
  ${
    others().length
      ? html`<section aria-labelledby="waiting">
          <h2 id="waiting">${say('请您处理', 'Waiting for you')}</h2>
          ${repeat(others(), (task) => task.task, (task) => otherCard(task, acts))}
        </section>`
      : nothing
  }
  <section aria-label=${say('我反映的事项', 'My concerns')}>
    ${lists()}
    ${mine.concerns.length ? repeat(sorted(mine.concerns), (one) => one.number, (one) => matterCard(one, tasksOf(one.number), acts)) : empty()}
    ${pages(mine)}
  </section>`;

const page = () => html`
  <h1 tabindex="-1">${MINE}</h1>
  <a class="raise" href="#raise">${RAISE}</a>
  ${state.told ? html`<p class="told" role="status" tabindex="-1">${state.told}</p>` : nothing}
  ${state.problem ? html`<p class="problem" role="alert">${state.problem}</p>` : nothing}
  ${state.mine ? matters(state.mine) : state.problem ? nothing : html`<p class="quiet" role="status">${say('正在读取……', 'Loading…')}</p>`}`;

const raise = () => html`
  <a class="back" href="#">‹ ${MINE}</a>
  <h1 tabindex="-1">${RAISE}</h1>
  <div id="raising"></div>`;

const isRaising = () => leave.at() === '#raise';

function draw() {
  document.title = titled(isRaising() ? RAISE : MINE);
  render(isRaising() ? raise() : page(), place);
}

function show() {
  putAway();
  draw();
  window.scrollTo(0, 0);
  if (isRaising()) {
    writing = raising(document.getElementById('raising'), { done: load });
  } else {
    load().then(() => document.getElementById(leave.at().slice(1))?.scrollIntoView());
  }
}

top('mine', leave)
  .then(show)
  .catch((error) => {
    state.problem = failure(error);
    draw();
  });
