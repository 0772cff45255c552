/**
 * 反映 in two steps, which are the one form of Tasklist cut in two: what it is and where, then photos, how far it may go,
 * a last look, and off it goes. Nothing that was typed is lost by going back, by a lost connection or by an ended session.
 */
import { ask, failure, json, notSent, post, say } from './page.js';
import { call } from './mine-card.js';
import { files } from './mine-files.js';
import { isHazard, joinForm, lookingFor, offer } from './mine-join.js';
import { html, nothing, render } from './view.js';

const PROCESS = '../api/work/start/concern-escalation';

/** Of the first step, in this order; where the form has others, they belong to the second. */
const FIRST = ['type', 'category', 'place', 'title', 'description'];

/** The page has a better place for them. */
const isHere = ({ key, id }) => key === 'files' || id === 'Field_WhereFiles';

/** Texts belong to the step of the field that follows them. */
function cut(components) {
  const one = new Map(FIRST.map((key) => [key, []]));
  const two = [];
  let texts = [];
  components
    .filter((component) => !isHere(component))
    .forEach((component) => {
      texts.push(component);
      if (component.key) {
        (one.get(component.key) || two).push(...texts);
        texts = [];
      }
    });
  return [[...one.values()].flat(), [...two, ...texts]];
}

const label = (schema, key, value) =>
  schema.components.find((one) => one.key === key)?.values?.find((one) => one.value === value)?.label || value;

/**
 * @param container an empty element
 * @param done told when it was sent, and when one goes on to one's matters
 * @return changed(), destroy()
 */
