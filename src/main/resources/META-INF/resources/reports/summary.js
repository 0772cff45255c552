/** A summary's figures as a table with bars, and the rows behind the one that is opened. */
import { ask, colon, failure, say } from './page.js';
import { top } from './top.js';
import { html, nothing, render, svg } from './view.js';

const wanted = new URLSearchParams(window.location.search);
const number = wanted.get('number') || '';
const api = '../api/summaries/' + encodeURIComponent(number);
const place = document.querySelector('main');

const bar = (count, most) =>
  count === null || most === 0
    ? nothing
    : html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${(100 * count) / most} height="10"></rect>`}</svg>`;

const addressOf = (figure) => '?' + new URLSearchParams({ number, figure: figure.code });

function group(name, figures) {
  const most = Math.max(0, ...figures.map((figure) => figure.count || 0));
  return html`<h2>${name}</h2>
    <table><tbody>${figures.map(
      (figure) => html`<tr data-figure=${figure.code} class=${figure.code === wanted.get('figure') ? 'open' : ''}>
        <td class="label">${figure.label}</td>
        <td class="count">${figure.rows ? html`<a href=${addressOf(figure)}>${figure.value}</a>` : figure.value}</td>
        <td>${bar(figure.count, most)}</td>
      </tr>`,
    )}</tbody></table>`;
}

function groups(figures) {
  const found = new Map();
  figures.forEach((figure) => found.set(figure.group, (found.get(figure.group) || []).concat(figure)));
  return [...found].map(([name, some]) => group(name, some));
}

function behind(figure, rows) {
  return html`<section id="rows">
    <h2>${figure ? figure.group + ' · ' + figure.label + colon + figure.value : wanted.get('figure')}</h2>
    <table>
      <thead><tr>
        <th>${say('编号', 'Number')}</th><th>${say('日期', 'Date')}</th><th>${say('单位', 'Unit')}</th>
        <th>${say('状态', 'State')}</th><th class="count">${say('次数', 'Times')}</th>
      </tr></thead>
      <tbody>${rows.map(
        (row) => html`<tr>${[row.number, row.day, row.unit, row.state].map((text) => html`<td>${text}</td>`)}<td class="count">${row.times}</td></tr>`,
      )}</tbody>
    </table>
  </section>`;
}

const drawn = (page, rows) => html`
  <header>
    <h1>${page.title}</h1>
    <p class="note">${[page.term, page.who, page.state, page.number].join(' · ')}</p>
  </header>
  <p><a id="word" href=${api + '.docx'}>${say('下载 Word', 'Download Word')}</a></p>
  <section id="figures" aria-label=${say('数字', 'Figures')}>${groups(page.figures)}</section>
  <p id="hidden" class="note">${page.hidden}</p>
  ${rows ? behind(page.figures.find((one) => one.code === wanted.get('figure')), rows) : nothing}`;

async function open() {
  await top('summary');
  const page = await ask(api);
  const rows = wanted.get('figure') ? await ask(api + '/rows?figure=' + encodeURIComponent(wanted.get('figure'))) : null;
  document.title = page.title;
  render(drawn(page, rows), place);
  document.getElementById('rows')?.scrollIntoView();
}

open().catch((error) => render(html`<p id="problem" role="alert">${failure(error)}</p>`, place));
