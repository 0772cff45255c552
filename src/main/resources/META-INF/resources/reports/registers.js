/** 已办 and 台账: what one has done, and what a unit has received; each row opens the case and its 办理单. */
import { aside, ask, byId, counted, fail, say, when } from './page.js';
import { TIME_MARKS } from '../camunda/app/shangda/time-marks.js';
import { top } from './top.js';
import { html, nothing, render } from './view.js';
import { wayOf } from './way.js';

/** What is asked for; the address keeps it, so that a list can be kept as a bookmark. */
const wanted = { list: 'done', unit: '', period: 'all', category: '', result: '', overdue: '', q: '', page: 0 };

let registers = [];
let shown = null;
let latest = 0;

const SENT = ['period', 'category', 'result', 'overdue', 'q', 'page'];
const query = () => new URLSearchParams(SENT.filter((key) => wanted[key]).map((key) => [key, wanted[key]])).toString();
const isDone = () => wanted.list === 'done';
const address = (file = '') =>
  (isDone() ? `../api/done${file && '/done.xlsx'}` : `../api/registers/${encodeURIComponent(wanted.unit)}${file && '/register.xlsx'}`) +
  `?${query()}`;
const sheet = (number, kind) => `../api/concerns/${encodeURIComponent(number)}/sheet.${kind}`;

function readAddress() {
  const given = new URLSearchParams(window.location.hash.slice(1));
  Object.keys(wanted).forEach((key) => {
    if (given.has(key)) {
      wanted[key] = key === 'page' ? Number(given.get(key)) || 0 : given.get(key);
    }
  });
}

async function load() {
  const asked = ++latest;
  byId('problem').hidden = true;
  const kept = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  window.history.replaceState(null, '', `#${kept}`);
  try {
    const answer = await ask(address());
    if (asked === latest) {
      shown = answer;
      draw();
    }
  } catch (error) {
    fail(error);
  }
}

/** Whatever is asked anew begins at the first page, except a turn of the page. */
function want(change) {
  Object.assign(wanted, { page: 0 }, change);
  load();
}

function choose(list) {
  if (wanted.list !== list) {
    shown = null;
    want({ list, category: '', result: '', overdue: '' });
    draw();
  }
}

const open = ([list]) => list === 'done' || registers.length > 0;

const TABS = [
  ['done', say('我的已办', 'Done by me')],
  ['unit', say('单位台账', 'Registers of units')],
];

/** With the arrow keys from one tab to the other, as tabs are. */
function turn(event) {
  if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && registers.length) {
    choose(isDone() ? 'unit' : 'done');
    document.querySelector('[role="tab"][aria-selected="true"]').focus();
  }
}

const tabs = () => html`<div role="tablist" aria-label=${say('列表', 'Lists')} @keydown=${turn}>
  ${TABS.filter(open).map(
    ([list, name]) => html`<button type="button" role="tab" id=${`tab-${list}`} aria-controls="rows" tabindex=${list === wanted.list ? 0 : -1}
      aria-selected=${String(list === wanted.list)} @click=${() => choose(list)}>${name}</button>`,
  )}
</div>`;

const select = (name, key, all, choices) => html`<select aria-label=${name} @change=${(event) => want({ [key]: event.target.value })}>
  <option value="" ?selected=${!wanted[key]}>${all}</option>
  ${choices.map((one) => html`<option value=${one.value} ?selected=${one.value === wanted[key]}>${one.label}${one.count === undefined ? '' : aside(one.count)}</option>`)}
</select>`;

function search(event) {
  event.preventDefault();
  want({ q: event.target.elements.q.value.trim() });
}

const unitChoice = () => html`<select id="unit" aria-label=${say('单位', 'Unit')} @change=${(event) => want({ unit: event.target.value })}>
  ${registers.map((one) => html`<option value=${one.unit} ?selected=${one.unit === wanted.unit}>${one.name}</option>`)}
</select>`;

