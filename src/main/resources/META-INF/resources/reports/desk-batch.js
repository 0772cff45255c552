/** One form for many: what is filled in holds for each of them, and each keeps what is its own. */
import { ask, failure, json, post, say } from './page.js';
import { html, render } from './view.js';
import { opened } from './desk-form.js';
import { outcome } from './desk-together.js';

const SHOWN_ONLY = ['text', 'table', 'html', 'image', 'documentPreview', 'iframe'];

/** A field in which each case has words of its own, such as the draft of an answer. */
const isOwn = (component, data) =>
  ['textarea', 'textfield'].includes(component.type) && Boolean(data[component.key]);

/** The questions of a form, without what tells of one case alone. */
function questions(schema, data) {
  const keep = (component) => !component.disabled && !component.readonly && !SHOWN_ONLY.includes(component.type) && !isOwn(component, data);
  const components = schema.components.filter(keep);
  while (components[0]?.type === 'separator') {
    components.shift();
  }
  return { ...schema, components };
}

/**
 * Where each case has words of its own, each is handed in by itself, with those; what was refused says why.
 *
 * @param own keys of the fields in which they stand
 */
async function oneByOne(rows, values, own) {
  const results = [];
  for (const row of rows) {
    const address = `../api/work/${encodeURIComponent(row.task)}`;
    try {
      const { data } = await ask(address + '/form');
      const words = Object.fromEntries(own.map((key) => [key, data[key]]));
      const { sentence } = await post(address, json({ ...words, ...values }));
      results.push({ task: row.task, number: row.number, done: true, sentence });
    } catch (error) {
      results.push({ task: row.task, number: row.number, done: false, sentence: failure(error) });
    }
  }
  return results;
}

const listed = (rows) => html`<details class="listed" open>
  <summary>${say(`共 ${rows.length} 件，逐件看过再提交`, `${rows.length} in all; look at each before you submit`)}</summary>
  <ol>${rows.map((row) => html`<li><b>${row.title || row.kind}</b> <small>${row.number}${row.unit ? ' · ' + row.unit : ''}</small>
    ${row.preview ? html`<p class="preview">${row.preview}</p>` : ''}</li>`)}</ol>
</details>`;

/** @param rows of one form, at most a hundred; cancel, where somebody changes their mind */
export function openBatch(container, rows, { finished, cancel }) {
  container.replaceChildren();
  const list = container.appendChild(document.createElement('div'));
  const place = container.appendChild(document.createElement('div'));
  render(html`<button type="button" class="quiet cancel" @click=${cancel}>‹ ${say('返回列表', 'Back to the list')}</button>${listed(rows)}`, list);
  let own = [];
  const form = opened(place, {
    label: say(`提交 ${rows.length} 件`, `Submit ${rows.length}`),
    async load() {
      const { schema, data, kind } = await ask(`../api/work/${encodeURIComponent(rows[0].task)}/form`);
      own = schema.components.filter((one) => !one.disabled && isOwn(one, data)).map((one) => one.key);
      return { schema: questions(schema, data), data, title: say(`${kind}：${rows.length} 件`, `${kind}: ${rows.length}`) };
    },
    send: (values) =>
      own.length ? oneByOne(rows, values, own) : post('../api/work/together', json({ tasks: rows.map((row) => row.task), values })),
    sent: (results) => finished(outcome(results, rows)),
  });
  return {
    changed: form.changed,
    destroy() {
      form.destroy();
      container.replaceChildren();
    },
  };
}
