/** The page that supervisors have, inside Cockpit: the same elements and the same script; its styles for itself alone. */
import { asked, put, refused } from './ask.js';

const reports = new URL('../../../../../reports/', import.meta.url).href;
const SCOPE = '.shangda-stalled';

const read = async (file) => (await fetch(reports + file)).text();

/** Cockpit's root has letters of ten pixels, a page's of sixteen. */
const sized = (css) => css.replace(/([\d.]+)rem/g, (all, size) => size * 16 + 'px');

function scoped(rules) {
  return [...rules]
    .map((rule) => {
      if (rule.selectorText) {
        const selectors = rule.selectorText.split(',').map((one) => one.trim()).filter((one) => one !== 'body');
        return selectors.length ? selectors.map((one) => `${SCOPE} ${one}`).join(', ') + ` { ${sized(rule.style.cssText)} }` : '';
      }
      return rule.cssRules ? `@media ${rule.media.mediaText} { ${scoped(rule.cssRules)} }` : '';
    })
    .join('\n');
}

async function styles(page) {
  const sheet = new CSSStyleSheet();
  const files = [...page.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href'));
  sheet.replaceSync((await Promise.all(files.map(read))).join('\n'));
  return scoped(sheet.cssRules);
}

/** Numbers of cases that run lead to where they run. */
async function link(node, rows) {
  const numbers = [...new Set(rows.map((row) => row.number).filter(Boolean))];
  if (!numbers.length) return;
  const running = await asked('/instances', numbers.map((number) => ['number', number]));
  const instances = new Map(running.map((one) => [one.number, one.instance]));
  node.querySelectorAll('[data-number]').forEach((cell) => {
    const instance = instances.get(cell.dataset.number);
    if (!instance) return;
    cell.textContent = '';
    put(cell, 'a', cell.dataset.number).href = `#/process-instance/${instance}/runtime`;
  });
}

/** @param filter what the address asks for */
export async function showPage(node, filter) {
  const inside = put(node, 'div', null, 'shangda-page ' + SCOPE.slice(1));
  try {
    const page = new DOMParser().parseFromString(await read('stalled.html'), 'text/html');
    put(inside, 'style', await styles(page));
    inside.append(...page.querySelectorAll('body > :not(script)'));
    const { start } = await import(reports + 'stalled.js');
    await start({ filter, whenDrawn: (answer) => link(inside, answer.rows).catch(() => {}) });
  } catch (error) {
    refused(put(inside, 'p'), error);
  }
}
