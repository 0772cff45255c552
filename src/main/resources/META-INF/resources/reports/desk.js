/**
 * 工作台: what waits for whom, and the row that is open. The address says what is shown: list, q, unit, category, level,
 * state and page of the list, and beside it the task or the process whose form is open, so that a link leads to either.
 */
import { ask, failure, say } from './page.js';
import { listOf } from './desk-list.js';
import { bar, receive } from './desk-together.js';
import { openStart, openTask } from './desk-form.js';
import { leaving } from './leaving.js';
import { elsewhere, top } from './top.js';
import { html, nothing, render } from './view.js';

const FILTERS = ['list', 'q', 'unit', 'category', 'level', 'state', 'page'];
const desk = document.getElementById('desk');

/** What is shown: the address, the answer about the list, and what is ticked of it, and where else one may go. */
const shown = { address: new URLSearchParams(), places: null, page: null, ticked: new Set(), said: null, problem: '' };

/** The form that is open: { changed(), destroy() }, or nothing; and whether it is one for many rows. */
let open = null;
let many = false;

/** Where in the list the open row stood: it leaves the list when it is received. */
let place = -1;
let latest = 0;

const read = () => new URLSearchParams(window.location.hash.slice(1));
const hash = (address) => '#' + address;

/** The address with some of it changed; what is empty is left out. */
function addressWith(changes) {
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
  desk.className = [form ? 'with-form' : '', many ? 'many' : ''].join(' ').trim();
  render(
    html`<h1 class="hidden">${say('工作台', 'Desk')}</h1>
      <div class="left">
        ${form ? nothing : said()}
        ${shown.problem ? html`<p class="problem" role="alert">${shown.problem}</p>` : nothing}
        ${shown.page ? listOf(shown, { addressWith, query, tick, tickAll, go }) : nothing}
        ${shown.page && !form ? bar(shown, { ...acts, done: finished, failed }) : nothing}
        ${shown.places && !form ? elsewhere(shown.places) : nothing}
      </div>
      <div class="right" ?hidden=${!form}>
        ${form ? html`<a class="back" href=${listAddress()} @click=${back}>‹ ${say('返回列表', 'Back to the list')}</a>${said()}` : nothing}
        <div id="form"></div>
      </div>`,
    desk,
  );
}

const go = (address) => {
  window.location.hash = address;
};

/** A form for many rows has no address of its own: the list's is here already. */
function back(event) {
  if (many) {
    event.preventDefault();
    if (leave.may()) {
      show();
    }
  }
}

function tell(outcome) {
  shown.said = outcome;
  draw();
  desk.querySelector('.said')?.focus({ preventScroll: true });
}

/** What was ticked stays ticked. */
function failed(error) {
  shown.problem = failure(error);
  draw();
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
  shown.page.rows.forEach((row) => (on ? shown.ticked.add(row.task) : shown.ticked.delete(row.task)));
  draw();
}

// --- the list -------------------------------------------------------------------------------------------------------

async function load() {
  const asked = ++latest;
  try {
    const page = await ask('../api/desk?' + query());
    if (asked !== latest) {
      return;
    }
    shown.page = page;
    // Without a list in the address it is the first in which something waits; every link from here names it.
    shown.address.set('list', page.list);
    shown.problem = '';
    const here = new Set(page.rows.map((row) => row.task));
    shown.ticked.forEach((task) => here.has(task) || shown.ticked.delete(task));
  } catch (error) {
    shown.problem = failure(error);
  }
  draw();
}

// --- what is open ---------------------------------------------------------------------------------------------------

/** A form that is still to come. */
const awaited = () => ({ changed: () => false, destroy() {} });

function close() {
  open?.destroy();
  open = null;
  many = false;
}

/** The row after the one that is done, or before it where it was the last. */
function neighbour(task) {
  const rows = shown.page?.rows || [];
  const at = rows.findIndex((row) => row.task === task);
  return (at < 0 ? rows[place] || rows[place - 1] : rows[at + 1] || rows[at - 1])?.task;
}

/** Something was sent: what has become of it is said, and what waits next is opened. */
async function finished(outcome, { task = '', next = null } = {}) {
  const following = next || (task && neighbour(task)) || '';
  shown.ticked.clear();
  close();
  shown.said = outcome;
  // Where nobody has chosen a list, the first in which something waits is another one now.
  shown.address = read();
  leave.moveTo(addressWith({ task: following, start: '' }));
  await show();
  // What waits next may be there already, and be filled in.
  if (!document.getElementById('form')?.contains(document.activeElement)) {
    desk.querySelector('.said')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
}

/** What is done with rows that are ticked, in the place of a form. @param load gives what opens it there */
async function openMany(load) {
  const expected = awaited();
  open = expected;
  many = true;
  draw();
  try {
    const opens = await load;
    if (open === expected) {
      open = opens(document.getElementById('form'));
    }
  } catch (error) {
    if (open === expected) {
      close();
      failed(error);
    }
  }
}

/** Who goes by keys is there again from where the form was opened. */
function backIn(left) {
  const row = [...desk.querySelectorAll('.rows a[data-task]')].find((one) => one.dataset.task === left.task);
  (left.many ? desk.querySelector('.bar button.main') : row)?.focus();
}

const acts = {
  together: (rows) => openMany(import('./desk-batch.js').then(({ openBatch }) => (place) => openBatch(place, rows, { finished }))),
  merge: (rows) => openMany(import('./desk-merge.js').then(({ merging }) => merging(rows, { finished }))),
  apart: (row) => openMany(import('./desk-merge.js').then(({ takingApart }) => takingApart(row, { finished }))),
};

/** Shows what the address says; the list is read anew where its part of the address has changed, or something was sent. */
async function show() {
  const before = query().toString();
  const left = open && { task: shown.address.get('task'), many };
  shown.address = read();
  const task = shown.address.get('task');
  const start = shown.address.get('start');
  close();
  if (task || start) {
    open = awaited();
  }
  draw();
  if (left && !open) {
    backIn(left);
  }
  const reading = !shown.page || before !== query().toString() || shown.said ? load() : null;
  if (task || start) {
    const container = document.getElementById('form');
    place = shown.page ? shown.page.rows.findIndex((one) => one.task === task) : -1;
    const row = () => shown.page?.rows.find((one) => one.task === task);
    const title = shown.places.starts.find((one) => one.process === start)?.name || start;
    open = task
      ? openTask(container, { task, row: row() || reading?.then(row), receive, received: load, finished })
      : openStart(container, { process: start, title, finished });
  }
  await reading;
}

const leave = leaving({
  changed: () => Boolean(open?.changed()),
  moved() {
    const fromForm = open !== null;
    shown.said = null;
    show().then(() => {
      if (fromForm && !open) {
        load();
      }
    });
  },
});

top('desk', leave)
  .then((places) => {
    shown.places = places;
    return show();
  })
  .catch(failed);
