/** 学校研究: for the office, what is to be collected, the dockets and what came of them; for a unit, what it carries out. */
import { ask, aside, byId, colon, counted, fail, failure, json, listed, notDone, post, remove, say } from './page.js';
import { html, nothing, render, repeat } from './view.js';
import { TIME_MARKS } from '../camunda/app/shangda/time-marks.js';
import { leaving } from './leaving.js';
import { askReason } from './reason.js';
import { top } from './top.js';
import { deciding, decision, stillToDecide } from './agenda-decision.js';
import { draft, stillToChange, unsaved } from './agenda-item.js';

const API = '../api/agenda';

const state = { office: null, own: null, ticked: new Set(), busy: false, said: '', problem: '', adding: '' };

/** Pairs of what rows have in common, and the rows. */
function grouped(rows, by) {
  const groups = new Map();
  rows.forEach((one) => groups.set(by(one), [...(groups.get(by(one)) || []), one]));
  return [...groups];
}

const draw = () => render(page(), byId('agenda'));

const leave = leaving({ changed: () => deciding() || unsaved(), moved() {} });

/** What is asked for both: whoever has neither is told that there is nothing. */
async function load() {
  const [office, own] = await Promise.allSettled([ask(API), ask(API + '/own')]);
  // Whoever only signs in the office's place has nothing more here once that is done.
  const onlySigned = state.office && !state.office.collects;
  if (office.status === 'rejected' && !own.value?.length && !onlySigned) {
    throw office.reason;
  }
  state.office = office.value || null;
  state.own = own.value || null;
  stillToDecide(state.office?.items || []);
  stillToChange(state.office?.items || []);
  const there = new Set(state.office?.waiting.map((one) => one.number));
  state.ticked.forEach((number) => there.has(number) || state.ticked.delete(number));
}

/** @param done what is said when it has succeeded */
async function act(work, done) {
  if (state.busy) {
    return;
  }
  Object.assign(state, { busy: true, said: '', problem: '' });
  draw();
  try {
    await work();
    state.said = done;
  } catch (error) {
    state.problem = notDone(error);
  }
  try {
    await load();
  } catch (error) {
    state.problem = failure(error);
  }
  state.busy = false;
  draw();
}

/** Something was done in a form or a dialog. @return the items as they are now */
async function recorded(sentence) {
  Object.assign(state, { said: sentence, problem: '' });
  try {
    await load();
  } catch (error) {
    state.problem = failure(error);
  }
  draw();
  return state.office?.items || [];
}

const press = (label, work, done, main = false) => html`<button type="button" class=${main ? 'press main' : 'press'} ?disabled=${state.busy}
  @click=${() => act(work, done)}>${label}</button>`;

// --- to be collected ----------------------------------------------------------------------------------------------------

function collect(numbers) {
  return () => post(API + '/items', json({ numbers })).then(() => numbers.forEach((number) => state.ticked.delete(number)));
}

const collected = say('已成一项，列入下一次会议。', 'One item now, on the docket of the next meeting.');

function tick(number, ticked) {
  state.ticked[ticked ? 'add' : 'delete'](number);
  draw();
}

const waiting = (one) => html`<li><label>
  <input type="checkbox" data-number=${one.number} .checked=${state.ticked.has(one.number)} @change=${(event) => tick(one.number, event.target.checked)}>
  <span><b>${one.title}</b> ${one.together > 1 ? html`<span class="badge">${say(`并案 ${one.together} 件`, `${one.together} together`)}</span>` : nothing}
    ${one.hazard ? html`<span class="badge late">${say('安全隐患，单独成项', 'Hazard: an item of its own')}</span>` : nothing}
    <br><span class="quiet">${[one.number, one.unit, one.proposal].filter(Boolean).join(' · ')}</span></span></label></li>`;

/** Those of a group that are ticked, else all of it. */
function group([category, rows]) {
  const ticked = rows.filter((one) => state.ticked.has(one.number));
  const chosen = (ticked.length ? ticked : rows.filter((one) => !one.hazard || rows.length === 1)).map((one) => one.number);
  return html`<section class="box" data-category=${category}>
    <div class="head"><h3>${rows[0].categoryName}${aside(say(`${rows.length} 件`, counted(rows.length, 'concern')))}</h3>
      ${chosen.length ? press(say(`${ticked.length ? '所选' : '以下'} ${chosen.length} 件成一项`, chosen.length === 1 ? 'Make it an item' : `Make these ${chosen.length} one item`), collect(chosen), collected, true) : nothing}</div>
    <ul>${rows.map(waiting)}</ul>
  </section>`;
}

