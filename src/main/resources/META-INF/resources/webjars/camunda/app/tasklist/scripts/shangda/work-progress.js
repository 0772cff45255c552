/** 「办理进程」: how the case of an open task has gone so far, for those to whom its form shows that. */
import { words } from '../../../shangda/language.js';
import { ask, hear, itemOf } from './work-list.js';
import { element, times } from './work-words.js';

const heading = (zh, en) => element('h4', '', words(zh, en));

function rest({ from, to, why }) {
  const until = to ? words(`${from} 至 ${to}`, `${from} to ${to}`) : words(`${from} 起`, `since ${from}`);
  return element('li', '', `${until}${words('：', ': ')}${why}`);
}

function step(taken) {
  const made = element('li');
  const first = element('p');
  first.append(element('time', '', taken.at), ' ', element('strong', '', taken.what));
  if (taken.unit) first.append(' ', element('span', 'work-where', taken.unit));
  made.append(first);
  if (taken.words) made.append(element('p', 'work-words', taken.words));
  return made;
}

function list(name, rows, draw) {
  const made = element(name, 'work-way');
  made.append(...rows.map(draw));
  return made;
}

function draw(node, { clock, rests, way, told }, item) {
  const parts = [heading('时限', 'Time')];
  if (item) parts.push(times(item));
  if (clock) parts.push(element('p', '', clock));
  if (rests.length) parts.push(heading('暂停计时', 'The clock stood still'), list('ul', rests, rest));
  if (way.length) parts.push(heading('办理进程（最近的在前）', 'The way so far, the latest first'), list('ol', way, step));
  else {
    parts.push(
      element(
        'p',
        'work-none',
        told || !clock
          ? words('尚无进程记录。', 'Nothing has been recorded so far.')
          : words('您只看时限；办理内容只对办理单位和本人显示。', 'You see the times only; what was done is shown to the units that handle it and to the colleague.'),
      ),
    );
  }
  node.replaceChildren(...parts);
}

export default {
  id: 'shangda-work-progress',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  label: words('办理进程', 'Progress'),
  async render(node, { taskId }, scope) {
    node.className = 'work-progress';
    node.textContent = words('正在读取……', 'Loading…');
    let shown = null;
    scope.$on('$destroy', hear(() => shown && draw(node, shown, itemOf(taskId))));
    try {
      const answer = await ask(`/${encodeURIComponent(taskId)}/progress`);
      if (!answer.ok) {
        const problem = await answer.json();
        node.textContent = problem.detail;
        return;
      }
      shown = await answer.json();
      draw(node, shown, itemOf(taskId));
    } catch {
      node.textContent = words('网络连接中断，请稍后再试。', 'The connection was lost. Please try again.');
    }
  },
};