const asked = () => html`<form class="asked" role="search" @submit=${search}>
  ${isDone() ? nothing : unitChoice()}
  <input type="search" name="q" maxlength="100" .value=${wanted.q} placeholder=${say('编号或标题', 'Number or title')} aria-label=${say('查找编号或标题', 'Look for a number or a title')}>
  <button class="press">${say('查找', 'Search')}</button>
  <span class="periods" role="group" aria-label=${say('时间', 'Time')}>
    ${shown.periods.map((one) => html`<button type="button" class="press" aria-pressed=${String(one.value === wanted.period)} @click=${() => want({ period: one.value })}>${one.label}</button>`)}
  </span>
  ${isDone()
    ? select(say('我做了什么', 'What I did'), 'result', say('所有办理', 'Whatever I did'), shown.kinds)
    : select(say('结果', 'Result'), 'result', say('所有结果', 'All results'), shown.results)}
  ${select(say('类别', 'Category'), 'category', say('所有类别', 'All categories'), shown.categories)}
  ${isDone()
    ? nothing
    : html`<label><input type="checkbox" .checked=${wanted.overdue === 'true'} @change=${(event) => want({ overdue: event.target.checked ? 'true' : '' })}>${say('只看逾期', 'Late only')}</label>`}
  <a class="press" href=${address('file')}>${say('导出 Excel', 'Excel')}</a>
  <button type="button" class="press" @click=${() => window.print()}>${say('打印', 'Print')}</button>
</form>`;

const cell = (column, value, className = '') => html`<td class=${className} data-column=${column}>${value || nothing}</td>`;

const papers = (number) => html`<td class="papers head">
  <a href=${sheet(number, 'docx')} aria-label=${say(`办理单 ${number} Word`, `Record of ${number}, Word`)}>${say('办理单', 'Record')}</a>
  <a href=${sheet(number, 'pdf')} aria-label=${say(`办理单 ${number} PDF`, `Record of ${number}, PDF`)}>PDF</a>
</td>`;

const named = (number, title) => html`<td class="head">
  ${title
    ? html`<button type="button" class="open" @click=${() => openCase(number)}>${title}</button>`
    : html`<span class="quiet">${say('标题不对您显示', 'The title is not for you to read')}</span>`}
  <div class="number">${number}</div>
</td>`;

const DONE = [
  say('事项', 'Matter'),
  say('我做了什么', 'What I did'),
  say('时间', 'When'),
  say('结果与答复', 'Result and answer'),
  say('评价', 'Rating'),
  say('现在何处', 'Where it is now'),
  say('办理单', 'Record'),
];

const doneRow = ({ number, did, doneAt, concern }) => html`<tr>
  ${named(number, concern?.title)}
  ${cell(DONE[1], did)} ${cell(DONE[2], when(doneAt), 'short')}
  ${cell(DONE[3], concern && (concern.answer || concern.result) ? html`<div>${concern.result}</div><div class="answer">${concern.answer}</div>` : '')}
  ${cell(DONE[4], concern?.rating, 'short')} ${cell(DONE[5], concern?.where)}
  ${concern ? papers(number) : html`<td></td>`}
</tr>`;

const UNIT = [
  say('事项', 'Matter'),
  say('类型、类别', 'Type, category'),
  say('来源', 'Source'),
  say('到达', 'Arrived'),
  say('签收', 'Received'),
  say('期限', 'Due'),
  say('办结', 'Settled'),
  say('用时（工作日）', 'Days used'),
  say('结果', 'Result'),
  say('评价', 'Rating'),
  say('现在何处', 'Where it is now'),
  say('办理单', 'Record'),
];

const late = (days) => (days ? html`<div class="late">${TIME_MARKS.overdue} ${say(`逾期 ${days} 天`, `${counted(days, 'day')} late`)}</div>` : nothing);

