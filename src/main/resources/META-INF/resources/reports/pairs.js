/** A college's pairs: who is covered, the list, pairs to be resumed, the record sheets; the import is pairs-import.js. */
import { aside, ask, failure, listed, post, say } from './page.js';
import { importOf } from './pairs-import.js';
import { top } from './top.js';
import { html, nothing, render, svg } from './view.js';

const PARTS = {
  covered: say('已结对', 'Covered'),
  asked: say('征求中', 'Asked'),
  declined: say('暂不结对', 'Declined'),
  open: say('尚未结对', 'Open'),
};

const place = document.querySelector('main');
const shown = { college: null, colleges: [], terms: [], lines: [], shortages: [], pairs: [], resumable: [], problem: '' };

const heads = (...names) => html`<thead><tr>${names.map((name) => html`<th class=${name.count ? 'count' : nothing}>${name.key ? html`<span class=${'key ' + name.key}></span>` : nothing}${name.label ?? name}</th>`)}</tr></thead>`;
const row = (...texts) => html`<tr>${texts.map((text) => html`<td>${text}</td>`)}</tr>`;

// --- who is covered -------------------------------------------------------------------------------------------------

function bar(line, most) {
  let x = 0;
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${Object.keys(PARTS).map((part) => {
    const width = (100 * line[part]) / most;
    x += width;
    return svg`<rect class=${part} x=${x - width} width=${width} height="10"></rect>`;
  })}</svg>`;
}

const covered = (line, most) => html`<tr>
  <td>${line.label}${line.percent === null ? nothing : ` ${line.percent}%`}</td>
  <td class="count">${line.people}</td>
  ${['covered', 'asked', 'declined'].map((part) => html`<td class="count">${line[part]}</td>`)}
  <td class="count">${line.left.length
    ? html`<details><summary>${line.open}</summary><div>${listed(line.left)}</div></details>`
    : 0}</td>
  <td class="bar">${bar(line, most)}</td>
</tr>`;

function coverage({ lines, college }) {
  const most = Math.max(1, ...lines.map((line) => line.people));
  const counts = Object.entries(PARTS).map(([key, label]) => ({ key, label, count: true }));
  return html`<section tabindex="0" aria-labelledby="covered">
    <h2 id="covered">${say('覆盖情况', 'Coverage')}</h2>
    <table id="coverage">
      ${heads(say('类别', 'Category'), { label: say('应结对', 'Eligible'), count: true }, ...counts, '')}
      <tbody>${college.relations.map((relation) => html`<tr><th colspan="7">${relation.label}</th></tr>
        ${lines.filter((line) => line.relation === relation.code).map((line) => covered(line, most))}`)}</tbody>
    </table>
    <p class="note">${say('暂不结对的不计入百分比。', 'Who declined is not counted in the percentage.')}</p>
  </section>`;
}

const shortages = ({ shortages: some }) =>
  some.length
    ? html`<section id="shortages" aria-labelledby="short">
        <h2 id="short">${say('联系人数不足', 'Fewer than the least number')}</h2>
        <table>
          ${heads(say('联系关系', 'Relation'), say('类别', 'Category'), { label: say('至少', 'At least'), count: true }, say('联系人（已有）', 'Who (has)'))}
          <tbody>${some.map((one) => html`<tr title=${one.clause}>
            <td>${one.relationLabel}</td><td>${one.label}</td><td class="count">${one.least}</td>
            <td>${listed(one.people.map((person) => person.name + aside(person.pairs)))}</td>
          </tr>`)}</tbody>
        </table>
      </section>`
    : nothing;

const list = ({ pairs }) => html`<section tabindex="0" aria-labelledby="pairs">
  <h2 id="pairs">${say('结对名单', 'List of pairs')}</h2>
  ${pairs.length
    ? html`<table id="list">
        ${heads(say('编号', 'Number'), say('联系关系', 'Relation'), say('联系人', 'Carrier'), say('联系对象', 'Colleague or branch'), say('状态', 'State'), say('结对日期', 'Since'))}
        <tbody>${pairs.map((pair) => row(pair.number, pair.relationLabel, pair.carrierName, pair.colleagueName || pair.branchName, pair.stateLabel, pair.since))}</tbody>
      </table>`
    : html`<p class="note">${say('还没有结对。', 'There are no pairs yet.')}</p>`}
</section>`;

// --- resuming -------------------------------------------------------------------------------------------------------

const resume = (dryRun) => post('../api/pairings/resume?' + new URLSearchParams({ college: shown.college.code, dryRun }));

const resumable = ({ resumable: some }) =>
  some.length
    ? html`<section tabindex="0" aria-labelledby="resumable">
        <h2 id="resumable">${say('恢复因名册变动结束的结对', 'Resume pairs that ended with a roster')}</h2>
        <p>${say('名册漏了人而结束的结对，人都回到名册后可以一次恢复。', 'Pairs that ended because somebody was missing from the roster, once everybody is back.')}</p>
        <table>
          ${heads(say('联系人', 'Carrier'), say('联系对象', 'Colleague or branch'), say('能否恢复', 'Can it be'))}
          <tbody>${some.map((pair) => row(pair.carrierName, pair.partnerName, pair.resumed ? say('可以恢复', 'Yes') : pair.why))}</tbody>
        </table>
        <button id="resume" type="button" ?disabled=${!some.some((pair) => pair.resumed)} @click=${() => resume(false).then(load).catch(fail)}>${say('恢复', 'Resume')}</button>
      </section>`
    : nothing;

// --- the page -------------------------------------------------------------------------------------------------------

function records({ college, terms }) {
  const sheets = '../api/records/' + encodeURIComponent(college.code);
  const link = (event) => {
    const query = event.target.value ? '?term=' + encodeURIComponent(event.target.value) : '';
    document.getElementById('word').href = sheets + '.docx' + query;
    document.getElementById('pdf').href = sheets + '.pdf' + query;
  };
  return html`<section tabindex="0" aria-labelledby="records">
    <h2 id="records">${say('记录表', 'Record sheets')}</h2>
    <p><label>${say('学期', 'Term')} <select id="term" @change=${link}>
        <option value="">${say('本学期', 'This term')}</option>
        ${terms.map((term) => html`<option value=${term.code}>${term.name}</option>`)}
      </select></label>
      <a id="word" href=${sheets + '.docx'}>${say('下载 Word', 'Word')}</a> · <a id="pdf" href=${sheets + '.pdf'}>${say('下载 PDF', 'PDF')}</a></p>
  </section>`;
}

const colleges = ({ colleges: all, college }) =>
  all.length > 1
    ? html`<nav id="colleges" aria-label=${say('院级党组织', 'Colleges')}>${all.map((one) =>
        one === college ? html`<b>${one.name}</b>` : html`<a href=${'?college=' + encodeURIComponent(one.code)}>${one.name}</a>`,
      )}</nav>`
    : nothing;

function draw() {
  render(
    html`${shown.college ? html`<h1>${shown.college.name + ' · ' + say('结对情况', 'Pairs')}</h1>${colleges(shown)}` : nothing}
      ${shown.problem ? html`<p id="problem" role="alert">${shown.problem}</p>` : nothing}
      ${shown.college
        ? [coverage(shown), shortages(shown), list(shown), resumable(shown), importOf(shown.college, { drawn: draw, stored: () => load().catch(fail) }), records(shown)]
        : nothing}`,
    place,
  );
}

function fail(error) {
  shown.problem = failure(error);
  draw();
}

async function load() {
  const query = '?college=' + encodeURIComponent(shown.college.code);
  [shown.lines, shown.shortages, shown.pairs, shown.resumable] = await Promise.all([
    ...['/coverage', '/shortages', ''].map((path) => ask('../api/pairings' + path + query)),
    resume(true),
  ]);
  shown.problem = '';
  draw();
}

async function open() {
  await top('pairs');
  [shown.colleges, shown.terms] = await Promise.all([ask('../api/pairings/colleges'), ask('../api/calendar/terms')]);
  if (shown.colleges.length === 0) {
    throw new Error(say('您不负责任何院级党组织的结对工作。', "You arrange no college's pairs."));
  }
  const wanted = new URLSearchParams(window.location.search).get('college');
  shown.college = shown.colleges.find((one) => one.code === wanted) || shown.colleges[0];
  await load();
}

open().catch(fail);
