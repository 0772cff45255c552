/** How many are late, in the header of every page; which they are, on a click. Nothing where none is. */
import { words } from '../../../shangda/language.js';
import { hear } from './work-list.js';
import { element, mark, times } from './work-words.js';

function row(item) {
  const link = element('a', '', `${item.number} ${item.title || item.kind}`);
  link.href = '#/?task=' + encodeURIComponent(item.task);
  const made = element('li');
  made.append(link, times(item));
  return made;
}

export default {
  id: 'shangda-work-badge',
  pluginPoint: 'tasklist.navbar.action',
  priority: 90,
  render(node, api, scope) {
    const folded = element('details', 'work-badge');
    const sum = element('summary');
    const list = element('ol');
    folded.append(sum, list);
    folded.hidden = true;
    node.append(folded);
    const close = (event) => {
      if (!sum.contains(event.target)) folded.open = false;
    };
    document.addEventListener('click', close);
    const enough = hear(({ late, items }) => {
      folded.hidden = !late;
      sum.textContent = `${mark('overdue')} ${words(`已逾期 ${late} 项`, `${late} overdue`)}`;
      list.replaceChildren(...items.filter((item) => item.state === 'overdue' && !item.standing).map(row));
    });
    scope.$on('$destroy', () => {
      enough();
      document.removeEventListener('click', close);
    });
  },
};
