/** How a case has gone so far, the newest first; steps in which nobody said anything are folded. */
import { ask, colon, say } from './page.js';
import { html, nothing, render } from './view.js';

/** A table of the way inside a form; on an own page it is drawn beside the form instead. */
const isWay = (component) => component.type === 'table' && component.dataSource === '=way';

/** The title, which stands above the form on an own page. */
const isHeading = (component) => component.key === 'heading' && component.disabled;

/** The form without the way, which is drawn by showWay, and without the title where it stands above already. */
export const withoutWay = (schema, titled) => ({
  ...schema,
  components: (schema.components || []).filter((one) => !isWay(one) && !(titled && isHeading(one))),
});

export const hasWay = (schema) => (schema.components || []).some(isWay);

const step = (one) => html`<li class=${one.words ? 'told' : ''}>
  <p><time>${one.at}</time> <b>${one.what}</b>${one.unit ? html` <span>${one.unit}</span>` : nothing}</p>
  ${one.words ? html`<p class="words">${one.words}</p>` : nothing}
</li>`;

/** Steps with words stand by themselves, those between them together. */
function groups(way) {
  const made = [];
  way.forEach((one, at) => {
    const last = made[made.length - 1];
    if (one.words || at === 0) {
      made.push([one]);
    } else if (last?.folded) {
      last.push(one);
    } else {
      const folded = [one];
      folded.folded = true;
      made.push(folded);
    }
  });
  return made;
}

const group = (steps) =>
  steps.folded && steps.length > 1
    ? html`<li class="folded"><details><summary>${say(`到达、签收等 ${steps.length} 步`, `${steps.length} steps: arrived, received…`)}</summary>
        <ol>${steps.map(step)}</ol></details></li>`
    : steps.map(step);

/** @param way the newest first: at, what, unit, words */
export const wayOf = (way) => html`<ol class="way">${groups(way).map(group)}</ol>`;

/** @param task whose case it is */
export async function showWay(container, task) {
  const { way, rests } = await ask(`../api/work/${encodeURIComponent(task)}/progress`);
  render(
    way.length || rests.length
      ? html`<h3>${say('办理经过', 'The way so far')} <small>${say('最近的在前', 'the newest first')}</small></h3>
          ${wayOf(way)}
          ${rests.length
            ? html`<h3>${say('暂停计时', 'The clock stood still')}</h3>
                <ul>${rests.map(({ from, to, why }) => html`<li>${to ? say(`${from} 至 ${to}`, `${from} to ${to}`) : say(`${from} 起`, `since ${from}`)}${colon}${why}</li>`)}</ul>`
            : nothing}`
      : nothing,
    container,
  );
}
