/**
 * A press counts for what it began on. Leaving a field may draw a line about it, or take one away: what is pressed has moved
 * then before it is let go, and the browser gives the click to whatever the two places have in common.
 */
const PRESSED = 'a, button, label, summary, input, select, textarea';

/** So far apart a hand that keeps still may press and let go, in pixels. */
const STILL = 4;

let began = null;

window.addEventListener(
  'mousedown',
  ({ target, clientX, clientY }) => {
    began = { pressed: target.closest?.(PRESSED), clientX, clientY };
  },
  true,
);

const isStill = (click) => Math.hypot(click.clientX - began.clientX, click.clientY - began.clientY) < STILL;

window.addEventListener(
  'click',
  (click) => {
    const pressed = click.isTrusted && began && isStill(click) ? began.pressed : null;
    began = null;
    if (pressed?.isConnected && !pressed.contains(click.target)) {
      click.stopImmediatePropagation();
      click.preventDefault();
      pressed.click();
    }
  },
  true,
);
