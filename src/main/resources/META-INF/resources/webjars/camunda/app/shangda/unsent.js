/**
 * Which forms differ from what they showed. A form's state is remembered when somebody first touches it; it is read
 * from the page, not from form-js, so that a change that was undone is none.
 */
const shown = new WeakMap();

export const stateOf = (form) =>
  JSON.stringify([
    ...[...form.querySelectorAll('input:enabled, textarea:enabled')].map((field) =>
      ['checkbox', 'radio'].includes(field.type) ? field.checked : field.value,
    ),
    ...[...form.querySelectorAll('.fjs-select-display, .fjs-taglist-tag-label')].map((chosen) => chosen.textContent),
  ]);

const touched = (event) => {
  const form = event.isTrusted && event.target.closest?.('.fjs-container');
  if (form && !shown.has(form)) shown.set(form, stateOf(form));
};
['pointerdown', 'keydown', 'beforeinput', 'paste', 'drop'].forEach((type) => window.addEventListener(type, touched, true));

/** The forms inside an element that somebody has changed. */
export const unsentIn = (place) =>
  [...place.querySelectorAll('.fjs-container')].filter((form) => shown.has(form) && shown.get(form) !== stateOf(form));

/** The form is where it belongs: from now on it shows what it shows now, or the state that is given. */
export const settle = (form, state = stateOf(form)) => shown.set(form, state);