const unitRow = (row) => html`<tr>
  ${named(row.number, row.title)}
  ${cell(UNIT[1], html`${row.type} · ${row.category}<div class="quiet">${row.level}</div>`)}
  ${cell(UNIT[2], row.raisedAs)} ${cell(UNIT[3], row.arrived)} ${cell(UNIT[4], row.received)}
  ${cell(UNIT[5], html`${row.due}${late(row.late)}`)} ${cell(UNIT[6], row.settled)}
  ${cell(UNIT[7], String(row.days), 'figure')} ${cell(UNIT[8], row.result, 'short')} ${cell(UNIT[9], row.rating, 'short')} ${cell(UNIT[10], row.where)}
  ${row.title ? papers(row.number) : html`<td></td>`}
</tr>`;

const pages = () =>
  shown.pages < 2
    ? nothing
    : html`<div class="pages">
        <button type="button" class="press" ?disabled=${wanted.page === 0} @click=${() => want({ page: wanted.page - 1 })}>${say('上一页', 'Previous')}</button>
        <span>${shown.page + 1} / ${shown.pages}</span>
        <button type="button" class="press" ?disabled=${wanted.page + 1 >= shown.pages} @click=${() => want({ page: wanted.page + 1 })}>${say('下一页', 'Next')}</button>
      </div>`;

const table = (columns, row) => html`<table>
  <thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
  <tbody>${shown.rows.map(row)}</tbody>
</table>`;

const rows = () => html`<div id="rows" role="tabpanel" aria-labelledby=${`tab-${wanted.list}`}>
  <p class="total" role="status">${say(`共 ${shown.total} 条`, `${shown.total} in all`)}</p>
  ${!shown.rows.length
    ? html`<p>${say('没有符合条件的事项。请换一个时间或条件。', 'There is nothing like that. Please choose another time or filter.')}</p>`
    : isDone()
      ? table(DONE, doneRow)
      : table(UNIT, unitRow)}
  ${pages()}
</div>`;

function draw() {
  render(html`${tabs()}${shown ? html`${asked()}${rows()}` : nothing}`, byId('list'));
}

const fact = (name, value) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing);

const theCase = (page) => html`<h2 id="case-title">${page.title}</h2>
  <p class="number">${page.number} · ${page.type} · ${page.category} · ${page.state}</p>
  <div class="actions">
    <a class="press" href=${sheet(page.number, 'docx')}>${say('办理单 Word', 'Record, Word')}</a>
    <a class="press" href=${sheet(page.number, 'pdf')}>${say('办理单 PDF', 'Record, PDF')}</a>
    <button type="button" class="press" @click=${() => byId('case').close()}>${say('关闭', 'Close')}</button>
  </div>
  ${page.answer ? html`<h3>${say('答复', 'Answer')}</h3><p class="words">${page.answer}</p>` : nothing}
  <h3>${say('情况说明', 'Description')}</h3><p class="words">${page.description}</p>
  <dl>
    ${fact(say('反映人', 'Raised by'), page.colleague)} ${fact(say('知悉范围', 'Who may know'), page.travel)}
    ${fact(say('跟踪责任单位', 'In charge'), page.inCharge)} ${fact(say('用时', 'Time'), page.clock)}
  </dl>
  <h3>${say('办理经过', 'The way so far')}</h3>
  ${wayOf([...page.way].reverse())}`;

async function openCase(number) {
  try {
    render(theCase(await ask(`../api/concerns/${encodeURIComponent(number)}`)), byId('case'));
    byId('case').showModal();
  } catch (error) {
    fail(error);
  }
}

async function start() {
  byId('title').textContent = say('已办与台账', 'Done and registers');
  readAddress();
  // The lists are of use without what stands above them.
  top('registers').catch(() => {});
  try {
    registers = await ask('../api/registers');
    wanted.unit = registers.some((one) => one.unit === wanted.unit) ? wanted.unit : registers[0]?.unit || '';
    wanted.list = registers.length ? wanted.list : 'done';
  } catch (error) {
    fail(error);
  }
  await load();
}

start();
