/** Leaving a page with unsent text asks first, once, however one leaves: by its address, by another page, by logging out. */
import { say } from './page.js';

const QUESTION = say(
  '尚未提交，离开后填写的内容不会保留。确定离开？',
  'This has not been submitted, and what you have written will be lost. Leave?',
);

/** Of a page on which nothing is written. */
export const FREE = { may: () => true, go: (address) => window.location.assign(address) };

/**
 * @param changed whether something was written that was not sent
 * @param moved called when the part after # has changed and one may leave what was there
 * @return may(), which asks; go(address), to another page after may() was asked; at(), the part after #; moveTo(hash),
 *     which changes it without calling moved
 */
export function leaving({ changed, moved }) {
  let at = window.location.hash;
  let agreed = false;
  const may = () => !changed() || window.confirm(QUESTION);

  window.addEventListener('beforeunload', (event) => {
    if (!agreed && changed()) {
      event.preventDefault();
    }
  });

  window.addEventListener('hashchange', () => {
    if (window.location.hash === at) {
      return;
    }
    if (!may()) {
      window.history.pushState(null, '', at || '#');
      return;
    }
    at = window.location.hash;
    moved();
  });

  return {
    may,
    at: () => at,
    go(address) {
      agreed = true;
      FREE.go(address);
    },
    moveTo(hash) {
      window.history.pushState(null, '', hash);
      at = window.location.hash;
    },
  };
}
