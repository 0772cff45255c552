/**
 * What the server refuses to whoever is logged in, whatever is done with it, is not offered. closed.css hides it by the
 * command that it would give; who is logged in stands at the page's root. What also shows something stays as plain text.
 */
const address = document.querySelector('base').getAttribute('admin-api') + 'auth/user/default';

const root = document.documentElement;

/** Fields that are shown and cannot be edited: by whom. */
const TEXT_ONLY = {
  anybody: '[ng-click="showDialog()"]',
  operator: '.due-date [cam-widget-inline-field], td [cam-widget-inline-field][type="datetime"]',
};

const isTextOnly = (element) =>
  element.closest?.(TEXT_ONLY.anybody) ||
  (root.dataset.looking !== 'administrator' && element.closest?.(TEXT_ONLY.operator));

['click', 'keydown'].forEach((type) =>
  document.addEventListener(
    type,
    (event) => {
      if (event.key === 'Tab' || !isTextOnly(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  ),
);

async function look() {
  const answer = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok) return;
  const { authorizedApps } = await answer.json();
  root.dataset.looking = authorizedApps.includes('admin') ? 'administrator' : 'operator';
}

// Cockpit logs in and out without another page; until it is known who looks, what not everybody may do is hidden.
let loggedIn = false;
new MutationObserver(() => {
  const now = document.querySelector('li.logout, .logout a') !== null;
  if (now === loggedIn) return;
  loggedIn = now;
  delete root.dataset.looking;
  // Without an answer it stays hidden.
  if (loggedIn) look().catch(() => {});
}).observe(root, { subtree: true, childList: true });
