/** Before a form is sent, the session is this page's person's; after it was accepted, it is no longer unsent. */
import { asThisPerson } from './session.js';
import { settle, unsentIn } from '../../../shangda/unsent.js';

/** What is done in the person's name: 签收, and the button under a form. */
const acts = '.task-details .claim, .task-details .form-actions .btn-primary, .modal-footer .btn-primary';

let asking = false;
let passing = false;

window.addEventListener(
  'click',
  async (event) => {
    const button = event.target.closest?.(acts);
    if (!button || passing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (asking) return;
    asking = true;
    try {
      if (await asThisPerson()) {
        passing = true;
        button.click();
      }
    } finally {
      asking = passing = false;
    }
  },
  true,
);

/** Tasklist leaves the address of what was accepted, which is not to be asked about. */
const accepted = ({ target }) => {
  if (target.status < 300 && target.responseURL.endsWith('/submit-form')) {
    const place = target.responseURL.includes('/task/') ? '.task-details' : '.modal';
    document.querySelectorAll(place).forEach((one) => unsentIn(one).forEach((form) => settle(form)));
  }
};

const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (body) {
  this.addEventListener('readystatechange', (event) => this.readyState === 4 && accepted(event));
  send.call(this, body);
};

/** In the start window a refusal stands above the form, out of sight of whoever has just pressed the button below. */
new MutationObserver((changes) =>
  changes
    .flatMap((change) => [...change.addedNodes])
    .filter((node) => node.matches?.('.modal-body .notifications .alert'))
    .forEach((alert) => alert.scrollIntoView({ block: 'nearest' })),
).observe(document.body, { childList: true, subtree: true });
