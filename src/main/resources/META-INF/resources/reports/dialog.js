/* The page's dialog #ask, in which something is asked before it is done, and what is said of it then. */
import { byId, fail, notDone, put, say } from './page.js';

/**
 * Opens it. It stays, with what was typed, until the work has succeeded; then the cursor is where it was before.
 *
 * @param what title; note, what follows; failure, what is said of an error, where it is not what page.js says
 * @param first what has the cursor, also after an error
 * @param work does it
 * @param done async; is given what the work has given, once the page can be used again
 */
export function openDialog(what, first, work, done = async () => {}) {
  const dialog = byId('ask');
  const problem = byId('ask-problem');
  const working = (words) => {
    byId('ask-working').textContent = words;
    dialog.querySelectorAll('button').forEach((one) => {
      one.disabled = Boolean(words);
    });
  };
  byId('ask-title').textContent = what.title;
  byId('ask-note').textContent = what.note;
  problem.hidden = true;
  byId('ask-no').onclick = () => dialog.close();
  dialog.oncancel = (event) => {
    if (byId('ask-working').textContent) {
      event.preventDefault();
    }
  };
  byId('ask-form').onsubmit = async (event) => {
    event.preventDefault();
    problem.hidden = true;
    working(say('正在处理，请稍候……', 'Working…'));
    try {
      const result = await work();
      dialog.close();
      done(result).catch(fail);
    } catch (error) {
      if (!dialog.open) {
        fail(error);
        return;
      }
      problem.textContent = notDone(error, what.failure);
      problem.hidden = false;
    } finally {
      working('');
    }
    if (dialog.open) {
      first.focus();
    }
  };
  dialog.showModal();
  first.focus();
}

/** Says what has become of it, where whoever pressed something looks next. */
export function tell(lines) {
  const outcome = byId('outcome');
  outcome.textContent = '';
  lines.forEach((line) => put(outcome, 'p', line));
  outcome.focus();
  outcome.scrollIntoView({ block: 'center' });
}
