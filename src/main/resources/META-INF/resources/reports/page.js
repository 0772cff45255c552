/** What the product's own pages share: elements, and asking the product as the person for whom the page was opened. */

import { language, words } from '../camunda/app/shangda/language.js';

/** The page's language: zh or en, as the browser asks. Where there are no words for it, Chinese. */
export const lang = language;

/** The words of that language. */
export const say = words;

document.documentElement.lang = say('zh-CN', 'en');

/** What a page's file says in Chinese, it says in English beside it: data-en for a text, data-en-label for a label. */
export function speak() {
  if (lang !== 'en') {
    return;
  }
  document.querySelectorAll('[data-en]').forEach((one) => {
    one.textContent = one.dataset.en;
  });
  document.querySelectorAll('[data-en-label]').forEach((one) => one.setAttribute('aria-label', one.dataset.enLabel));
}

speak();

/** What is said between two of a list, and before what belongs to a word. */
export const listed = (some) => some.join(say('、', ', '));
export const halves = (some) => some.join(say('；', '; '));
export const colon = say('：', ': ');
export const comma = say('，', ', ');

/** A count or a remark behind a word. */
export const aside = (text) => say(`（${text}）`, ` (${text})`);

/** How many of a thing, in English: one has no s. */
export const counted = (number, thing) => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** Which version of a file. */
export const versionOf = (number) => say(`第 ${number} 版`, `version ${number}`);

/** Who was logged in when this page was opened: what it changes is sent as that person only. */
let shownTo = '';

export const person = () => shownTo;

export const byId = (id) => document.getElementById(id);

export function put(parent, name, text, className) {
  const child = document.createElement(name);
  if (text !== undefined && text !== null) {
    child.textContent = text;
  }
  if (className) {
    child.className = className;
  }
  parent.appendChild(child);
  return child;
}

export const json = (value) => new Blob([JSON.stringify(value)], { type: 'application/json' });

/** The university's zone, which every answer names. */
let timeZone;

const TO_THE_MINUTE = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** A moment as the university's clocks show it, wherever the reader's are, written as in the product's texts; nothing where there is none. */
export function when(at) {
  if (!at) {
    return '';
  }
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, ...TO_THE_MINUTE }).formatToParts(new Date(at));
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** Whatever has a colour by how grave it is has a mark by that too. */
export const MARKS = { severe: '■', late: '▲', waiting: '●' };

/** What a column is called; one by whose head all rows are ticked has no name. */
const nameOf = (column) => (column.querySelector('input') ? '' : column.textContent.replace(/\s+/g, ' ').trim());

/** On a small screen a row is a card, in which every cell says its column. Cells of more columns have none. */
export function label(table) {
  const columns = [...table.querySelectorAll('thead th')].map(nameOf);
  table.querySelectorAll('tbody tr').forEach((row) => {
    [...row.cells].forEach((cell, place) => {
      cell.dataset.column = columns[place] || '';
    });
  });
}

function token() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('API-XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.split('=')[1]) : '';
}

/** Inside a webapp, that asks for the login itself, it is not. */
const isOwnPage = () => !document.querySelector('base[app-root]');

let loggingIn = null;

/** Over the page, once for all who ask meanwhile. @param now who is logged in instead */
async function logInHere(now) {
  if (!isOwnPage()) {
    return false;
  }
  const { logInOver } = await import('../camunda/app/shangda/log-in.js');
  loggingIn = loggingIn || logInOver(shownTo, now).finally(() => {
    loggingIn = null;
  });
  return loggingIn;
}

/** Whatever answers brings the token that what changes something needs. */
const PROBE = new URL('../api/account/password-notice', import.meta.url);

/** What a request must bring that changes something. */
async function mayChange(headers) {
  if (!token()) {
    await fetch(PROBE, { headers });
  }
  headers['X-XSRF-TOKEN'] = token();
  headers['Shown-To'] = shownTo;
}

/**
 * Whether the answer was for nobody, or for somebody else, and whoever the page is for has logged in again over it: then what
 * was asked is to be sent anew.
 *
 * @param now who is logged in, as the answer says
 * @throws Error where they have not
 */
async function loggedInAgain(status, now) {
  if (status !== 401 && !(isOwnPage() && shownTo && now && now !== shownTo)) {
    return false;
  }
  if (await logInHere(now)) {
    return true;
  }
  throw new Error(say('请先登录，再打开本页。', 'Please log in first.'));
}

/**
 * @param address beside this page
 * @return the answer to a successful request, null where there is none; also the report of an import that was refused.
 *     Whose session has ended, or has become somebody else's, logs in again over the page, and it is sent then
 */
async function send(address, method, body) {
  const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };
  if (method !== 'GET') {
    await mayChange(headers);
  }
  const answer = await fetch(address, { method, headers, body });
  const now = answer.headers.get('Shown-To') || '';
  timeZone = answer.headers.get('Time-Zone') || timeZone;
  if (await loggedInAgain(answer.status, now)) {
    return send(address, method, body);
  }
  shownTo = shownTo || now;
  if (answer.ok) {
    return answer.status === 204 ? null : answer.json();
  }
  const problem = await answer.json().catch(() => ({}));
  if (problem.report) {
    return problem.report;
  }
  throw new Error(problem.detail || say('打不开，请稍后再试。', 'This cannot be opened now.'));
}

/**
 * Sends one file, which fetch would not tell the progress of.
 *
 * @param progress told how much of it has gone, from 0 to 1
 */
export async function upload(address, file, progress) {
  const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };
  await mayChange(headers);
  const body = new FormData();
  body.append('file', file);
  const request = new XMLHttpRequest();
  await new Promise((resolve, reject) => {
    request.open('POST', address);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener('load', resolve);
    request.addEventListener('error', () => reject(new TypeError('lost')));
    request.send(body);
  });
  if (await loggedInAgain(request.status, request.getResponseHeader('Shown-To') || '')) {
    return upload(address, file, progress);
  }
  let answer = {};
  try {
    answer = JSON.parse(request.responseText);
  } catch {
    // A proxy has answered; the status says enough.
  }
  if (request.status >= 300) {
    throw new Error(answer.detail || say('没有传上去，请稍后再试。', 'It was not sent. Please try again.'));
  }
  return answer;
}

export const ask = (address) => send(address, 'GET');

export const post = (address, body) => send(address, 'POST', body);

export const remove = (address) => send(address, 'DELETE');

/** Why there is no answer. Where nothing came back at all, the browser throws a TypeError in words of its own. */
export const failure = (error, lost = say('网络连接中断，请稍后再试。', 'The connection was lost.')) =>
  error instanceof TypeError ? lost : error.message;

/** A browser does not read a file again that was changed after it was chosen. */
export const uploadFailure = (error) => failure(error, say('文件已改动或网络中断，请重新选择文件。', 'Please choose the file again.'));

/** A form that was handed in, and stays. */
export const notSent = (error) =>
  failure(
    error,
    say(
      '网络连接中断，尚不能确定是否已收到。填写的内容仍在，请稍后再提交一次。',
      'The connection was lost; whether this has arrived is not known. What you have written is still here; please submit it again.',
    ),
  );

/** Of what was to change something. Where nothing came back, nobody knows whether it has. */
export const notDone = (error, why = failure) => (error instanceof TypeError ? '' : say('没有变更。', 'Nothing was changed. ')) + why(error);

export function fail(error) {
  byId('problem').textContent = failure(error);
  byId('problem').hidden = false;
}
