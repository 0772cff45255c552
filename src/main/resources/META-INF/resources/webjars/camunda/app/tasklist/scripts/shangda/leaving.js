/**
 * As long as a form differs from what it showed, leaving it asks first; a click beside the start window and Escape,
 * which one presses to put away a list or the candidates of an input method, do not leave it at all.
 */
import { words } from '../../../shangda/language.js';
import { rootScope } from './root-scope.js';
import { settle, unsentIn } from '../../../shangda/unsent.js';

const question = words(
  '尚未提交，离开后填写的内容不会保留。确定离开？',
  'This has not been submitted, and what you have written will be lost. Leave?',
);

/** What puts the form away before the address changes, when it is too late to ask. */
const exits = [
  '.modal-footer button:not(.btn-primary)',
  '.tasks-list li.task:not(.active)',
  '.task-filters .task-filter:not(.active)',
  '.nav-tabs li:not(.active) a',
  '[ng-click="logout()"]',
].join();

const mayLeave = (place) => {
  const forms = unsentIn(place);
  if (forms.length && !confirm(question)) return false;
  forms.forEach((form) => settle(form));
  return true;
};

const stop = (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

window.addEventListener(
  'click',
  (event) => {
    // Of a double click on 「发起」 the second one lands beside the window, which would close again.
    if (event.target.matches?.('.modal')) stop(event);
    const exit = event.target.closest?.(exits);
    if (exit && !mayLeave(exit.closest('.modal') || document)) stop(event);
  },
  true,
);

/** Up and down in the list open the next task. */
window.addEventListener(
  'keydown',
  (event) => {
    const next = ['ArrowUp', 'ArrowDown'].includes(event.key) && event.target.closest?.('.tasks-list li.task');
    if (next && !mayLeave(document)) stop(event);
  },
  true,
);

document.body.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && [...document.querySelectorAll('.modal')].some((window) => unsentIn(window).length)) {
    event.stopPropagation();
  }
});

window.addEventListener('beforeunload', (event) => {
  if (unsentIn(document).length) event.preventDefault();
});

/** Of an address, what decides which form is open. */
const opened = (address) => {
  const [path, query] = (address.split('#')[1] || '').split('?');
  return path + '?' + new URLSearchParams(query).get('task');
};

rootScope.then((scope) =>
  scope.$on('$locationChangeStart', (event, to, from) => {
    if (opened(to) !== opened(from) && !mayLeave(document)) event.preventDefault();
  }),
);
