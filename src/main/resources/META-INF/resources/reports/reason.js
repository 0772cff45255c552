/* Whoever changes something says why, beside what was pressed. */
import { byId } from './page.js';
import { openDialog } from './dialog.js';

/**
 * Asks for the reason and does the work with it.
 *
 * @param what see openDialog; note, where the reason will be read; document, whether there may be the number of one
 * @param work is given reason and document
 * @param done see openDialog
 */
export function askReason(what, work, done) {
  byId('ask-document').hidden = !what.document;
  byId('reason').maxLength = what.document ? 500 : 2000;
  byId('reason').value = '';
  byId('document').value = '';
  openDialog(what, byId('reason'), () => work({ reason: byId('reason').value, document: byId('document').value }), done);
}
