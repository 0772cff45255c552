/** A tab of one case: what has happened to it, in codes, and where it has been. No words that somebody wrote, no names. */
import { words } from '../../../shangda/language.js';
import { asked, counted, put, refused, table } from './ask.js';
import { moment, stayed } from './times.js';

function part(node, title, columns, rows) {
  put(node, 'h4', title);
  const body = table(node, columns);
  rows.forEach((cells) => {
    const row = put(body, 'tr');
    cells.forEach((cell) => put(row, 'td', cell || '—'));
  });
}

function dueAt(stay, now) {
  if (!stay.due) return '';
  return moment(stay.due) + (stay.due < now ? words('（▲ 已逾期）', ' (▲ late)') : '');
}

function show(node, { stays, steps, now, cut }) {
  const open = stays.filter((stay) => !stay.until && stay.type === 'userTask');
  part(
    node,
    words(`未完成的人工任务 ${open.length} 个`, counted(open.length, 'open human task')),
    [words('任务', 'Task'), words('自', 'Since'), words('期限', 'Due')],
    open.map((stay) => [stay.name, moment(stay.from), dueAt(stay, now)]),
  );
  if (steps.length) {
    part(
      node,
      words('办理经过', 'What has happened'),
      [words('时间', 'When'), words('层级', 'Level'), words('单位', 'Unit'), words('事由', 'What'), words('代码', 'Code')],
      steps.map((step) => [moment(step.at), step.level, step.unit, step.label, step.code]),
    );
  }
  part(
    node,
    words('在流程图上', 'On the diagram') + (cut ? words('（后面还有，未列出）', ' (more is not told)') : ''),
    [words('到达', 'Reached'), words('节点', 'Element'), words('停留', 'Stayed')],
    stays.map((stay) => [moment(stay.from), stay.name, stayed(stay, now)]),
  );
}

export default {
  id: 'shangda.way',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 18,
  properties: { label: words('办理经过', 'Way') },
  render: (node, { processInstanceId }) => {
    const inside = put(node, 'div', null, 'shangda-way');
    asked('/replay', { instance: processInstanceId })
      .then((answer) => show(inside, answer))
      .catch((error) => refused(inside, error));
  },
};
