/**
 * Draws a Camunda Form on an own page, with form-js's own viewer: the same form, filled by the same gateway, as in
 * Tasklist. A page that shows forms links form.css.
 */
import './vendor/form-js/dist/form-viewer.umd.js';
import '../camunda/app/shangda/form-words.js';
import '../camunda/app/shangda/links.js';
import '../camunda/app/shangda/no-enter.js';
import { settle, unsentIn } from '../camunda/app/shangda/unsent.js';
import './press.js';
import { label } from './page.js';

const REFUSED = '.fjs-form-field-error';

/** A cell says its column, for a screen on which a table is drawn as blocks. */
function labelTables(container) {
  container.querySelectorAll('table.fjs-table').forEach(label);
}

/** form-js measures a text area by making it nothing for a moment: a page that is shorter meanwhile would scroll under the finger. */
function hold(container) {
  container.style.minHeight = `${container.offsetHeight}px`;
  requestAnimationFrame(() => {
    container.style.minHeight = '';
  });
}

/** As a form has them, four steps up from Tasklist's page to the product's. */
const TO_THE_PRODUCT = '../../../../';

/** Such links and pictures lead from here to the same, under whatever path the product is. */
function lead(container) {
  ['href', 'src'].forEach((name) =>
    container.querySelectorAll(`[${name}^="${TO_THE_PRODUCT}"]`).forEach((one) => {
      one.setAttribute(name, new URL('../' + one.getAttribute(name).slice(TO_THE_PRODUCT.length), import.meta.url).href);
    }),
  );
}

/**
 * @param container an empty element
 * @param schema the form; data, what it shows; wrote, told what is written now, after each change
 * @return data(), what is written now; submit(), which gives {data, errors} and shows the first error where there is one; changed(), whether anything
 *     was written that was not sent; settle(), after it was sent; destroy()
 */
export function showForm(container, { schema, data = {}, wrote = () => {} }) {
  const form = new window.FormViewer.Form({ container });
  let written = data;
  container.addEventListener('input', () => hold(container), true);
  form.on('changed', (state) => {
    hold(container);
    written = state.data;
    wrote(written);
  });
  const adapt = () => {
    labelTables(container);
    lead(container);
  };
  const watch = new MutationObserver(adapt);
  const ready = form.importSchema(schema, data).then(adapt);
  watch.observe(container, { childList: true, subtree: true });
  return {
    ready,
    data: () => written,
    submit() {
      const { data: sent, errors } = form.submit();
      if (Object.keys(errors).length) {
        showFirst(container);
      }
      return { data: sent, errors };
    },
    changed: () => unsentIn(container).length > 0,
    settle: () => container.querySelectorAll('.fjs-container').forEach((one) => settle(one)),
    destroy() {
      watch.disconnect();
      // What has the cursor would hear of losing it when it is no longer there.
      if (container.contains(document.activeElement)) {
        document.activeElement.blur();
      }
      form.destroy();
    },
  };
}

/** Errors are drawn after the answer is given. */
function showFirst(container) {
  requestAnimationFrame(() => {
    const error = container.querySelector(REFUSED);
    const field = error?.closest('.fjs-form-field');
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector('input, textarea')?.focus({ preventScroll: true });
  });
}
