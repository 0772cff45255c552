/* Diagrams, tables and forms: what is in force and why, what differs, back, and what a new deadline leaves as it is. */
import { top } from './top.js';
import { aside, ask, byId, colon, comma, counted, fail, halves, json, label, listed, post, put, say, uploadFailure, versionOf, when } from './page.js';
import { tell } from './dialog.js';
import { askReason } from './reason.js';

const KINDS = { bpmn: say('流程图', 'Diagrams'), dmn: say('决策表', 'Tables'), form: say('表单', 'Forms') };
const WHAT = { new: say('新增', 'New'), changed: say('修改', 'Changed'), removed: say('删除', 'Removed'), order: say('次序', 'Order') };
/** The files as the page shows them. */
let shown = [];

const NAMES = {
  shangda: say('系统自带', 'Shipped'),
  'shangda-merge': say('升级合并', 'Merged at an upgrade'),
  'shangda-page': say('本页', 'This page'),
};

const who = (origin) => (origin && origin.by ? origin.by : say('系统', 'System'));

const why = (origin) => [origin.reason, origin.document].filter(Boolean).join(' · ');

const named = (origin) => NAMES[origin.name] || origin.name || '';

/**
 * Asks why, does it, and shows everything as it is then.
 *
 * @param done what is said then; given the answer, the files as they were and as they are
 * @param other what askReason is to be told besides
 */
function change(title, work, done, other) {
  const what = { title, note: say('理由保存在变更记录中。', 'The reason is kept with the change.'), document: true, ...other };
  askReason(what, work, async (result) => {
    const before = shown;
    await show();
    tell([].concat(typeof done === 'function' ? done(result, before, shown) : done));
  });
}

/** Of every file that is in force now and was not before: for what it counts, and from when. */
function effects(before, now) {
  const former = new Map(before.map((file) => [file.file, file.version]));
  return now.filter((file) => former.get(file.file) !== file.version)
    .map((file) => file.title + aside(versionOf(file.version) + comma + when(file.origin && file.origin.at)) + colon + file.effect);
}

function lines(parent, found) {
  put(parent, 'h3', say('与系统自带版本的差别', 'Differences from the shipped version'));
  if (!found.file.known) {
    put(parent, 'p', say('系统没有自带这个文件。', 'The product ships no such file.'), 'note');
  } else if (!found.lines.length) {
    put(parent, 'p', say('没有差别。', 'None.'), 'note');
  }
  found.lines.forEach((line) => {
    const box = put(parent, 'div', '', 'line');
    put(box, 'b', WHAT[line.what]);
    put(box, 'span', ' ' + line.where);
    line.text.forEach((text) => put(box, 'p', text));
  });
  if (found.more) {
    put(parent, 'p', say(`另有 ${found.more} 处。`, `${found.more} more.`), 'note');
  }
}

