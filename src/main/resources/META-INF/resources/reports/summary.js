/* Shows a summary's figures as a table with bars, and the rows behind the one that is opened. */
import { ask, byId, fail, put } from './page.js';

const wanted = new URLSearchParams(window.location.search);
const number = wanted.get('number') || '';
const api = '../api/summaries/' + encodeURIComponent(number);
const SVG = 'http://www.w3.org/2000/svg';

function bar(cell, count, most) {
  if (count === null || most === 0) {
    return;
  }
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 100 10');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', String((100 * count) / most));
  rect.setAttribute('height', '10');
  svg.appendChild(rect);
  cell.appendChild(svg);
}

function show(page) {
  document.title = page.title;
  byId('title').textContent = page.title;
  byId('about').textContent = [page.term, page.who, page.state, page.number].join(' · ');
  byId('word').href = api + '.docx';
  byId('hidden').textContent = page.hidden;
  const groups = new Map();
  page.figures.forEach((figure) => groups.set(figure.group, (groups.get(figure.group) || []).concat(figure)));
  groups.forEach((figures, group) => {
    put(byId('figures'), 'h2', group);
    const table = put(byId('figures'), 'table');
    const most = Math.max(0, ...figures.map((figure) => figure.count || 0));
    figures.forEach((figure) => {
      const row = put(table, 'tr');
      row.dataset.figure = figure.code;
      put(row, 'td', figure.label).className = 'label';
      const value = put(row, 'td');
      value.className = 'count';
      if (figure.rows) {
        const link = put(value, 'a', figure.value);
        link.href = '?number=' + encodeURIComponent(number) + '&figure=' + encodeURIComponent(figure.code);
      } else {
        value.textContent = figure.value;
      }
      bar(put(row, 'td'), figure.count, most);
    });
  });
  document.querySelector('main').hidden = false;
}

async function open(page, code) {
  const figure = page.figures.find((one) => one.code === code);
  const rows = await ask(api + '/rows?figure=' + encodeURIComponent(code));
  byId('figure').textContent = figure ? figure.group + ' · ' + figure.label + ':' + figure.value : code;
  const body = document.querySelector('#rows tbody');
  rows.forEach((row) => {
    const line = put(body, 'tr');
    [row.number, row.day, row.unit, row.state].forEach((text) => put(line, 'td', text));
    put(line, 'td', String(row.times)).className = 'count';
  });
  byId('rows').hidden = false;
  document.querySelectorAll('tr[data-figure]').forEach((row) => {
    if (row.dataset.figure === code) {
      row.className = 'open';
    }
  });
  byId('rows').scrollIntoView();
}

ask(api)
  .then((page) => {
    show(page);
    return wanted.get('figure') ? open(page, wanted.get('figure')) : undefined;
  })
  .catch(fail);
