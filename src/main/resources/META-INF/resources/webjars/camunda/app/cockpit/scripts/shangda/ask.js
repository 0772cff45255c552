/** What Cockpit's own parts ask of the product, in the session of whoever is logged in. */
import { MARKS, ask, counted, put } from '../../../../../reports/page.js';

export { MARKS, counted, put };

/** The page asks from wherever Cockpit is, under whatever path the product has. */
const api = new URL('../../../../../api/stalled', import.meta.url).href;

export const address = (path = '', query = {}) => {
  const search = new URLSearchParams(query).toString();
  return api + path + (search ? '?' + search : '');
};

export const asked = (path, query) => ask(address(path, query));

/** Says in the place where something was to be shown why it is not. */
export function refused(node, error) {
  node.textContent = error.message;
  node.setAttribute('role', 'alert');
  node.classList.add('shangda-refused');
}

/** A table as Cockpit has them. @return where its rows go */
export function table(node, columns) {
  const made = put(node, 'table', null, 'cam-table');
  const head = put(put(made, 'thead'), 'tr');
  columns.forEach((column) => put(head, 'th', column));
  return put(made, 'tbody');
}