function versions(parent, found) {
  put(parent, 'h3', say('历次版本', 'Versions'));
  const list = put(parent, 'ul');
  found.versions.forEach((one) => {
    const origin = one.origin || {};
    put(list, 'li', [versionOf(one.version), origin.at ? when(origin.at) : '', who(origin), named(origin), why(origin)]
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
    const back = put(box, 'button', say('恢复系统自带版本', 'Take the shipped version'));
    back.type = 'button';
    back.addEventListener('click', () => change(
      say('恢复系统自带版本', 'Take the shipped version') + colon + file.title,
      (said) => post('../api/rules/decision', json({ choices: { [file.file]: 'shipped' }, ...said })),
      (result, before, now) => [say('已恢复系统自带版本。', 'The shipped version is in force.'), ...effects(before, now)],
    ));
  }
  versions(box, found);
}

function files(overview) {
  const list = byId('list');
  list.textContent = '';
  Object.entries(KINDS).forEach(([kind, title]) => {
    const own = overview.files.filter((file) => file.kind === kind);
    put(list, 'h3', title + aside(own.length));
    own.sort((one, other) => Number(other.own) - Number(one.own)).forEach((file) => {
      const details = put(list, 'details');
      const summary = put(details, 'summary');
      put(summary, 'b', file.title);
      put(summary, 'span', file.own
        ? say('本校', 'Own') + (file.known ? say(`，${file.differences} 处不同`, `, ${counted(file.differences, 'difference')}`) : '')
        : say('系统自带', 'Shipped'), file.own ? 'own' : 'shipped');
      const origin = file.origin || {};
      put(summary, 'small', ' ' + [file.file, versionOf(file.version), origin.at ? when(origin.at) : '', who(origin), why(origin)]
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
    [['', say('请选择', 'Choose')], ['shipped', say('采用系统版本', 'Take the shipped one')], ['mine', say('保留本校版本', 'Keep ours')]].forEach(([value, text]) => {
      put(choice, 'option', text).value = value;
    });
  });
}

/** From when the days of the present table count, and for what. */
function since(overview, kept) {
  const table = overview.files.find((file) => file.key === 'level-deadlines');
  const cases = kept.reduce((sum, one) => sum + one.cases, 0);
  const at = table && table.origin ? when(table.origin.at) : '';
  byId('given-since').textContent = (table
    ? say(
        `现行期限（第 ${table.version} 版）用于 ${at} 以后到达一级的事项。`,
        `The present deadlines (version ${table.version}) count for what arrives at a level after ${at}. `,
      )
    : '')
    + (cases
      ? say(
          `此前到达的 ${cases} 件保持原期限，列在下面；写明理由，可以成批延长，不会缩短。`,
          `${counted(cases, 'case')} of before: the deadline stays as it was, see below; with a reason it can be extended for all together, never shortened.`,
        )
      : say('在办事项都按现行期限。', 'All running cases have the present deadlines.'));
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
      const button = put(cell, 'button', say('按现行期限延长', 'Extend to the present ones'));
      button.type = 'button';
      button.addEventListener('click', () => change(
        say(
          `延长期限：${one.where}，${one.unitName}，${one.cases - one.supervised} 件，由 ${one.days} 个工作日改为 ${one.daysNow} 个`,
          `Extend: ${one.where}, ${one.unitName}, ${counted(one.cases - one.supervised, 'case')}, from ${one.days} to ${counted(one.daysNow, 'working day')}`,
        ),
        (said) => {
          const given = said.document.trim();
          const words = said.reason.trim();
          return post('../api/given-days', json({ level: one.level, unit: one.unit, reason: words && given ? words + aside(given) : words || given }));
        },
        (done) => say(`已延长 ${done.cases} 件。`, `${done.cases} extended. `)
          + (done.busy ? say(`另有 ${done.busy} 件正在办理，请稍后再试。`, `In use at that moment: ${done.busy}; please try again.`) : ''),
        { note: say('理由写入每一件事项的办理经过，本人可见。', 'The reason stands in the way of each case, and the colleagues read it.') },
      ));
    } else if (one.daysNow < one.days) {
      put(cell, 'small', say('保持原期限', 'They keep theirs'));
    }
    if (one.supervised) {
      put(cell, 'small', say(` 其中 ${one.supervised} 件已督办，由督办单位决定`, ` Supervised: ${one.supervised}, for which the supervising unit decides`));
    }
  });
  byId('given-table').hidden = kept.length === 0;
  label(byId('given-table'));
}

let last = null;

function history(entries) {
  entries.forEach((entry) => {
    last = entry.id;
    const at = when(entry.origin.at);
    const reason = why(entry.origin) || named(entry.origin);
    const row = put(byId('changes'), 'tr');
    put(row, 'td', at);
    put(row, 'td', who(entry.origin));
    const what = put(row, 'td', named(entry.origin));
    if (entry.files.length > 5) {
      const fold = put(what, 'details');
      put(fold, 'summary', say(`${entry.files.length} 个文件`, counted(entry.files.length, 'file')));
      put(fold, 'p', halves(entry.files));
    } else {
      put(what, 'p', entry.files.length ? halves(entry.files) : say('（部署已删除）', '(deleted)'));
    }
    put(row, 'td', why(entry.origin));
    const cell = put(row, 'td');
    if (entry.current) {
      put(cell, 'small', say('现行', 'In force'));
    } else if (entry.files.length) {
      const back = put(cell, 'button', say('退回到此时', 'Back to this'));
      back.type = 'button';
      back.setAttribute('aria-label', say(`退回到 ${at} 的变更之后`, `Back to the change of ${at}`));
      back.addEventListener('click', () => change(
        say(`退回到 ${at}（${reason}）之后的全套`, `Back to the set after the change of ${at} (${reason})`),
        (said) => post('../api/rules/back', json({ change: entry.id, ...said })),
        (result, before, now) => [say('已退回。', 'Back in force.'), ...effects(before, now)],
        { note: say(
            '不同的文件重新部署；在办事项按各自的流程图办完。理由保存在变更记录中。',
            'Files that differ are deployed anew; running cases go on as they began. The reason is kept with the change.',
          ) },
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
  change(say('部署 ', 'Deploy ') + listed([...byId('files').files].map((file) => file.name)), async (said) => {
    const body = new FormData();
    [...byId('files').files].forEach((file) => body.append('file', file));
    body.append('reason', said.reason);
    body.append('document', said.document);
    await post('../api/rules/files', body);
    byId('files').value = '';
  }, (result, before, now) => [say('已部署。', 'Deployed.'), ...effects(before, now)], { failure: uploadFailure });
});

byId('decide').addEventListener('click', () => change(say('按所选升级', 'Upgrade as chosen'), (said) => {
  const choices = {};
  document.querySelectorAll('#conflicts select').forEach((choice) => {
    if (choice.value) {
      choices[choice.dataset.file] = choice.value;
    }
  });
  return post('../api/rules/decision', json({ choices, ...said }));
}, say('已升级。', 'The new version is in force.')));

show().catch(fail);
top('rules').catch(() => {});
