/** What Cockpit's own parts ask of the product, in the session of whoever is logged in. */
import { ask } from '../../../../../reports/page.js';

export { put } from '../../../../../reports/page.js';

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

/** Days as a calendar says them, for what was reached and left again. */
export function lasted(from, until) {
  const minutes = Math.max(0, Math.round((new Date(until) - new Date(from)) / 60000));
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}
