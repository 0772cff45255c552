/** How much time is left, in a word, a mark and a colour. */
import { say } from './page.js';
import { html, nothing } from './view.js';

export const MARKS = { overdue: '■', today: '▲', soon: '▲', left: '●', rests: '‖' };

const mark = (state) => (MARKS[state] ? html`<span aria-hidden="true">${MARKS[state]} </span>` : nothing);

/** Every limit that runs: 签收 and 办理 where there are both. */
export const times = ({ times: limits = [], standing }) =>
  limits.length
    ? html`<ul class="times">${limits.map(
        (one) => html`<li class=${'time-' + one.state}>${mark(one.state)}${one.label ? one.label + say('：', ': ') : ''}${one.words}</li>`,
      )}</ul>`
    : standing
      ? nothing
      : html`<span class="quiet">${say('未设期限', 'No deadline')}</span>`;
