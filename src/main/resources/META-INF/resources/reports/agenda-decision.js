/** What a meeting has come to: the form of an item's task, as the desk has it; one is open at a time. */
import { openTask } from './desk-form.js';
import { receive } from './desk-together.js';
import { byId, say } from './page.js';
import { html, nothing } from './view.js';

/** The form that is open: { changed(), destroy() }, and the id of the item that it is about. */
let form = null;
let about = null;

/** Whether something was filled in that was not sent. */
export const deciding = () => Boolean(form?.changed());

function close() {
  form?.destroy();
  form = null;
  about = null;
}

/** What somebody else has recorded meanwhile is closed. */
export function stillToDecide(items) {
  if (!items.some((one) => one.id === about && one.task)) {
    close();
  }
}

function open(item, page) {
  close();
  about = item.id;
  page.draw();
  const place = byId('form');
  form = openTask(place, { task: item.task, receive, received: () => {}, finished: ({ sentence }) => sent(item, sentence, page) });
  return place;
}

/** The next one of the same meeting is opened. */
async function sent(item, sentence, page) {
  close();
  const items = await page.recorded(sentence);
  const next = items.find((one) => one.task && one.meetsOn === item.meetsOn && one.id !== item.id);
  if (next) {
    open(next, page).closest('section').scrollIntoView();
  }
}

/**
 * The way to the form of an item, or the place of it.
 *
 * @param page draw(), with the place of the form; may(), asks where another form was filled in; async recorded(sentence), says what
 *     has become of it and gives the items as they are now
 */
export function decision(item, page) {
  if (!item.task) {
    return item.with ? html`<p class="quiet">${say(`由${item.with}登记研究结果。`, `${item.with} records what it has come to.`)}</p>` : nothing;
  }
  return about === item.id
    ? html`<div id="form"></div>`
    : html`<p><button type="button" class="press main" @click=${() => page.may() && open(item, page)}>${say('登记研究结果', 'Record what it has come to')}</button></p>`;
}
