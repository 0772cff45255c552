/** The form of the open row, or of what is to be started. */
import { ask, failure, json, notSent, post, say } from './page.js';
import { html, nothing, render } from './view.js';
import { times } from './times.js';
import { hasWay, showWay, withoutWay } from './way.js';

const drawForm = () => import('./form.js').then((module) => module.showForm);

/** Where a form is put: its heading, the form, what was refused, its buttons, and the way so far. */
const frame = ({ title, about, row, problem, busy, receive, submit, label }) => html`<article class="work">
  <header>
    <h2 tabindex="-1">${title}</h2>
    ${about ? html`<p class="quiet">${about}</p>` : nothing}
    ${row ? times(row) : nothing}
  </header>
  ${receive
    ? html`<p class="to-receive">${say('先签收，再办理。签收时间即记录在案。', 'Receive it first; the time is recorded.')}
        <button type="button" class="main" ?disabled=${busy} @click=${receive}>${say('签收', 'Receive')}</button></p>`
    : nothing}
  <div class="drawn" ?inert=${Boolean(receive)}></div>
  <div class="send">
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
    ${receive || !submit ? nothing : html`<button type="button" class="main" ?disabled=${busy} @click=${submit}>${label}</button>`}
  </div>
  <section class="so-far"></section>
</article>`;

/**
 * Draws a form and sends it.
 *
 * @param load gives {schema, data} and what stands above it
 * @param send hands in what was filled in
 * @param receiving asked once the form is there; gives what receives the task where that is still to be done
 * @param task whose way is shown below
 */
export function opened(container, { load, send, sent, receiving = () => null, task = null, label }) {
  const state = { title: '', busy: false, problem: '', label };
  let form = null;
  let gone = false;

  const draw = () => !gone && render(frame(state), container);

  function refuse(error) {
    state.problem = notSent(error);
    state.busy = false;
    draw();
    container.querySelector('.send .problem')?.scrollIntoView({ block: 'center' });
  }

  async function act(work) {
    state.busy = true;
    state.problem = '';
    draw();
    try {
      await work();
    } catch (error) {
      refuse(error);
    }
  }

  function submit() {
    const { data, errors } = form.submit();
    if (Object.keys(errors).length) {
      return;
    }
    act(async () => {
      const answer = await send(data);
      form.settle();
      await sent(answer);
    });
  }

  async function start() {
    render(html`<p class="quiet">${say('正在读取……', 'Loading…')}</p>`, container);
    try {
      const { schema, data, ...above } = await load();
      if (gone) {
        return;
      }
      const receive = receiving();
      // Pressed before the form is there, the button would do nothing and say nothing.
      Object.assign(state, above, { busy: true, submit, receive: receive && (() => act(() => receive().then(again))) });
      // What stood here belongs to the form before.
      render(nothing, container);
      draw();
      const showForm = await drawForm();
      if (gone) {
        return;
      }
      form?.destroy();
      form = showForm(container.querySelector('.drawn'), { schema: withoutWay(schema, above.titled), data });
      await form.ready;
      state.busy = false;
      draw();
      if (task && hasWay(schema)) {
        await showWay(container.querySelector('.so-far'), task);
      }
      // Who has begun to fill it in meanwhile is not interrupted.
      if (!container.contains(document.activeElement)) {
        container.querySelector('h2')?.focus({ preventScroll: true });
      }
    } catch (error) {
      render(html`<p class="problem" role="alert">${failure(error)}</p>`, container);
    }
  }

  /** After it was received the same form may be filled in. */
  function again() {
    receiving = () => null;
    state.busy = false;
    return start();
  }

  start();
  return {
    changed: () => Boolean(form?.changed()),
    destroy() {
      gone = true;
      form?.destroy();
      render(nothing, container);
    },
  };
}

/** Somebody has come by a link: whether the task is still to be received, its list says. */
async function cardOf(task) {
  const { items } = await ask('../api/work');
  return items.find((item) => item.task === task);
}

/**
 * @param row of the list, where it is there; it may be promised
 * @param received told when it was received here, so that the list says so too
 */
export function openTask(container, { task, row, receive, received, finished }) {
  const address = '../api/work/' + encodeURIComponent(task);
  let listed = row;
  let card = null;
  return opened(container, {
    task,
    label: say('提交', 'Submit'),
    receiving: () =>
      card?.toReceive
        ? async () => {
            await receive(task);
            // Its other clock runs now, in which list it stands has changed as well.
            listed = null;
            received();
          }
        : null,
    async load() {
      const [form, found] = await Promise.all([ask(address + '/form'), listed]);
      card = found || (await cardOf(task));
      return {
        ...form,
        title: card?.title || form.kind,
        titled: Boolean(card?.title),
        about: [card?.title ? form.kind : '', form.number].filter(Boolean).join(' · '),
        row: card,
      };
    },
    send: (data) => post(address, json(data)),
    sent: ({ sentence, next }) => finished({ sentence }, { task, next }),
  });
}

/** @param title of what is started */
export function openStart(container, { process, title, finished }) {
  const address = '../api/work/start/' + encodeURIComponent(process);
  return opened(container, {
    label: say('提交', 'Submit'),
    load: async () => ({ ...(await ask(address)), title }),
    send: (data) => post(address, json(data)),
    sent: ({ sentence }) => finished({ sentence }),
  });
}
