/** Existing pairs from a file: tried first, then all rows or none. */
import { counted, post, say, uploadFailure } from './page.js';
import { html, nothing } from './view.js';

/** What is shown of the import: the report of the file, what it came to, and whether it may be stored. */
const shown = { report: null, outcome: '', mayStore: false, busy: false };

const field = (id) => document.getElementById(id);

function outcomeOf(report) {
  const problems = report.rows.filter((one) => one.problem).length;
  if (report.stored) {
    const pairs = report.rows.filter((one) => one.row > 0).length;
    return say(`已导入 ${pairs} 对。`, `${pairs} imported.`);
  }
  return problems
    ? say(`${problems} 处不合要求，没有导入。请修改文件后重新选择。`, `${counted(problems, 'problem')}; nothing was imported. Please change the file and choose it again.`)
    : say('每一行都可以导入，还没有导入。', 'Every row can be imported; nothing is stored yet.');
}

async function send(college, dryRun, { drawn, stored }) {
  Object.assign(shown, { busy: true, mayStore: false, outcome: '' });
  drawn();
  try {
    const query = new URLSearchParams({ college: college.code, relation: field('relation').value, dryRun });
    const body = new FormData();
    body.append('file', field('file').files[0]);
    const report = await post('../api/pairings/import?' + query, body);
    Object.assign(shown, { report, outcome: outcomeOf(report), mayStore: !report.stored && !report.rows.some((one) => one.problem) });
  } catch (error) {
    field('file').value = '';
    Object.assign(shown, { report: null, outcome: uploadFailure(error) });
  } finally {
    shown.busy = false;
    drawn();
  }
  // Where that cannot be read the import has been done all the same.
  if (shown.report?.stored) {
    await stored();
  }
}

/** @param on drawn, which draws the page anew, and stored, once there are more pairs */
export function importOf(college, on) {
  const untried = () => {
    Object.assign(shown, { report: null, outcome: '', mayStore: false });
    on.drawn();
  };
  const submit = (event) => {
    event.preventDefault();
    send(college, true, on);
  };
  return html`<section tabindex="0" aria-labelledby="import">
    <h2 id="import">${say('导入已有的结对', 'Import existing pairs')}</h2>
    <p>${say(
      'Excel（.xlsx）或 CSV 文件，列名：党员、联系对象、结对日期、类别（类别可不填）。先试读，每一行都可以导入时再导入；有一行不合要求，全部不导入。导入后告知联系对象本人，十个工作日内可以提出异议。',
      'Excel (.xlsx) or CSV. Columns: 党员 (Party member), 联系对象 (colleague), 结对日期 (first day), 类别 (category; it may be empty). Try first; then import all rows or none. The colleagues are told and may object within ten working days.',
    )}</p>
    <form id="upload" @submit=${submit}>
      <label>${say('联系关系', 'Relation')} <select id="relation" @change=${untried}>
        ${college.relations.map((one) => html`<option value=${one.code}>${one.label}</option>`)}</select></label>
      <label>${say('文件', 'File')} <input id="file" type="file" accept=".xlsx,.csv" required @change=${untried}></label>
      <button id="try" type="submit" ?disabled=${shown.busy}>${say('试读，不保存', 'Try, store nothing')}</button>
      <button id="store" type="button" ?disabled=${!shown.mayStore} @click=${() => send(college, false, on)}>${say('导入', 'Import')}</button>
    </form>
    <p id="outcome" role="status">${shown.outcome}</p>
    ${shown.report
      ? html`<table id="report">
          <thead><tr><th class="count">${say('行', 'Row')}</th><th>${say('联系对象', 'Colleague')}</th><th>${say('结果', 'Result')}</th></tr></thead>
          <tbody>${shown.report.rows.map(
            (one) => html`<tr class=${one.problem ? 'problem' : ''}><td class="count">${one.row || ''}</td><td>${one.subject}</td><td>${one.message}</td></tr>`,
          )}</tbody>
        </table>`
      : nothing}
  </section>`;
}
