/* A college's pairs: who is covered, the list, the import of existing pairs, the record sheets. */
import { ask, byId, fail, post, put, uploadFailure } from './page.js';

const SVG = 'http://www.w3.org/2000/svg';
const PARTS = ['covered', 'asked', 'declined', 'open'];

const rowsOf = (selector) => document.querySelector(selector + ' tbody');

function option(list, value, text) {
  put(list, 'option', text).value = value;
}

function bar(cell, line, most) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 100 10');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  let x = 0;
  PARTS.forEach((part) => {
    const rect = document.createElementNS(SVG, 'rect');
    const width = (100 * line[part]) / most;
    rect.setAttribute('class', part);
    rect.setAttribute('x', String(x));
    rect.setAttribute('width', String(width));
    rect.setAttribute('height', '10');
    svg.appendChild(rect);
    x += width;
  });
  cell.appendChild(svg);
}

function showCoverage(lines, relations) {
  const most = Math.max(1, ...lines.map((line) => line.people));
  const body = rowsOf('#coverage');
  body.textContent = '';
  relations.forEach((relation) => {
    const head = put(put(body, 'tr'), 'th', relation.label);
    head.colSpan = 7;
    lines.filter((line) => line.relation === relation.code).forEach((line) => {
      const row = put(body, 'tr');
      put(row, 'td', line.label + (line.percent === null ? '' : ' ' + line.percent + '%'));
      put(row, 'td', line.people, 'count');
      PARTS.slice(0, 3).forEach((part) => put(row, 'td', line[part], 'count'));
      const open = put(row, 'td', line.left.length ? null : 0, 'count');
      if (line.left.length) {
        const names = put(open, 'details');
        put(names, 'summary', line.open);
        put(names, 'div', line.left.join('、'));
      }
      bar(put(row, 'td', null, 'bar'), line, most);
    });
  });
}

function showShortages(shortages) {
  const body = rowsOf('#shortages');
  body.textContent = '';
  shortages.forEach((one) => {
    const row = put(body, 'tr');
    row.title = one.clause;
    put(row, 'td', one.relationLabel);
    put(row, 'td', one.label);
    put(row, 'td', one.least, 'count');
    put(row, 'td', one.people.map((person) => person.name + '(' + person.pairs + ')').join('、'));
  });
  byId('shortages').hidden = shortages.length === 0;
}

function showList(pairs) {
  const body = rowsOf('#list');
  body.textContent = '';
  pairs.forEach((pair) => {
    const row = put(body, 'tr');
    [
      pair.number,
      pair.relationLabel,
      pair.carrierName,
      pair.colleagueName || pair.branchName,
      pair.stateLabel,
      pair.since,
    ].forEach((text) => put(row, 'td', text));
  });
  byId('list').hidden = pairs.length === 0;
  byId('none').hidden = pairs.length > 0;
}

async function load(college) {
  const query = '?college=' + encodeURIComponent(college.code);
  const [lines, shortages, pairs] = await Promise.all(
    ['/coverage', '/shortages', ''].map((path) => ask('../api/pairings' + path + query)),
  );
  showCoverage(lines, college.relations);
  showShortages(shortages);
  showList(pairs);
  await showResumable(college);
}

// --- resuming -------------------------------------------------------------------------------------------------------

function resume(college, dryRun) {
  return post('../api/pairings/resume?' + new URLSearchParams({ college: college.code, dryRun }));
}

async function showResumable(college) {
  const pairs = await resume(college, true);
  const body = rowsOf('#resuming');
  body.textContent = '';
  pairs.forEach((pair) => {
    const row = put(body, 'tr');
    [pair.carrierName, pair.partnerName, pair.resumed ? '可以恢复 Yes' : pair.why].forEach((text) => put(row, 'td', text));
  });
  byId('resuming').hidden = pairs.length === 0;
  byId('resume').disabled = !pairs.some((pair) => pair.resumed);
  byId('resume').onclick = () => resume(college, false).then(() => load(college)).catch(fail);
}

// --- importing ------------------------------------------------------------------------------------------------------

function showReport(report) {
  const body = rowsOf('#report');
  body.textContent = '';
  report.rows.forEach((one) => {
    const row = put(body, 'tr', null, one.problem ? 'problem' : '');
    put(row, 'td', one.row || '', 'count');
    put(row, 'td', one.subject);
    put(row, 'td', one.message);
  });
  byId('report').hidden = false;
  const problems = report.rows.filter((one) => one.problem).length;
  if (report.stored) {
    byId('outcome').textContent = '已导入 ' + report.rows.filter((one) => one.row > 0).length + ' 对。 Imported.';
  } else if (problems) {
    byId('outcome').textContent = problems + ' 处不合要求，没有导入。请修改文件后重新选择。 Nothing was imported.';
  } else {
    byId('outcome').textContent = '每一行都可以导入，还没有导入。 Every row can be imported; nothing is stored yet.';
  }
  return problems === 0;
}

async function upload(college, dryRun) {
  byId('try').disabled = true;
  byId('store').disabled = true;
  byId('problem').hidden = true;
  byId('outcome').textContent = '';
  try {
    const query = new URLSearchParams({ college: college.code, relation: byId('relation').value, dryRun });
    const body = new FormData();
    body.append('file', byId('file').files[0]);
    const report = await post('../api/pairings/import?' + query, body);
    byId('store').disabled = !showReport(report) || report.stored;
    if (report.stored) {
      await load(college);
    }
  } catch (error) {
    byId('file').value = '';
    byId('report').hidden = true;
    byId('outcome').textContent = uploadFailure(error);
  } finally {
    byId('try').disabled = false;
  }
}

function untried() {
  byId('store').disabled = true;
  byId('report').hidden = true;
  byId('outcome').textContent = '';
}

// --- the page -------------------------------------------------------------------------------------------------------

function recordsOf(college, terms) {
  option(byId('term'), '', '本学期 This term');
  terms.forEach((term) => option(byId('term'), term.code, term.name));
  const link = () => {
    const query = byId('term').value ? '?term=' + encodeURIComponent(byId('term').value) : '';
    const sheets = '../api/records/' + encodeURIComponent(college.code);
    byId('word').href = sheets + '.docx' + query;
    byId('pdf').href = sheets + '.pdf' + query;
  };
  byId('term').addEventListener('change', link);
  link();
}

async function open() {
  const [colleges, terms] = await Promise.all([ask('../api/pairings/colleges'), ask('../api/calendar/terms')]);
  if (colleges.length === 0) {
    throw new Error('您不负责任何院级党组织的结对工作。 You arrange no college\'s pairs.');
  }
  const wanted = new URLSearchParams(window.location.search).get('college');
  const college = colleges.find((one) => one.code === wanted) || colleges[0];
  byId('title').firstChild.textContent = college.name + ' · 结对情况 ';
  if (colleges.length > 1) {
    colleges.forEach((one) => {
      const link = put(byId('colleges'), one === college ? 'b' : 'a', one.name);
      if (one !== college) {
        link.href = '?college=' + encodeURIComponent(one.code);
      }
    });
  }
  college.relations.forEach((relation) => option(byId('relation'), relation.code, relation.label));
  recordsOf(college, terms);
  byId('file').addEventListener('change', untried);
  byId('relation').addEventListener('change', untried);
  byId('upload').addEventListener('submit', (event) => {
    event.preventDefault();
    upload(college, true);
  });
  byId('store').addEventListener('click', () => upload(college, false));
  await load(college);
  document.querySelector('main').hidden = false;
}

open().catch(fail);
