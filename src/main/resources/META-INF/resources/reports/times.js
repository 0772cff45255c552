/** How much time is left, in a word, a mark and a colour. */
import { TIME_MARKS } from '../camunda/app/shangda/time-marks.js';
import { colon, say } from './page.js';
import { html, nothing } from './view.js';

const mark = (state) => (TIME_MARKS[state] ? html`<span aria-hidden="true">${TIME_MARKS[state]} </span>` : nothing);

/** Every limit that runs: 签收 and 办理 where there are both. */
export const times = ({ times: limits = [], standing }) =>
  limits.length
    ? html`<ul class="times">${limits.map(
        (one) => html`<li class=${'time-' + one.state}>${mark(one.state)}${one.label ? one.label + colon : ''}${one.words}</li>`,
      )}</ul>`
    : standing
      ? nothing
      : html`<span class="quiet">${say('未设期限', 'No deadline')}</span>`;
