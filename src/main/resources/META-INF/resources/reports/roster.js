/* The roster: try a file, see what follows, confirm unusual numbers, import, undo. */
'use strict';

(function () {
  /* What is read first stands first. Unchanged rows are counted only. */
  const ORDER = ['problem', 'to-confirm', 'follows', 'ends', 'new', 'changed', 'ignored'];
  const TABLES = { people: '人员', units: '单位', consequences: '影响' };

  const byId = (id) => document.getElementById(id);
  let tried = null;
  /* For whom the page was loaded: what is sent by somebody else is refused. */
  let shownTo = '';

  function put(parent, name, text, className) {
    const child = document.createElement(name);
    child.textContent = text;
    if (className) {
      child.className = className;
    }
    parent.appendChild(child);
    return child;
  }

  function token() {
    const cookie = document.cookie.split('; ').find((one) => one.startsWith('API-XSRF-TOKEN='));
    return cookie ? decodeURIComponent(cookie.split('=')[1]) : '';
  }

  /** @return the report, also that of an import which was refused with one */
  async function post(address, body) {
    const answer = await fetch('../api/roster' + address, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'X-Requested-With': 'XMLHttpRequest',
        'X-XSRF-TOKEN': token(),
        'Shown-To': shownTo,
      },
      body,
    });
    const found = await answer.json().catch(() => ({}));
    if (answer.ok || found.report) {
      return found.report || found;
    }
    throw new Error(
      answer.status === 401 || answer.status === 403
        ? '请先以系统管理员身份登录。 Please log in as an administrator first.'
        : found.detail || '打不开，请稍后再试。 This cannot be done now.',
    );
  }

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
    byId('quiet').textContent = unchanged + ' 行没有变化。 ' + unchanged + ' rows are unchanged.';
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
    byId('outcome').textContent = '正在处理，请稍候…… Working …';
    button.disabled = true;
    try {
      byId('outcome').textContent = await work();
    } catch (error) {
      forget();
      byId('report').hidden = true;
      byId('outcome').textContent =
        error instanceof TypeError ? '文件已改动或网络中断，请重新选择文件。 Please choose the file again.' : error.message;
    }
  }

  /** Also brings the token that sending needs. */
  async function last() {
    const answer = await fetch('../api/roster/last', { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } });
    shownTo = shownTo || answer.headers.get('Shown-To');
    if (answer.status === 401 || answer.status === 403) {
      byId('problem').textContent = '请先以系统管理员身份登录。 Please log in as an administrator first.';
      byId('problem').hidden = false;
      return;
    }
    const found = answer.status === 200 ? await answer.json() : null;
    byId('last').textContent = found
      ? new Date(found.at).toLocaleString('zh-CN') + (found.by ? '，由 ' + found.by + ' 导入。' : '，启动时导入。')
      : '没有可以撤销的导入。 There is none to undo.';
    byId('try-undo').disabled = !found || !found.undoable;
  }

  last();

  byId('upload').addEventListener('submit', (event) => {
    event.preventDefault();
    run(byId('try'), async () => {
      forget();
      const report = await post('?dryRun=true', files());
      show(report);
      if (report.counts.problem) {
        return report.counts.problem + ' 处需要更正，没有导入。 Please correct the rows; nothing is stored.';
      }
      tried = report;
      byId('confirm').hidden = !report.confirmation;
      mayStore();
      return report.confirmation
        ? '离开的人或撤销的单位比平常多，确认人数后才能导入。 More than usual would leave; please confirm the number.'
        : '可以导入，还没有保存。 It can be imported; nothing is stored yet.';
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
      const report = await post('', body);
      show(report);
      forget();
      await last();
      return report.stored
        ? '已导入。 Imported.'
        : '没有导入：试读以后情况有变化，请重新试读。 Not imported: please try again, something has changed.';
    }),
  );

  byId('try-undo').addEventListener('click', () =>
    run(byId('try-undo'), async () => {
      const report = await post('/undo?dryRun=true');
      show(report);
      byId('undo').disabled = false;
      return '以下是撤销的影响，还没有撤销。 This would follow; nothing is undone yet.';
    }).then(last),
  );

  byId('undo').addEventListener('click', () =>
    run(byId('undo'), async () => {
      const report = await post('/undo');
      show(report);
      await last();
      return '已撤销。 Undone.';
    }),
  );
})();
