/* Diagrams, tables and forms: what is in force and why, what differs, back, and what a new deadline leaves as it is. */
import { top } from './top.js';
import { ask, byId, fail, json, label, post, put, uploadFailure, when } from './page.js';
import { askReason, tell } from './reason.js';

const KINDS = { bpmn: '流程图 Diagrams', dmn: '决策表 Tables', form: '表单 Forms' };
const WHAT = { new: '新增 New', changed: '修改 Changed', removed: '删除 Removed', order: '次序 Order' };
/** The files as the page shows them. */
let shown = [];

const NAMES = { shangda: '系统自带 Shipped', 'shangda-merge': '升级合并 Merged at upgrade', 'shangda-page': '本页 This page' };

const who = (origin) => (origin && origin.by ? origin.by : '系统 System');

const why = (origin) => [origin.reason, origin.document].filter(Boolean).join(' · ');

const named = (origin) => NAMES[origin.name] || origin.name || '';

/**
 * Asks why, does it, and shows everything as it is then.
 *
 * @param done what is said then; given the answer, the files as they were and as they are
 * @param other what askReason is to be told besides
 */
function change(title, work, done, other) {
  askReason({ title, note: '理由保存在变更记录中。 Kept with the change.', document: true, ...other }, async (said) => {
    const before = shown;
    const result = await work(said);
    await show();
    tell([].concat(typeof done === 'function' ? done(result, before, shown) : done));
  });
}

/** Of every file that is in force now and was not before: for what it counts, and from when. */
function effects(before, now) {
  const former = new Map(before.map((file) => [file.file, file.version]));
  return now.filter((file) => former.get(file.file) !== file.version)
    .map((file) => file.title + '（第 ' + file.version + ' 版，' + when(file.origin && file.origin.at) + '）：' + file.effect);
}

function lines(parent, found) {
  put(parent, 'h3', '与系统自带版本的差别 Differences from the shipped version');
  if (!found.file.known) {
    put(parent, 'p', '系统没有自带这个文件。 The product ships no such file.', 'note');
  } else if (!found.lines.length) {
    put(parent, 'p', '没有差别。 None.', 'note');
  }
  found.lines.forEach((line) => {
    const box = put(parent, 'div', '', 'line');
    put(box, 'b', WHAT[line.what]);
    put(box, 'span', ' ' + line.where);
    line.text.forEach((text) => put(box, 'p', text));
  });
  if (found.more) {
    put(parent, 'p', '另有 ' + found.more + ' 处。 ' + found.more + ' more.', 'note');
  }
}

function versions(parent, found) {
  put(parent, 'h3', '历次版本 Versions');
  const list = put(parent, 'ul');
  found.versions.forEach((one) => {
    const origin = one.origin || {};
    put(list, 'li', ['第 ' + one.version + ' 版', origin.at ? when(origin.at) : '', who(origin), named(origin), why(origin)]
      .filter((text) => text !== '').join(' · '));
  });
}

async function open(details, file) {
  if (details.dataset.known) {
    return;
  }
  details.dataset.known = 'yes';
  const found = await ask('../api/rules/file?name=' + encodeURIComponent(file.file));
  const box = put(details, 'div');
  put(box, 'p', file.effect, 'note');
  lines(box, found);
  if (file.own && file.known) {
    const back = put(box, 'button', '恢复系统自带版本 Take the shipped version');
    back.type = 'button';
    back.addEventListener('click', () => change(
      '恢复系统自带版本：' + file.title,
      (said) => post('../api/rules/decision', json({ choices: { [file.file]: 'shipped' }, ...said })),
      (result, before, now) => ['已恢复系统自带版本。 The shipped version is in force.', ...effects(before, now)],
    ));
  }
  versions(box, found);
}

function files(overview) {
  const list = byId('list');
  list.textContent = '';
  Object.entries(KINDS).forEach(([kind, title]) => {
    const own = overview.files.filter((file) => file.kind === kind);
    put(list, 'h3', title + '（' + own.length + '）');
    own.sort((one, other) => Number(other.own) - Number(one.own)).forEach((file) => {
      const details = put(list, 'details');
      const summary = put(details, 'summary');
      put(summary, 'b', file.title);
      put(summary, 'span', file.own
        ? '本校 Own' + (file.known ? '，' + file.differences + ' 处不同' : '')
        : '系统自带 Shipped', file.own ? 'own' : 'shipped');
      const origin = file.origin || {};
      put(summary, 'small', ' ' + [file.file, '第 ' + file.version + ' 版', origin.at ? when(origin.at) : '', who(origin), why(origin)]
        .filter(Boolean).join(' · '));
      details.addEventListener('toggle', () => open(details, file).catch(fail));
    });
  });
}

function held(overview) {
  byId('held').hidden = overview.heldBack.length === 0;
  const body = byId('conflicts');
  body.textContent = '';
  overview.heldBack.forEach((one) => {
    const row = put(body, 'tr');
    const what = put(row, 'td');
    put(what, 'b', one.title);
    put(what, 'small', ' ' + one.file);
    one.conflicts.forEach((text) => put(what, 'p', text));
    const choice = put(put(row, 'td'), 'select');
    choice.dataset.file = one.file;
    choice.setAttribute('aria-label', one.title);
    [['', '请选择 Choose'], ['shipped', '采用系统版本 Take the shipped one'], ['mine', '保留本校版本 Keep mine']].forEach(([value, text]) => {
      put(choice, 'option', text).value = value;
    });
  });
}

