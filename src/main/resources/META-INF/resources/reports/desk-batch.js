/** One form for many: what is filled in holds for each of them, and each keeps what is its own. */
import { ask, failure, json, post, say } from './page.js';
import { html, render } from './view.js';
import { opened } from './desk-form.js';
import { outcome } from './desk-together.js';

const SHOWN_ONLY = ['text', 'table', 'html', 'image', 'documentPreview', 'iframe'];

const TEXTS = ['textarea', 'textfield'];

/** A field in which each case has words of its own, such as the draft of an answer. */
const isOwn = (component, data) => TEXTS.includes(component.type) && Boolean(data[component.key]);

/** Of the fields that are asked, those of a group as well. */
const keys = (components) => components.flatMap((one) => [...(one.key ? [one.key] : []), ...keys(one.components || [])]);

/** The questions of a form, without what tells of one case alone, and what is shown in them: nothing that is proposed for one. */
function questions(schema, data) {
  const keep = (component) => !component.disabled && !component.readonly && !SHOWN_ONLY.includes(component.type) && !isOwn(component, data);
  const components = schema.components.filter(keep);
  while (components[0]?.type === 'separator') {
    components.shift();
  }
  const asked = keys(components);
  const common = Object.fromEntries(Object.entries(data).filter(([key]) => !asked.includes(key)));
  return { schema: { ...schema, components }, data: common };
}

/**
 * Where each case has words of its own, each is handed in by itself, with those; what was refused says why.
 *
 * @param own keys of the fields in which they may stand; what is filled in for all goes before
 */
async function oneByOne(rows, values, own) {
  const results = [];
  for (const row of rows) {
    const address = `../api/work/${encodeURIComponent(row.task)}`;
    try {
      const { data } = await ask(address + '/form');
      const words = Object.fromEntries(own.filter((key) => !values[key] && data[key]).map((key) => [key, data[key]]));
      const { sentence } = await post(address, json({ ...values, ...words }));
      results.push({ task: row.task, number: row.number, done: true, sentence });
    } catch (error) {
      results.push({ task: row.task, number: row.number, done: false, sentence: failure(error) });
    }
  }
  return results;
}

/** The form of the first that still waits: another may have been withdrawn meanwhile, and is refused by itself later. */
async function formOf([row, ...others]) {
  try {
    return await ask(`../api/work/${encodeURIComponent(row.task)}/form`);
  } catch (error) {
    if (error instanceof TypeError || !others.length) {
      throw error;
    }
    return formOf(others);
  }
}

const listed = (rows) => html`<details class="listed" open>
  <summary>${say(`共 ${rows.length} 件，逐件看过再提交`, `${rows.length} in all; look at each before you submit`)}</summary>
  <ol>${rows.map((row) => html`<li><b>${row.title || row.kind}</b> <small>${row.number}${row.unit ? ' · ' + row.unit : ''}</small>
    ${row.preview ? html`<p class="preview">${row.preview}</p>` : ''}</li>`)}</ol>
</details>`;

/** @param rows of one form, at most a hundred */
export function openBatch(container, rows, { finished }) {
  const box = container.appendChild(document.createElement('div'));
  const list = box.appendChild(document.createElement('div'));
  const place = box.appendChild(document.createElement('div'));
  render(listed(rows), list);
  let own = [];
  let alone = false;
  const form = opened(place, {
    label: say(`提交 ${rows.length} 件`, `Submit ${rows.length}`),
    async load() {
      const { schema, data, kind } = await formOf(rows);
      const texts = schema.components.filter((one) => !one.disabled && TEXTS.includes(one.type));
      own = texts.map((one) => one.key);
      alone = texts.some((one) => isOwn(one, data));
      return { ...questions(schema, data), title: say(`${kind}：${rows.length} 件`, `${kind}: ${rows.length}`) };
    },
    send: (values) =>
      alone ? oneByOne(rows, values, own) : post('../api/work/together', json({ tasks: rows.map((row) => row.task), values })),
    sent: (results) => finished(outcome(results, rows)),
  });
  return {
    changed: form.changed,
    destroy() {
      form.destroy();
      box.remove();
    },
  };
}
