/** One question for all cards of a page and its header, asked again when a list is. */
import { rootScope } from './root-scope.js';

/** Beside the webapps, wherever a proxy has put both. */
const address = new URL(document.querySelector('base').getAttribute('app-root') + '/../api/work', location.href);

/** As often as Tasklist reads its lists anew; cards that are drawn at the same time share an answer. */
const EVERY = 10_000;
const AT_ONCE = 2_000;

const listeners = new Set();
let latest = null;
let asking = null;
let askedAt = -Infinity;

const person = async () => (await rootScope).authentication?.name;

/** @param path below /api/work. Whoever's session has ended is told so by the webapp's own questions. */
export const ask = (path = '') =>
  fetch(address + path, { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' }, cache: 'no-store' });

async function look() {
  const asks = await person();
  if (!asks) return;
  askedAt = performance.now();
  try {
    const answer = await ask();
    if (!answer.ok) return;
    const said = await answer.text();
    const work = JSON.parse(said);
    // Somebody may have logged in meanwhile, also in another tab.
    if (work.person !== asks || (await person()) !== asks) return;
    // Where nothing has changed nobody is told: what is drawn anew loses the focus.
    if (said === latest?.said) return;
    latest = { ...work, said, byTask: new Map(work.items.map((item) => [item.task, item])) };
    listeners.forEach((listener) => listener(latest));
  } catch {
    // Without a connection the lists themselves say what is wrong.
  }
}

export function refresh(age = AT_ONCE) {
  if (!asking && performance.now() - askedAt >= age) asking = look().finally(() => (asking = null));
}

/** Of the person who is logged in; undefined where it is not known yet, or is not theirs. */
export const itemOf = (task) => latest?.byTask.get(task);

/** Hears every answer that is another one from now on, and the latest at once. @returns what ends it */
export function hear(listener) {
  listeners.add(listener);
  if (latest) listener(latest);
  refresh();
  return () => listeners.delete(listener);
}

setInterval(() => document.hidden || !listeners.size || refresh(EVERY), 1_000);

rootScope.then((scope) =>
  scope.$on('authentication.changed', () => {
    latest = null;
    askedAt = -Infinity;
  }),
);
