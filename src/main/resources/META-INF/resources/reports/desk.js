/**
 * 工作台: what waits for whom, and the row that is open. The address says what is shown: list, q, unit, category, level,
 * state and page of the list, and beside it the task or the process whose form is open, so that a link leads to either.
 */
import { ask, failure, say } from './page.js';
import { listOf } from './desk-list.js';
import { bar, receive } from './desk-together.js';
import { openStart, openTask } from './desk-form.js';
import { top } from './top.js';
import { html, nothing, render } from './view.js';

const FILTERS = ['list', 'q', 'unit', 'category', 'level', 'state', 'page'];
const desk = document.getElementById('desk');

/** What is shown: the address, the answer about the list, and what is ticked of it. */
const shown = { address: new URLSearchParams(), page: null, ticked: new Set(), said: null, problem: '' };
let open = null;
let at = window.location.hash;

const read = () => new URLSearchParams(window.location.hash.slice(1));
const hash = (address) => '#' + address;

/** The address with some of it changed; what is empty is left out. */
export function addressWith(changes) {
  const address = new URLSearchParams(shown.address);
  Object.entries(changes).forEach(([name, value]) => (value ? address.set(name, value) : address.delete(name)));
  return hash(address);
}

/** The list without a form beside it. */
const listAddress = () => addressWith({ task: '', start: '' });

const query = () => {
  const asked = new URLSearchParams();
  FILTERS.filter((name) => shown.address.get(name)).forEach((name) => asked.set(name, shown.address.get(name)));
  return asked;
};

// --- drawing --------------------------------------------------------------------------------------------------------

/** What became of what was sent: one sentence, or one for each of many. */
function said() {
  if (!shown.said) {
    return nothing;
  }
  const { sentence, results = [] } = shown.said;
  return html`<section class="said" role="status" tabindex="-1">
    <p>${sentence}</p>
    ${results.length
      ? html`<ul>${results.map((one) => html`<li class=${one.done ? 'done' : 'refused'}>
          <b>${one.done ? '✓ ' : '✗ '}${one.number}</b> ${one.title || ''} <span>${one.sentence}</span></li>`)}</ul>`
      : nothing}
    <button type="button" class="quiet" @click=${() => tell(null)} aria-label=${say('知道了', 'Dismiss')}>×</button>
  </section>`;
}

function draw() {
  const form = Boolean(open);
  desk.className = form ? 'with-form' : '';
  render(
    html`<h1 class="hidden">${say('工作台', 'Desk')}</h1>
      <div class="left">
        ${form ? nothing : said()}
        ${shown.problem ? html`<p class="problem" role="alert">${shown.problem}</p>` : nothing}
        ${shown.page ? listOf(shown, { addressWith, query, tick, tickAll, go }) : nothing}
        ${shown.page && !form ? bar(shown, { together, done: finished }) : nothing}
      </div>
      <div class="right" ?hidden=${!form}>
        ${form ? html`<a class="back" href=${listAddress()}>‹ ${say('返回列表', 'Back to the list')}</a>${said()}` : nothing}
        <div id="form"></div>
      </div>`,
    desk,
  );
}

export const go = (address) => {
  window.location.hash = address;
};

function tell(outcome) {
  shown.said = outcome;
  draw();
  desk.querySelector('.said')?.focus({ preventScroll: true });
}

function tick(task, on) {
  if (on) {
    shown.ticked.add(task);
  } else {
    shown.ticked.delete(task);
  }
  draw();
}

function tickAll(on) {
  shown.page.rows.filter((row) => !row.standing && shown.page.list !== 'done').forEach((row) => (on ? shown.ticked.add(row.task) : shown.ticked.delete(row.task)));
  draw();
}

// --- the list -------------------------------------------------------------------------------------------------------

async function load() {
  const asked = query().toString();
  try {
    const page = await ask('../api/desk?' + asked);
    if (asked !== query().toString()) {
      return;
    }
    shown.page = page;
    shown.problem = '';
    const here = new Set(page.rows.map((row) => row.task));
    shown.ticked.forEach((task) => here.has(task) || shown.ticked.delete(task));
  } catch (error) {
    shown.problem = failure(error);
  }
  draw();
}

// --- what is open ---------------------------------------------------------------------------------------------------

const question = say(
  '尚未提交，离开后填写的内容不会保留。确定离开？',
  'This has not been submitted, and what you have written will be lost. Leave?',
);

/** Leaving a form with unsent text asks first, however one leaves. */
export const mayLeave = () => !open?.changed() || window.confirm(question);

function close() {
  open?.destroy();
  open = null;
}

window.addEventListener('beforeunload', (event) => {
  if (open?.changed()) {
    event.preventDefault();
  }
});

/** The row after the one that is done, or before it where it was the last. */
function neighbour(task) {
  const rows = (shown.page?.rows || []).filter((row) => !row.standing);
  const at = rows.findIndex((row) => row.task === task);
  return at < 0 ? null : (rows[at + 1] || rows[at - 1])?.task;
}

/** Something was sent: what has become of it is said, and what waits next is opened. */
async function finished(outcome, { task = '', next = null } = {}) {
  const following = next || (task && neighbour(task)) || '';
  shown.ticked.clear();
  close();
  shown.said = outcome;
  window.history.pushState(null, '', addressWith({ task: following, start: '' }));
  at = window.location.hash;
  await show();
  desk.querySelector('.said')?.focus({ preventScroll: true });
  desk.querySelector('.right').scrollTop = 0;
  window.scrollTo(0, 0);
}

function together(rows) {
  open = { changed: () => false, destroy() {} };
  draw();
  import('./desk-batch.js').then(({ openBatch }) => {
    open = openBatch(document.getElementById('form'), rows, { finished, cancel: () => mayLeave() && show() });
  });
}

/** Shows what the address says; the list is read anew where its part of the address has changed, or something was sent. */
async function show() {
  const before = query().toString();
  shown.address = read();
  const task = shown.address.get('task');
  const start = shown.address.get('start');
  close();
  if (task || start) {
    open = { changed: () => false, destroy() {} };
  }
  draw();
  const reading = !shown.page || before !== query().toString() || shown.said ? load() : null;
  if (task || start) {
    const container = document.getElementById('form');
    const row = shown.page?.rows.find((one) => one.task === task);
    open = task ? openTask(container, { task, row, receive, finished }) : openStart(container, { process: start, finished });
    document.querySelector('.right').scrollTop = 0;
  }
  await reading;
}

window.addEventListener('hashchange', () => {
  if (window.location.hash === at) {
    return;
  }
  if (!mayLeave()) {
    window.history.pushState(null, '', at || '#');
    return;
  }
  const fromForm = open !== null;
  at = window.location.hash;
  shown.said = null;
  show().then(() => {
    if (fromForm && !open) {
      load();
    }
  });
});

top('desk', mayLeave)
  .then(show)
  .catch((error) => {
    shown.problem = failure(error);
    draw();
  });
