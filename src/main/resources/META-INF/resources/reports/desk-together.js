/** Many at once: receive them, or fill in one form for all of them. Each is done, or refused, by itself. */
import { json, post, say } from './page.js';
import { html, nothing } from './view.js';

/** @return {Promise} of each: task, number, done, sentence */
const receiveAll = (tasks) => post('../api/work/claim', json({ tasks }));

/** One alone that was refused is an error. */
export async function receive(task) {
  const [{ done, sentence }] = await receiveAll([task]);
  if (!done) {
    throw new Error(sentence);
  }
}

/** Of what is gone meanwhile, the answer no longer knows the number. */
const named = (results, rows) =>
  results.map((one) => {
    const row = rows.find((other) => other.task === one.task);
    return { ...one, number: one.number || row?.number, title: row?.title };
  });

export function outcome(results, rows) {
  const done = results.filter((one) => one.done).length;
  const left = results.length - done;
  return {
    sentence: left
      ? say(`已办 ${done} 件，${left} 件未办：`, `${done} done, ${left} not:`)
      : say(`${done} 件已办。`, `${done} done.`),
    results: named(results, rows),
  };
}

/** What doing it together is called. */
const NAMES = {
  'sign-exit': say('一起审签', 'Sign together'),
  supervise: say('一起督办', 'Supervise together'),
  'rate-answer': say('一起评价', 'Rate together'),
};

/** Of which several may be about the same thing. */
const HANDLING = 'handle-concern';

let busy = false;

/**
 * What may be done with the rows that are ticked; nothing where none is.
 *
 * @param on together, merge, apart; done with what has become of each, and failed, where nobody knows
 */
export function bar({ page, ticked }, { together, merge, apart, done, failed }) {
  const rows = page.rows.filter((row) => ticked.has(row.task));
  if (!rows.length) {
    return nothing;
  }
  const toReceive = rows.filter((row) => row.toReceive);
  const ready = rows.filter((row) => !row.toReceive);
  const forms = new Set(ready.map((row) => row.form));
  const handled = !toReceive.length && ready.every((row) => row.form === HANDLING);
  const receiveTicked = async (event) => {
    if (busy) {
      return;
    }
    busy = true;
    event.target.disabled = true;
    try {
      done(outcome(await receiveAll(toReceive.map((row) => row.task)), rows));
    } catch (error) {
      failed(error);
    } finally {
      busy = false;
      event.target.disabled = false;
    }
  };
  return html`<div class="bar" role="region" aria-label=${say('已选中的事项', 'What is selected')}>
    <span>${say(`已选 ${rows.length} 件`, `${rows.length} selected`)}</span>
    ${toReceive.length ? html`<button type="button" class="main" @click=${receiveTicked}>${say(`签收 ${toReceive.length} 件`, `Receive ${toReceive.length}`)}</button>` : nothing}
    ${!toReceive.length && forms.size === 1
      ? html`<button type="button" class="main" @click=${() => together(ready)}>${NAMES[[...forms][0]] || say('一起办理', 'Handle together')}</button>`
      : nothing}
    ${handled && ready.length > 1
      ? html`<button type="button" @click=${() => merge(ready)}>${say('并案', 'Same matter')}</button>`
      : nothing}
    ${handled && ready.length === 1 && ready[0].together > 1
      ? html`<button type="button" @click=${() => apart(ready[0])}>${say('拆分', 'Take apart')}</button>`
      : nothing}
    ${forms.size > 1 ? html`<span class="quiet">${say('同一种事项才能一起办理。', 'Only work of one kind can be done together.')}</span>` : nothing}
    ${toReceive.length && ready.length ? html`<span class="quiet">${say('其余的签收后再一起办理。', 'The others can be handled together afterwards.')}</span>` : nothing}
  </div>`;
}