export function raising(container, { done }) {
  const state = { step: 1, busy: true, problem: '', written: {}, raised: null, similar: [] };
  let schema = null;
  let forms = [];
  let attached = null;
  let gone = false;
  let showForm = null;
  let joins = null;

  const similar = lookingFor((found) => {
    state.similar = found;
    draw();
  });

  const place = (name) => container.querySelector('.' + name);

  async function start() {
    draw();
    try {
      const [form, drawing, duty] = await Promise.all([ask(PROCESS), import('./form.js'), ask('../api/mine/duty').catch(() => null)]);
      if (gone) {
        return;
      }
      schema = form.schema;
      showForm = drawing.showForm;
      state.data = form.data || {};
      state.duty = duty;
      Object.assign(state, { busy: false });
      draw();
      const [one] = cut(schema.components);
      forms[0] = showForm(place('one'), { schema: { ...schema, components: one }, data: state.data, wrote: similar.look });
    } catch (error) {
      Object.assign(state, { busy: false, problem: failure(error) });
      draw();
    }
  }

  async function next() {
    const { data, errors } = forms[0].submit();
    if (Object.keys(errors).length) {
      return;
    }
    state.written = data;
    state.step = 2;
    state.problem = '';
    draw();
    attach();
    askSecond(data);
    toTheTop();
  }

  /** What was sent before and not used is there again. */
  function attach() {
    attached = attached || (takesFiles() ? files(place('attached')) : null);
  }

  /** What the second step asks may depend on the first; what was written in it stays. */
  function askSecond(data) {
    const first = JSON.stringify(data);
    if (forms[1] && first === state.first) {
      return;
    }
    const written = forms[1]?.data() || {};
    forms[1]?.destroy();
    state.first = first;
    forms[1] = showForm(place('two'), {
      schema: { ...schema, components: cut(schema.components)[1] },
      data: { ...state.data, ...written, ...data },
    });
  }

  /** 附议, in the place of the first step: nothing that was written there is lost, nor here by going back. */
  function join() {
    Object.assign(state, { step: 'join', problem: '' });
    draw();
    attach();
    const written = joins?.written();
    joins?.destroy();
    joins = joinForm(showForm, place('joins'), { schema, data: { ...state.data, ...forms[0].data() }, written, open: state.similar });
    toTheTop();
  }

  async function sendJoin() {
    const sent = joins.submit();
    if (sent && filesAreThere()) {
      await act(() => sent(ids()), similar.again);
    }
  }

  const ids = () => attached?.ids() || [];

  function filesAreThere() {
    state.problem = attached?.problem() || '';
    draw();
    return !state.problem;
  }

  function back() {
    state.problem = '';
    state.step = 1;
    draw();
    toTheTop();
  }

  /** Who does not see the page hears which step it is, or that it was sent. */
  function toTheTop() {
    window.scrollTo(0, 0);
    container.querySelector('h2').focus({ preventScroll: true });
  }

  async function send() {
    const { data, errors } = forms[1].submit();
    if (Object.keys(errors).length || !filesAreThere()) {
      return;
    }
    await act(() => post(PROCESS, json({ ...state.written, ...data, ...(ids().length ? { files: ids() } : {}) })));
  }

  async function act(work, refused = () => {}) {
    Object.assign(state, { busy: true, problem: '' });
    draw();
    try {
      state.raised = await work();
      all().forEach((form) => form.destroy());
      forms = [];
      joins = null;
      done();
    } catch (error) {
      state.problem = notSent(error);
      refused();
    }
    state.busy = false;
    draw();
    if (state.raised) {
      toTheTop();
    } else {
      window.scrollTo(0, document.body.scrollHeight);
    }
  }

  const all = () => [...forms, joins].filter(Boolean);

  /** An administrator may have taken the field away. */
  const takesFiles = () => Boolean(schema?.components.some((one) => one.key === 'files'));

  const sent = () => html`<section class="sent" role="status">
    <h2 tabindex="-1">${say('已送出', 'Sent')}</h2>
    <p>${say('您的编号', 'Your number')}</p>
    <p class="number">${state.raised.number}</p>
    <p class="quiet">${say('不用记：「我的事项」里随时能看到办到哪里、由谁办理。', 'No need to remember it: "My concerns" always says where it is and who has it.')}</p>
    ${
      isHazard(state.written) && state.duty?.first
        ? html`<p class="danger">${say('危急情况请同时拨打', 'In an emergency call as well:')} ${state.duty.first.unit} ${call(state.duty.first.telephone)}</p>`
        : nothing
    }
    <p><a class="button main" href=${'#' + state.raised.number}>${say('看办到哪里了', 'See where it is')}</a></p>
  </section>`;

  const look = () => html`<section class="look" aria-label=${say('核对', 'A last look')}>
    <p class="quiet">${label(schema, 'type', state.written.type)} · ${label(schema, 'category', state.written.category)}${state.written.place ? ' · ' + state.written.place : ''}</p>
    <p><b>${state.written.title}</b></p>
    <p class="words">${state.written.description}</p>
    <button type="button" @click=${back}>${say('修改', 'Change')}</button>
  </section>`;

  const HEADS = {
    1: say('是什么事，在哪里', 'What it is, and where'),
    2: say('照片、范围、核对', 'Photos, reach, a last look'),
    join: say('附议', 'Join'),
  };

  const frame = () => html`
    <p class="steps" aria-live="polite">${
      state.step === 'join' ? say('与同类事项一并办理', 'Handled together') : say(`第 ${state.step} 步，共 2 步`, `Step ${state.step} of 2`)
    }</p>
    <h2 tabindex="-1">${HEADS[state.step]}</h2>
    ${schema ? nothing : html`<p class="quiet" role="status">${say('正在打开…', 'Opening…')}</p>`}
    <div class="one" ?hidden=${state.step !== 1}></div>
    <div class="joins" ?hidden=${state.step !== 'join'}></div>
    ${state.step === 2 ? look() : nothing}
    <div ?hidden=${state.step === 1}>
      ${takesFiles() ? html`<h3>${say('照片和文件', 'Photos and files')}</h3>` : nothing}
      <div class="attached"></div>
    </div>
    <div class="two" ?hidden=${state.step !== 2}></div>
    <div class="send">
      <div class="similar" role="status">${state.step === 1 ? offer(state.similar, join) : nothing}</div>
      ${state.problem ? html`<p class="problem" role="alert">${state.problem}</p>` : nothing}
      ${schema ? buttons() : nothing}
    </div>`;

  const buttons = () =>
    state.step === 1
      ? html`<button type="button" class="main" @click=${next}>${say('下一步', 'Next')}</button>`
      : html`<button type="button" @click=${back}>${say('上一步', 'Back')}</button>
          <button type="button" class="main" ?disabled=${state.busy} @click=${state.step === 'join' ? sendJoin : send}>${
            state.step === 'join' ? say('附议', 'Join') : say('提交', 'Submit')
          }</button>`;

  function draw() {
    if (!gone) {
      render(state.raised ? sent() : frame(), container);
    }
  }

  start();
  return {
    changed: () => !state.raised && (all().some((form) => form.changed()) || Boolean(attached?.sending())),
    destroy() {
      gone = true;
      similar.stop();
      all().forEach((form) => form.destroy());
      render(nothing, container);
    },
  };
}
