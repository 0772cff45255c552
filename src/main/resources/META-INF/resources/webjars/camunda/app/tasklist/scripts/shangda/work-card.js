/** A card's title, where its case stands, and how much time is left. The vendor's heading above it stays. */
import { hear, itemOf, refresh } from './work-list.js';
import { element, times } from './work-words.js';

/** Cards on the screen, by the place where each is drawn. */
const drawn = new Map();

function draw(node) {
  const item = itemOf(drawn.get(node));
  const state = JSON.stringify(item);
  // Where nothing has changed, nothing is drawn again.
  if (!item || node.dataset.work === state) return;
  node.dataset.work = state;
  node.className = 'work-card';
  const lines = [];
  if (item.title) lines.push(element('p', 'work-title', item.title));
  if (item.where) lines.push(element('p', 'work-where', item.where));
  if (!lines.length) lines.push(element('p', 'work-title', item.kind));
  node.replaceChildren(...lines, times(item));
}

let hearing = false;

export default {
  id: 'shangda-work-card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  /** Called for every card, and again whenever the list is read anew. */
  render(node, { taskId }, scope) {
    drawn.set(node, taskId);
    scope.$on('$destroy', () => drawn.delete(node));
    draw(node);
    if (hearing) {
      refresh();
    } else {
      hearing = true;
      hear(() => drawn.forEach((task, place) => draw(place)));
    }
  },
};