function toCollect({ waiting: rows }) {
  const groups = grouped(rows, (one) => one.category);
  const across = [...state.ticked];
  return html`<h2>${say('待汇总', 'To be collected')}${aside(say(`${rows.length} 件`, counted(rows.length, 'concern')))}</h2>
    ${rows.length
      ? html`<p class="quiet">${say('同一类别的列在一起。勾选后成项的，只取所选的。成项后仍是各自的事项，可以撤销。', 'By category. Where some are ticked, only those become the item. Each stays a concern of its own, and an item can be undone.')}</p>`
      : html`<p class="quiet">${say('目前没有待汇总的事项。', 'Nothing is to be collected now.')}</p>`}
    ${groups.map(group)}
    ${across.length > 1
      ? html`<div class="bar"><span>${say(`已选 ${across.length} 件`, `${across.length} chosen`)}</span>
          ${press(say('所选成一项（可跨类别）', 'Make them one item, across categories'), collect(across), collected, true)}</div>`
      : nothing}`;
}

// --- the dockets --------------------------------------------------------------------------------------------------------

const concerns = (item) => html`<p class="quiet">${listed(item.concerns.map((one) => `${one.title}${aside(one.number)}`))}${item.hidden ? say(`，另有 ${item.hidden} 件不对您显示`, `, and ${item.hidden} that you may not read`) : nothing}</p>`;

const heard = (item) =>
  item.heard.length
    ? html`<div class="past">${item.heard.map((one) => html`<p><b>${one.meetsOn} · ${one.ruling}</b> ${[one.unit, one.on].filter(Boolean).join(' ')}
        ${one.words}</p>`)}</div>`
    : nothing;

const carried = (one) =>
  one
    ? html`<p>${say('落实单位', 'Carried out by')}${colon}${one.unit} · ${say('期限 ', 'due ')}${one.due}
        ${one.late ? html`<span class="badge late">${TIME_MARKS.overdue} ${say('逾期', 'late')}</span>` : nothing}
        ${one.report ? html`<br>${say('落实情况', 'Report')}${colon}${one.report}` : nothing}</p>`
    : nothing;

const item = (one) => html`<section class="box" data-item=${one.id}>
  <div class="head"><h3>${one.draft.title}</h3><span class="badge">${one.stateName}</span>
    ${one.undoable ? press(say('撤销成项', 'Undo'), () => post(`${API}/items/${one.id}/undo`), say('已撤销，各事项回到待汇总。', 'Undone: its concerns are to be collected again.')) : nothing}</div>
  ${concerns(one)}
  ${one.sentBack ? html`<p class="problem">${say('部长退回', 'Sent back by the head')}${colon}${one.sentBack}</p>` : nothing}
  ${heard(one)} ${carried(one.carried)}
  ${draft(one, { act, busy: state.busy, meetings: state.office.meetings })}
  ${decision(one, { draw, recorded, may: () => !deciding() || leave.may() })}
</section>`;

const sendBack = (day) =>
  askReason(
    { title: say('退回修改', 'Send back'), note: say('汇总的人会看到理由，改好后可以再提请签发。', 'Whoever collects reads the reason, and can submit it anew.') },
    ({ reason }) => post(`${API}/meetings/${day}/send-back`, json({ reason })),
    () => recorded(say('已退回。', 'Sent back.')),
  );

const signing = (day) => html`
  ${press(say('签发', 'Sign'), () => post(`${API}/meetings/${day}/sign`), say('已签发。', 'Signed.'), true)}
  <button type="button" class="press" ?disabled=${state.busy} @click=${() => sendBack(day)}>${say('退回修改', 'Send back')}</button>`;

const sheet = (day, type) => `${API}/meetings/${day}/sheet.${type}`;

