/** 停滞事项 in Cockpit: a menu entry, a tile on the dashboard, and the page that supervisors have as well. */
import { words } from '../../../shangda/language.js';
import { MARKS, asked, put, refused, table } from './ask.js';
import { showOpenTasks } from './open-tasks.js';
import { showPage } from './stalled-page.js';

const label = words('停滞事项', 'Stalled');

const here = (filter) => '#/stalled?' + new URLSearchParams(filter);

function figures(node, title, name, choices) {
  const body = table(node, [title, words('件', 'Cases')]);
  choices.forEach((one) => {
    const row = put(body, 'tr');
    put(put(row, 'td'), 'a', one.label).href = here({ [name]: one.code });
    put(row, 'td', one.count);
  });
}

function showTile(node, answer) {
  put(node, 'p', answer.head, 'shangda-proof ' + (answer.whole ? 'whole' : 'broken')).setAttribute('role', 'status');
  const marks = put(node, 'p', null, 'shangda-severities');
  answer.severities.forEach((one) => {
    const link = put(marks, 'a', `${MARKS[one.code]} ${one.label} ${one.count}`, one.code);
    link.href = here({ severity: one.code });
  });
  if (!answer.severities.length) {
    put(marks, 'span', answer.whole ? words('没有停滞事项。', 'Nothing stands still.') : words('表中没有停滞事项，但核对没有完成。', 'None is listed, but the look is not complete.'));
    return;
  }
  const tables = put(node, 'div', null, 'shangda-figures');
  figures(tables, words('按原因', 'By cause'), 'cause', answer.causes);
  figures(tables, words('按层级', 'By level'), 'level', answer.levels);
}

const tile = {
  id: 'shangda.stalled.tile',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  properties: { label },
  render: async (node) => {
    const section = put(node, 'section', null, 'shangda-tile');
    const stalled = put(section, 'div');
    put(put(stalled, 'h3'), 'a', label).href = '#/stalled';
    showOpenTasks(put(section, 'div'));
    try {
      showTile(stalled, await asked());
    } catch (error) {
      refused(put(stalled, 'p'), error);
    }
  },
};

const entry = {
  id: 'shangda.stalled.entry',
  pluginPoint: 'cockpit.navigation',
  priority: 50,
  properties: { label },
  render: (node) => {
    put(node, 'a', label).href = '#/stalled';
  },
};

const page = {
  id: 'shangda.stalled.page',
  pluginPoint: 'cockpit.route',
  properties: { path: '/stalled', label },
  render: (node) => {
    showPage(node, new URLSearchParams(window.location.hash.split('?')[1] || ''));
  },
};

export default [tile, entry, page];