/** From when the days of the present table count, and for what. */
function since(overview, kept) {
  const table = overview.files.find((file) => file.key === 'level-deadlines');
  const cases = kept.reduce((sum, one) => sum + one.cases, 0);
  const at = table && table.origin ? when(table.origin.at) : '';
  byId('given-since').textContent = (table ? '现行期限（第 ' + table.version + ' 版）用于 ' + at + ' 以后到达一级的事项。' : '')
    + (cases
      ? '此前到达的 ' + cases + ' 件保持原期限，列在下面；写明理由，可以成批延长，不会缩短。 '
        + cases + ' open cases keep the days with which they arrived; they can be extended.'
      : '在办事项都按现行期限。 All open cases have the days of the present table.');
}

function given(kept) {
  const body = byId('given-table').querySelector('tbody');
  body.textContent = '';
  kept.forEach((one) => {
    const row = put(body, 'tr');
    put(row, 'td', one.where);
    put(row, 'td', one.unitName);
    put(row, 'td', one.cases, 'count');
    put(row, 'td', one.days, 'count');
    put(row, 'td', one.daysNow, 'count');
    const cell = put(row, 'td');
    if (one.daysNow > one.days && one.cases > one.supervised) {
      const button = put(cell, 'button', '按现行期限延长 Extend');
      button.type = 'button';
      button.addEventListener('click', () => change(
        '延长期限：' + one.where + '，' + one.unitName + '，' + (one.cases - one.supervised) + ' 件，由 ' + one.days + ' 个工作日改为 '
          + one.daysNow + ' 个',
        (said) => {
          const words = [said.reason.trim(), said.document.trim()].filter(Boolean).join('（') + (said.reason.trim() && said.document.trim() ? '）' : '');
          return post('../api/given-days', json({ level: one.level, unit: one.unit, reason: words }));
        },
        (done) => '已延长 ' + done.cases + ' 件。 ' + done.cases + ' extended.'
          + (done.busy ? ' 另有 ' + done.busy + ' 件正在办理，请稍后再试。 ' + done.busy + ' were busy; please try again.' : ''),
        { note: '理由写入每一件事项的办理经过，本人可见。 The colleagues read it in the way of their cases.' },
      ));
    } else if (one.daysNow < one.days) {
      put(cell, 'small', '保持原期限 They keep theirs');
    }
    if (one.supervised) {
      put(cell, 'small', ' 其中 ' + one.supervised + ' 件已督办，由督办单位决定 ' + one.supervised + ' are supervised');
    }
  });
  byId('given-table').hidden = kept.length === 0;
  label(byId('given-table'));
}

let last = null;

function history(entries) {
  entries.forEach((entry) => {
    last = entry.id;
    const row = put(byId('changes'), 'tr');
    put(row, 'td', when(entry.origin.at));
    put(row, 'td', who(entry.origin));
    const what = put(row, 'td', named(entry.origin));
    if (entry.files.length > 5) {
      const fold = put(what, 'details');
      put(fold, 'summary', entry.files.length + ' 个文件 files');
      put(fold, 'p', entry.files.join('；'));
    } else {
      put(what, 'p', entry.files.length ? entry.files.join('；') : '（部署已删除 deleted）');
    }
    put(row, 'td', why(entry.origin));
    const cell = put(row, 'td');
    if (entry.current) {
      put(cell, 'small', '现行 In force');
    } else if (entry.files.length) {
      const back = put(cell, 'button', '退回到此时 Back to this');
      back.type = 'button';
      back.setAttribute('aria-label', '退回到 ' + when(entry.origin.at) + ' 的变更之后 Back to this');
      back.addEventListener('click', () => change(
        '退回到 ' + when(entry.origin.at) + '（' + (why(entry.origin) || named(entry.origin)) + '）之后的全套',
        (said) => post('../api/rules/back', json({ change: entry.id, ...said })),
        (result, before, now) => ['已退回。 Back in force.', ...effects(before, now)],
        { note: '不同的文件重新部署；在办事项按各自的流程图办完。理由保存在变更记录中。 Open cases go on as they began.' },
      ));
    }
  });
  label(byId('changes').closest('table'));
  byId('more').hidden = entries.length < 20;
}

const earlier = () => ask('../api/rules/changes' + (last ? '?before=' + last : ''));

async function show() {
  const [overview, kept] = await Promise.all([ask('../api/rules'), ask('../api/given-days')]);
  shown = overview.files;
  held(overview);
  files(overview);
  since(overview, kept);
  given(kept);
  last = null;
  byId('changes').textContent = '';
  history(await earlier());
}

byId('more').addEventListener('click', () => earlier().then(history).catch(fail));

byId('upload').addEventListener('submit', (event) => {
  event.preventDefault();
  change('部署 ' + [...byId('files').files].map((file) => file.name).join('、'), async (said) => {
    const body = new FormData();
    [...byId('files').files].forEach((file) => body.append('file', file));
    body.append('reason', said.reason);
    body.append('document', said.document);
    await post('../api/rules/files', body);
    byId('files').value = '';
  }, (result, before, now) => ['已部署。 Deployed.', ...effects(before, now)], { failure: uploadFailure });
});

byId('decide').addEventListener('click', () => change('按所选升级', (said) => {
  const choices = {};
  document.querySelectorAll('#conflicts select').forEach((choice) => {
    if (choice.value) {
      choices[choice.dataset.file] = choice.value;
    }
  });
  return post('../api/rules/decision', json({ choices, ...said }));
}, '已升级。 The new version is in force.'));

show().catch(fail);
top('rules').catch(() => {});
