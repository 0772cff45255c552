/**
 * Tasklist opens the list of what one has received, which is empty for many while something waits in another one. Once
 * after the login, that other list is opened instead; whoever has chosen a list or a task themselves keeps it.
 */
import { hear } from './work-list.js';
import { rootScope } from './root-scope.js';

const chosen = () => /[?&](task|processStart)=/.test(location.hash);

let open = !/[?&](filter|task|processStart)=/.test(location.hash);

window.addEventListener(
  'click',
  (event) => {
    if (event.target.closest?.('.task-filters, .tasks-list')) open = false;
  },
  true,
);

rootScope.then((scope) =>
  scope.$on('authentication.changed', (event, login) => {
    if (login && location.hash.startsWith('#/login')) open = true;
  }),
);

/** The product's lists have marks. */
async function idOf(mark) {
  const base = document.querySelector('base').getAttribute('engine-api');
  const answer = await fetch(`${base}engine/default/filter?resourceType=Task&maxResults=100`, {
    headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
  });
  const filters = answer.ok ? await answer.json() : [];
  return filters.find((filter) => filter.properties?.shangda === mark)?.id;
}

hear(async ({ mine, toReceive, following }) => {
  const waits = toReceive ? 'todo' : following ? 'concerns' : null;
  if (!open) return;
  open = false;
  if (mine || !waits || chosen()) return;
  const id = await idOf(waits).catch(() => null);
  if (id && !chosen()) location.hash = '#/?filter=' + encodeURIComponent(id);
});
