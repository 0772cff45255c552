/* What stands still on the reader's line: the proof, why, since when, and who can unblock it. */
import { MARKS, aside, ask, byId, colon, counted, fail, label, listed, put, say, speak } from './page.js';
import { bar, listen, tick } from './stalled-act.js';
import { showStandIns } from './stand-ins.js';

const api = new URL('../api/stalled', import.meta.url).href;
const CHOICES = { cause: 'causes', unit: 'units', level: 'levels', programme: 'programmes' };

/** What the link to the page asks for, each until the page shows it as a choice. */
let linked = new URLSearchParams();
let number = '';
let severity = '';
let page = 0;
let drawn = () => {};

function query() {
  const query = new URLSearchParams({ sort: byId('sort').value });
  Object.keys(CHOICES)
    .map((name) => [name, byId(name).value || linked.get(name)])
    .filter(([, value]) => value)
    .forEach(([name, value]) => query.set(name, value));
  if (number) {
    query.set('number', number);
  }
  if (byId('watched').checked) {
    query.set('watched', 'true');
  }
  if (severity) {
    query.set('severity', severity);
  }
  return query;
}

function showChoices(answer) {
  Object.entries(CHOICES).forEach(([name, choices]) => {
    const list = byId(name);
    const chosen = list.value || linked.get(name);
    linked.delete(name);
    list.textContent = '';
    put(list, 'option', say('全部', 'All')).value = '';
    answer[choices].forEach((one) => {
      put(list, 'option', one.label + aside(one.count)).value = one.code;
    });
    list.value = answer[choices].some((one) => one.code === chosen) ? chosen : '';
  });
  const marks = byId('severities');
  marks.textContent = '';
  answer.severities.forEach((one) => {
    const button = put(marks, 'button', MARKS[one.code] + ' ' + one.label + ' ' + one.count, one.code);
    button.type = 'button';
    button.setAttribute('aria-pressed', String(severity === one.code));
    button.addEventListener('click', () => {
      severity = severity === one.code ? '' : one.code;
      page = 0;
      load();
    });
  });
}

function levelClock(item) {
  if (item.daysLeft === null) {
    return item.due ? say(`本级到 ${item.due}`, `Level due ${item.due}`) : say('本级 —', 'Level —');
  }
  return item.daysLeft < 0
    ? say(`本级逾期 ${-item.daysLeft} 天`, `Level ${counted(-item.daysLeft, 'day')} late`)
    : say(`本级余 ${item.daysLeft} 天`, `Level ${counted(item.daysLeft, 'day')} left`);
}

function showRow(body, item) {
  const row = put(body, 'tr');
  tick(row, item);
  const number = put(row, 'td');
  put(number, 'span', MARKS[item.severity] + ' ', 'mark ' + item.severity);
  put(number, 'span', item.number || '—').dataset.number = item.number || '';
  put(row, 'td', [item.level, item.unit].filter(Boolean).join(' · ') || '—');
  const why = put(row, 'td');
  put(why, 'b', item.causeLabel);
  put(why, 'div', item.why);
  if (item.people.length) {
    put(why, 'div', say('经办', 'With') + colon + listed(item.people), 'note');
  }
  const since = put(row, 'td', item.since);
  put(since, 'div', say(`已 ${item.stoppedDays} 个工作日`, `for ${counted(item.stoppedDays, 'working day')}`), 'note');
  const clocks = put(row, 'td');
  if (item.caseDays === null) {
    clocks.textContent = '—';
  } else {
    put(clocks, 'div', levelClock(item));
    put(clocks, 'div', say(`全程第 ${item.caseDays} 天`, `Case on day ${item.caseDays}`));
  }
  put(row, 'td', item.unblock);
}

function show(answer) {
  byId('problem').hidden = true;
  byId('head').textContent = answer.head;
  byId('head').className = answer.whole ? 'whole' : '';
  showChoices(answer);
  const body = document.querySelector('#list tbody');
  body.textContent = '';
  answer.rows.forEach((item) => showRow(body, item));
  label(byId('list'));
  bar(answer, load);
  showStandIns(answer.standIns, load);
  byId('list').hidden = answer.rows.length === 0;
  byId('none').hidden = answer.total > 0;
  const pages = Math.max(1, Math.ceil(answer.total / answer.pageSize));
  byId('where').textContent = say(
    `${answer.total} 行，第 ${answer.page + 1}／${pages} 页`,
    `${counted(answer.total, 'row')}, page ${answer.page + 1} of ${pages}`,
  );
  byId('before').disabled = answer.page === 0;
  byId('after').disabled = answer.page + 1 >= pages;
  byId('one').hidden = !number;
  byId('excel').href = api + '/stalled.xlsx?' + query();
  document.querySelector('main').hidden = false;
  drawn(answer);
}

function load() {
  const asked = query();
  asked.set('page', page);
  return ask(api + '?' + asked).then(show).catch(fail);
}

/**
 * Shows the list in the elements of stalled.html, wherever they are.
 *
 * @param filter what to narrow the list by at first: cause, unit, level, programme, severity, number
 * @param whenDrawn is given each answer that is shown
 */
export function start({ filter = new URLSearchParams(), whenDrawn = () => {} } = {}) {
  linked = new URLSearchParams(filter);
  number = filter.get('number') || '';
  severity = filter.get('severity') || '';
  page = 0;
  drawn = whenDrawn;
  speak();
  listen();
  byId('week').href = api + '/week.docx';
  byId('all').addEventListener('click', () => {
    number = '';
    page = 0;
    load();
  });
  [...Object.keys(CHOICES), 'sort', 'watched'].forEach((name) =>
    byId(name).addEventListener('change', () => {
      page = 0;
      load();
    }),
  );
  byId('filter').addEventListener('submit', (event) => event.preventDefault());
  byId('before').addEventListener('click', () => {
    page -= 1;
    load();
  });
  byId('after').addEventListener('click', () => {
    page += 1;
    load();
  });
  return load();
}
