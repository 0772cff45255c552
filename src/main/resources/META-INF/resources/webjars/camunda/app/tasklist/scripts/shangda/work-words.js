/** How much time is left, in a word, a mark and a colour. */
import { words } from '../../../shangda/language.js';
import { TIME_MARKS } from '../../../shangda/time-marks.js';

export const mark = (state) => TIME_MARKS[state] ?? '';

export function element(name, classes, text) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  if (text) made.textContent = text;
  return made;
}

/** Every limit that runs: 签收 and 办理 where there are both. */
export function times(item) {
  const list = element('ul', 'work-times');
  item.times.forEach((time) => {
    const said = (time.label ? time.label + words('：', ': ') : '') + time.words;
    const row = element('li', 'work-' + time.state);
    const sign = element('span', 'work-mark', mark(time.state) + ' ');
    sign.setAttribute('aria-hidden', 'true');
    row.append(sign, said);
    list.append(row);
  });
  if (!item.times.length && !item.standing) list.append(element('li', 'work-none', words('未设期限', 'No deadline')));
  return list;
}
