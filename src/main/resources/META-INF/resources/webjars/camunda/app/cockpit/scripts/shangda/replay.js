/** On the diagram of one case: how it came to where it stands, step by step, with the times. */
import { words } from '../../../shangda/language.js';
import { asked, counted, put, refused } from './ask.js';
import { moment, stayed } from './times.js';

const EACH_MILLISECONDS = 900;

/** What had been left when the stay of that place began, and what had not. */
function at(stays, place) {
  const now = stays[place].from;
  const reached = stays.slice(0, place + 1);
  const over = (stay) => stay !== stays[place] && stay.until !== null && stay.until <= now;
  return { past: reached.filter(over), present: reached.filter((stay) => !over(stay)) };
}

/** A scope is as long present as anything inside it, and would cover it. */
const isPlace = (stay) => stay.type !== 'subProcess' && stay.type !== 'multiInstanceBody';

function controls(container) {
  const bar = put(container, 'div', null, 'shangda-replay');
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', words('重放', 'Replay'));
  const button = (text, label) => {
    const made = put(bar, 'button', text, 'btn btn-default btn-sm');
    made.type = 'button';
    made.title = label;
    made.setAttribute('aria-label', label);
    return made;
  };
  const back = button('◀', words('上一步', 'Step back'));
  const play = button('▶ ' + words('重放', 'Replay'), words('从头重放', 'Replay from the beginning'));
  const on = button('▶', words('下一步', 'Step on'));
  const slider = put(bar, 'input');
  slider.type = 'range';
  slider.min = 0;
  slider.setAttribute('aria-label', words('第几步', 'Step'));
  const says = put(bar, 'output');
  says.setAttribute('aria-live', 'polite');
  return { bar, back, play, on, slider, says };
}

function replay(viewer, stays, now, cut) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const drawn = viewer.get('elementRegistry');
  const { bar, back, play, on, slider, says } = controls(canvas.getContainer());
  let marked = [];
  let timer = null;
  slider.max = stays.length - 1;
  slider.value = stays.length - 1;

  const mark = (element, name) => {
    if (!drawn.get(element)) return;
    canvas.addMarker(element, name);
    marked.push([element, name]);
  };

  function clear() {
    marked.forEach(([element, name]) => canvas.removeMarker(element, name));
    marked = [];
    overlays.remove({ type: 'shangda-time' });
  }

  function show() {
    const place = Number(slider.value);
    const stay = stays[place];
    const { past, present } = at(stays, place);
    clear();
    past.filter(isPlace).forEach((one) => mark(one.element, 'shangda-past'));
    present.filter(isPlace).forEach((one) => mark(one.element, 'shangda-present'));
    if (drawn.get(stay.element)) {
      overlays.add(stay.element, 'shangda-time', {
        position: { bottom: -2, left: 0 },
        scale: false,
        html: put(document.createElement('div'), 'div', moment(stay.from), 'shangda-time'),
      });
    }
    const missing = drawn.get(stay.element) ? '' : words('（图上没有画出）', ' (not drawn)');
    const more = cut && place === stays.length - 1 ? words('；后面还有，未列出', '; more is not told') : '';
    says.textContent =
      words(`第 ${place + 1}／${stays.length} 步 `, `Step ${place + 1} of ${stays.length}: `) +
      [moment(stay.from), stay.name + missing, stayed(stay, now)].join(' · ') + more;
    slider.setAttribute('aria-valuetext', says.textContent);
    back.disabled = place === 0;
    on.disabled = place === stays.length - 1;
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    play.textContent = '▶ ' + words('重放', 'Replay');
    play.setAttribute('aria-pressed', 'false');
  }

  function go(place) {
    slider.value = place;
    show();
  }

  function start() {
    if (Number(slider.value) === stays.length - 1) go(0);
    play.textContent = '‖ ' + words('暂停', 'Pause');
    play.setAttribute('aria-pressed', 'true');
    timer = setInterval(() => {
      if (!bar.isConnected || Number(slider.value) >= stays.length - 1) stop();
      else go(Number(slider.value) + 1);
    }, EACH_MILLISECONDS);
  }

  back.addEventListener('click', () => { stop(); go(Number(slider.value) - 1); });
  on.addEventListener('click', () => { stop(); go(Number(slider.value) + 1); });
  play.addEventListener('click', () => (timer ? stop() : start()));
  slider.addEventListener('input', () => { stop(); show(); });
  // Letters move the diagram; what is typed here is meant for the slider.
  bar.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && event.target !== slider) {
      event.preventDefault();
      stop();
      go(Math.min(stays.length - 1, Math.max(0, Number(slider.value) + step)));
    }
  });
  ['mousedown', 'wheel', 'touchstart', 'dblclick'].forEach((type) =>
    bar.addEventListener(type, (event) => event.stopPropagation(), { passive: true }),
  );
  back.disabled = stays.length === 1;
  on.disabled = true;
  says.textContent = words(`共 ${stays.length} 步`, counted(stays.length, 'step'));
}

export default {
  id: 'shangda.replay',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  render: async (viewer, { processInstanceId }) => {
    try {
      const { stays, now, cut } = await asked('/replay', { instance: processInstanceId });
      if (stays.length) replay(viewer, stays, now, cut);
    } catch (error) {
      refused(put(viewer.get('canvas').getContainer(), 'div', null, 'shangda-replay'), error);
    }
  },
};
