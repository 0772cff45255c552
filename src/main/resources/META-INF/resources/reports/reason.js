/* Whoever changes something says why, beside what was pressed. */
import { byId, notDone, say } from './page.js';

const dialog = byId('ask');

/**
 * Asks for the reason and does the work with it. The dialog stays, with what was typed, until the work has succeeded.
 *
 * @param what title; note, where the reason will be read; document, whether there may be the number of one; failure, what is
 *     said of an error, where it is not what page.js says
 * @param work is given reason and document
 */
export function askReason(what, work) {
  byId('ask-title').textContent = what.title;
  byId('ask-note').textContent = what.note;
  byId('ask-document').hidden = !what.document;
  byId('ask-problem').hidden = true;
  byId('reason').maxLength = what.document ? 500 : 2000;
  byId('reason').value = '';
  byId('document').value = '';
  byId('ask-form').onsubmit = async (event) => {
    event.preventDefault();
    const buttons = [...dialog.querySelectorAll('button')];
    buttons.forEach((one) => { one.disabled = true; });
    byId('ask-problem').hidden = true;
    byId('ask-working').textContent = say('正在处理，请稍候……', 'Working…');
    try {
      await work({ reason: byId('reason').value, document: byId('document').value });
      dialog.close();
    } catch (error) {
      byId('ask-problem').textContent = notDone(error, what.failure);
      byId('ask-problem').hidden = false;
    } finally {
      byId('ask-working').textContent = '';
      buttons.forEach((one) => { one.disabled = false; });
    }
    if (dialog.open) {
      byId('reason').focus();
    }
  };
  dialog.showModal();
  byId('reason').focus();
}

byId('ask-no').addEventListener('click', () => dialog.close());

/** Says what has become of it, where whoever pressed something looks next. */
export function tell(lines) {
  const outcome = byId('outcome');
  outcome.textContent = '';
  lines.forEach((line) => {
    const one = document.createElement('p');
    one.textContent = line;
    outcome.appendChild(one);
  });
  outcome.focus();
  outcome.scrollIntoView({ block: 'center' });
}
