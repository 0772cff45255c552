/** On a diagram, at each element: how many cases stand there, how many of them are late, and how long the middle one has. */
import { words } from '../../../shangda/language.js';
import { asked, put, refused } from './ask.js';

function says(one) {
  const late = one.late ? words(` 逾 ${one.late}`, `, ${one.late} late`) : '';
  return [words(`开 ${one.open}${late}`, `${one.open} open${late}`), words(`中位 ${one.medianDays} 天`, `median ${one.medianDays} d`)];
}

const meaning = (one) =>
  words(
    `${one.name}：在此 ${one.open} 件，其中逾期 ${one.late} 件；到此的工作日中位数 ${one.medianDays} 天。`,
    `${one.name}: ${one.open} here, ${one.late} of them late; median ${one.medianDays} working days.`,
  );

function badge(one) {
  const badge = document.createElement('div');
  badge.className = 'shangda-badge ' + (one.late ? 'late' : 'in-time');
  says(one).forEach((line) => put(badge, 'div', line));
  badge.title = meaning(one);
  badge.dataset.element = one.element;
  return badge;
}

/** An element that was deployed without its drawing has no place on the diagram; a case may stand there all the same. */
function beneath(container, undrawn) {
  const list = put(container, 'div', null, 'shangda-undrawn');
  put(list, 'b', words('图上没有画出：', 'Not drawn: '));
  undrawn.forEach((one) => put(list, 'div', one.name + '（' + one.element + '） ' + says(one).join(words('，', ', ')), one.late ? 'late' : 'in-time'));
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
      elements
        .filter((one) => drawn.get(one.element))
        .forEach((one) => overlays.add(one.element, 'shangda', { position: { top: -2, left: 0 }, scale: false, html: badge(one) }));
      const undrawn = elements.filter((one) => !drawn.get(one.element));
      if (undrawn.length) beneath(container, undrawn);
    } catch (error) {
      refused(put(container, 'div', null, 'shangda-undrawn'), error);
    }
  },
};
