/**
 * A session that has ended, or has become somebody else's, is renewed over the open form: the webapp would show its
 * login page instead, and what was written would be gone.
 */
import { loggedIn, logInOver } from '../../../shangda/log-in.js';
import { rootScope } from './root-scope.js';
import { unsentIn } from '../../../shangda/unsent.js';

/** Whoever does not want to log in now is asked again when they send, not every ten seconds. */
let declined = false;
let checking = null;

/**
 * Sees to it that the session is that of the person for whom this page was opened. Who asks while somebody else is
 * asking gets the same answer.
 *
 * @returns {Promise<boolean>} false when that person does not log in
 */
export function asThisPerson() {
  checking = checking || check().finally(() => (checking = null));
  return checking;
}

async function check() {
  const person = (await rootScope).authentication?.name;
  try {
    const now = await loggedIn();
    declined = Boolean(person) && now !== person && !(await logInOver(person, now));
    return !declined;
  } catch {
    // Without a connection the request itself says what is wrong.
    return true;
  }
}

/*
 * The list asks every ten seconds, and on a 401 the webapp puts the form away before anybody could stop it. Such an
 * answer is held back while a form is unsent. In the constructor, because whoever asks adds its listener before it opens
 * the request.
 */
window.XMLHttpRequest = class extends XMLHttpRequest {
  constructor() {
    super();
    const hold = (event) => {
      const ended = this.readyState === 4 && this.status === 401 && !this.responseURL.includes('/auth/user/');
      if (ended && unsentIn(document).length) {
        event.stopImmediatePropagation();
        if (event.type === 'loadend' && !declined) asThisPerson();
      }
    };
    ['readystatechange', 'load', 'loadend'].forEach((type) => this.addEventListener(type, hold));
  }
};
