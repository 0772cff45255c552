/** On a diagram, at each element: how many cases stand there, how many of them are late, and how long the middle one has. */
import { words } from '../../../shangda/language.js';
import { asked, counted, put, refused } from './ask.js';

function says(one) {
  const late = one.late ? words(` 逾 ${one.late}`, `, ${one.late} late`) : '';
  return [words(`开 ${one.open}${late}`, `${one.open} open${late}`), words(`中位 ${one.medianDays} 天`, `median ${one.medianDays} d`)];
}

const meaning = (one) =>
  words(
    `${one.name}：在此 ${one.open} 件，其中逾期 ${one.late} 件；到此的工作日中位数 ${one.medianDays} 天。`,
    `${one.name}: ${one.open} here, ${one.late} of them late; median ${counted(one.medianDays, 'working day')}.`,
  );

/** What a badge above an element needs, on a diagram that is made smaller to fit. */
const ROOM = 90;

function badge(one, below) {
  const badge = document.createElement('div');
  badge.className = 'shangda-badge ' + (one.late ? 'late' : 'in-time') + (below ? ' below' : '');
  says(one).forEach((line) => put(badge, 'div', line));
  badge.title = meaning(one);
  badge.dataset.element = one.element;
  return badge;
}

/** An element that was deployed without its drawing has no place on the diagram; a case may stand there all the same. */
function beneath(container, undrawn) {
  const list = put(container, 'div', null, 'shangda-undrawn');
  put(list, 'b', words('图上没有画出：', 'Not drawn: '));
  undrawn.forEach((one) => put(list, 'div', one.name + words(`（${one.element}） `, ` (${one.element}) `) + says(one).join(words('，', ', ')), one.late ? 'late' : 'in-time'));
}

export default {
  id: 'shangda.badges',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  render: async (viewer, { processDefinitionId }) => {
    const container = viewer.get('canvas').getContainer();
    try {
      const elements = await asked('/elements', { definition: processDefinitionId });
      const drawn = viewer.get('elementRegistry');
      const overlays = viewer.get('overlays');
      const edge = Math.min(...drawn.filter((shape) => shape.y !== undefined).map((shape) => shape.y));
      elements
        .filter((one) => drawn.get(one.element))
        .forEach((one) => {
          // Above the topmost ones there is no room: the diagram fills its pane.
          const below = drawn.get(one.element).y - edge < ROOM;
          const position = below ? { bottom: -2, left: 24 } : { top: -2, left: 0 };
          overlays.add(one.element, 'shangda', { position, scale: false, html: badge(one, below) });
        });
      const undrawn = elements.filter((one) => !drawn.get(one.element));
      if (undrawn.length) beneath(container, undrawn);
    } catch (error) {
      refused(put(container, 'div', null, 'shangda-undrawn'), error);
    }
  },
};
