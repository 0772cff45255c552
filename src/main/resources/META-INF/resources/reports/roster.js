/* The roster: try a file, see what follows, confirm unusual numbers, import, undo. */
import { top } from './top.js';
import { ask, byId, counted, fail, post, put, say, uploadFailure, when } from './page.js';

/* What is read first stands first. Unchanged rows are counted only. */
const ORDER = ['problem', 'to-confirm', 'follows', 'ends', 'new', 'changed', 'ignored'];
const TABLES = { people: say('人员', 'People'), units: say('单位', 'Units'), consequences: say('影响', 'What follows') };

let tried = null;

function show(report) {
  const body = byId('report').querySelector('tbody');
  body.textContent = '';
  ORDER.forEach((outcome) =>
    report.rows
      .filter((row) => row.outcome === outcome)
      .forEach((row) => {
        const line = put(body, 'tr', '', outcome === 'problem' || outcome === 'to-confirm' ? 'problem' : '');
        put(line, 'td', TABLES[row.table] || row.table);
        put(line, 'td', row.row || '', 'count');
        put(line, 'td', row.subject);
        put(line, 'td', row.message);
      }),
  );
  byId('report').hidden = body.children.length === 0;
  const unchanged = report.counts.unchanged || 0;
  byId('quiet').textContent = say(`${unchanged} 行没有变化。`, `${counted(unchanged, 'row')} unchanged.`);
  byId('quiet').hidden = unchanged === 0;
}

function files() {
  const body = new FormData();
  ['people', 'units', 'workbook'].forEach((part) => {
    if (byId(part).files.length) {
      body.append(part, byId(part).files[0]);
    }
  });
  return body;
}

function forget() {
  tried = null;
  byId('store').disabled = true;
  byId('confirm').hidden = true;
  byId('leavers').value = '';
}

/** Only who has typed the number has read it. */
function mayStore() {
  const confirmed = tried && (!tried.confirmation || byId('leavers').value.trim() === String(tried.leavers));
  byId('store').disabled = !tried || Boolean(tried.counts.problem) || !confirmed;
}

async function run(button, work) {
  byId('problem').hidden = true;
  byId('outcome').textContent = say('正在处理，请稍候……', 'Working…');
  button.disabled = true;
  try {
    byId('outcome').textContent = await work();
  } catch (error) {
    forget();
    byId('report').hidden = true;
    byId('outcome').textContent = uploadFailure(error);
  }
}

/** Also brings the token that sending needs. */
async function last() {
  const found = await ask('../api/roster/last');
  byId('last').textContent = found
    ? when(found.at) + (found.by ? say(`，由 ${found.by} 导入。`, `, imported by ${found.by}.`) : say('，启动时导入。', ', imported at the start.'))
    : say('没有可以撤销的导入。', 'There is no import to undo.');
  byId('try-undo').disabled = !found || !found.undoable;
}

last().catch(fail);

byId('upload').addEventListener('submit', (event) => {
  event.preventDefault();
  run(byId('try'), async () => {
    forget();
    const report = await post('../api/roster?dryRun=true', files());
    show(report);
    if (report.counts.problem) {
      return say(`${report.counts.problem} 处需要更正，没有导入。`, `${counted(report.counts.problem, 'row')} to be corrected; nothing is stored.`);
    }
    tried = report;
    byId('confirm').hidden = !report.confirmation;
    mayStore();
    return report.confirmation
      ? say('离开的人或撤销的单位比平常多，确认人数后才能导入。', 'More people or units than usual would leave; please confirm the number of people.')
      : say('可以导入，还没有保存。', 'It can be imported; nothing is stored yet.');
  }).finally(() => {
    byId('try').disabled = false;
  });
});

byId('leavers').addEventListener('input', mayStore);

['people', 'units', 'workbook'].forEach((part) => byId(part).addEventListener('change', forget));

byId('store').addEventListener('click', () =>
  run(byId('store'), async () => {
    const body = files();
    if (tried.confirmation) {
      body.append('confirmed', tried.confirmation);
    }
    const report = await post('../api/roster', body);
    show(report);
    forget();
    await last();
    return report.stored
      ? say('已导入。', 'Imported.')
      : say('没有导入：试读以后情况有变化，请重新试读。', 'Not imported: something has changed meanwhile. Please try it again.');
  }),
);

byId('try-undo').addEventListener('click', () =>
  run(byId('try-undo'), async () => {
    const report = await post('../api/roster/undo?dryRun=true');
    show(report);
    byId('undo').disabled = false;
    return say('以下是撤销的影响，还没有撤销。', 'This would follow; nothing is undone yet.');
  }).then(last),
);

byId('undo').addEventListener('click', () =>
  run(byId('undo'), async () => {
    const report = await post('../api/roster/undo');
    show(report);
    await last();
    return say('已撤销。', 'Undone.');
  }),
);
top('roster').catch(() => {});
