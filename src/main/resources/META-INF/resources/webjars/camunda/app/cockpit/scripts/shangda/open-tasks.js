/** 人工任务: how many are open and how many late, by process, without who has them. In place of what says 0 to an operator. */
import { words } from '../../../shangda/language.js';
import { asked, put, refused, table } from './ask.js';

export async function showOpenTasks(node) {
  const section = put(node, 'section', null, 'shangda-open-tasks');
  put(section, 'h3', words('未完成的人工任务', 'Open human tasks'));
  try {
    const processes = await asked('/tasks');
    const open = processes.reduce((sum, one) => sum + one.open, 0);
    const late = processes.reduce((sum, one) => sum + one.late, 0);
    put(
      section,
      'p',
      words(`共 ${open} 个，其中逾期 ${late} 个；不含「我的事项」等常设任务。`, `${open} open, ${late} of them late; without standing tasks.`),
    );
    const body = table(section, [words('流程', 'Process'), words('未完成', 'Open'), words('逾期', 'Late')]);
    processes.forEach((one) => {
      const row = put(body, 'tr');
      put(row, 'td', one.name);
      put(row, 'td', one.open);
      put(row, 'td', one.late ? words(`▲ ${one.late}`, `▲ ${one.late} late`) : '—', one.late ? 'late' : '');
    });
  } catch (error) {
    refused(section, error);
  }
}

export default {
  id: 'shangda.open-tasks',
  pluginPoint: 'cockpit.tasks.dashboard',
  priority: 100,
  properties: { label: words('人工任务', 'Human Tasks') },
  render: (node) => showOpenTasks(put(node, 'div', null, 'shangda-page')),
};