function docket([day, items]) {
  const meeting = state.office.meetings.find((one) => one.on === day);
  const has = (what) => items.some((one) => one.state === what);
  return html`<section class="meeting" data-meeting=${day}>
    <div class="head"><h3>${day} ${say('学校研究', 'meeting of the university')}</h3>
      ${meeting ? html`<span class="quiet">${say('汇总截止 ', 'takes items until ')}${meeting.closes}</span>` : nothing}
      <a class="press" href=${sheet(day, 'docx')}>${say('汇总表 Word', 'Sheet, Word')}</a>
      <a class="press" href=${sheet(day, 'xlsx')}>${say('汇总表 Excel', 'Sheet, Excel')}</a>
      ${has('LISTED') ? press(say('提请部长签发', 'Submit for signature'), () => post(`${API}/meetings/${day}/submit`), say('已提请部长签发。', 'Submitted for signature.'), true) : nothing}
      ${items.some((one) => one.toSign) ? signing(day) : nothing}</div>
    ${repeat(items, (one) => one.id, item)}
  </section>`;
}

/** Keyed, so that a form stays where it is open. */
const meetingsOf = (items) => repeat(items, ([day]) => day, docket);

function dockets({ items }) {
  const waits = items.filter((one) => ['LISTED', 'SUBMITTED', 'SIGNED'].includes(one.state));
  const over = items.filter((one) => !waits.includes(one));
  const there = new Set(items.map((one) => one.meetsOn));
  const putOff = [...new Set(items.flatMap((one) => one.heard.map((past) => past.meetsOn)))].filter((day) => !there.has(day));
  return html`<h2>${say('议题', 'Items')}</h2>
    ${waits.length ? meetingsOf(grouped(waits, (one) => one.meetsOn).sort()) : html`<p class="quiet">${say('还没有议题。', 'There is no item yet.')}</p>`}
    ${over.length || putOff.length
      ? html`<h2>${say('已研究', 'Heard')}</h2>${meetingsOf([...grouped(over, (one) => one.meetsOn), ...putOff.map((day) => [day, []])].sort().reverse())}`
      : nothing}`;
}

const meetings = ({ meetings: all }) => html`<details><summary><b>${say('会议安排', 'Meetings')}</b></summary>
  <ul class="box">${all.map((one) => html`<li class="head"><span>${one.on}</span>
    <span class="quiet">${one.open ? say('汇总截止 ', 'takes items until ') + one.closes : say('已截止汇总', 'takes no more items')}</span>
    ${press(say('取消这次会议', 'Strike out'), () => remove(`${API}/meetings/${one.on}`), say('已取消，原列入的议题改到下一次会议。', 'Struck out; its items are heard at the next meeting.'))}</li>`)}</ul>
  <div class="fields"><label><span>${say('增加一次会议', 'One more meeting')}</span>
    <input type="date" .value=${state.adding} @input=${(event) => { state.adding = event.target.value; }}></label></div>
  ${press(say('增加', 'Add'), () => post(API + '/meetings', json({ on: state.adding || null })), say('已增加。', 'Added.'))}
</details>`;

// --- a unit's own -------------------------------------------------------------------------------------------------------

const own = (one) => html`<section class="box" data-own=${one.id}>
  <div class="head"><h3>${one.title}</h3>
    ${one.task ? html`<a class="press main" href=${'desk.html#task=' + encodeURIComponent(one.task)}>${say('办理落实', 'Carry it out')}</a>` : nothing}</div>
  <div class="past"><p><b>${say('学校决定', 'Decided')} ${one.decided.on}</b> ${one.decided.words}</p></div>
  ${carried(one.carried)} ${concerns(one)}
</section>`;

const page = () => html`
  ${state.said ? html`<p class="said" role="status">${state.said}</p>` : nothing}
  ${state.problem ? html`<p class="problem" role="alert">${state.problem}</p>` : nothing}
  ${state.own?.length ? html`<h2>${say('本单位落实的议题', 'Items that your unit carries out')}</h2>${state.own.map(own)}` : nothing}
  ${state.office ? html`${state.office.collects ? toCollect(state.office) : nothing} ${dockets(state.office)} ${state.office.collects ? meetings(state.office) : nothing}` : nothing}`;

async function start() {
  byId('title').textContent = say('学校研究', 'Agenda of the university');
  // The page is of use without what stands above it.
  top('agenda', leave).catch(() => {});
  try {
    await load();
    draw();
  } catch (error) {
    fail(error);
  }
}

start();
