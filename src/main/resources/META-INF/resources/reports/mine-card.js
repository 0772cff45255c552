/** Cards of the colleague's page: a matter with its way like a parcel's, and what is asked besides. */
import { colon, say } from './page.js';
import { times } from './times.js';
import { html, nothing } from './view.js';

/** So many steps of the way are shown before the rest is unfolded. */
const FIRST = 3;

export const call = (telephone) =>
  telephone ? html`<a class="call" href=${'tel:' + telephone.replace(/[^+\d]/g, '')}>${telephone}</a>` : nothing;

const stop = (one, place) => html`
  <li class=${place === 0 ? 'latest' : ''}>
    <p><b>${one.what}</b> <time>${one.at}</time></p>
    ${one.unit ? html`<p>${one.unit} ${call(one.telephone)}</p>` : nothing}
    ${one.words ? html`<p class="words">${one.words}</p>` : nothing}
  </li>`;

const way = (stops) => html`
  <ol class="way" aria-label=${say('办理经过，最新的在前', 'The way so far, latest first')}>${stops.slice(0, FIRST).map(stop)}</ol>
  ${
    stops.length > FIRST
      ? html`<details>
          <summary>${say(`更早的 ${stops.length - FIRST} 条`, `${stops.length - FIRST} earlier`)}</summary>
          <ol class="way" start=${FIRST + 1}>${stops.slice(FIRST).map((one) => stop(one, -1))}</ol>
        </details>`
      : nothing
  }`;

/** Of a hazard the number that is answered at any hour, for everything else the office's. */
const where = (one) => html`
  <p class="where">
    <span>${one.unit} · ${one.level}</span>
    ${call(one.telephone)}
    ${one.dutyTelephone ? html`<span class="duty">${say('值班电话', 'On duty')} ${call(one.dutyTelephone)}</span>` : nothing}
  </p>`;

const standing = (matter) =>
  matter.at.length
    ? matter.at.map(where)
    : html`<p class="where"><span>${say('跟踪责任单位', 'In charge')} ${matter.inCharge}</span> ${call(matter.inChargeTelephone)}</p>`;

const clock = (sentence) =>
  html`<ul class="clock">${sentence.split(' · ').flatMap((part) => part.split('·')).map((part) => html`<li>${part}</li>`)}</ul>`;

const rated = (rating) => html`
  <p class="rated">${say('您的评价', 'Your rating')}${colon}<b>${rating.rating}</b>
    ${rating.reason ? html` · ${rating.reason}` : nothing}
    ${rating.words ? html`<span class="words">${rating.words}</span>` : nothing}</p>`;

const writing = (acts) => html`
  <div id="writing"></div>
  <div id="attached"></div>
  <p><button type="button" class="quiet" @click=${acts.close}>${say('取消', 'Cancel')}</button></p>`;

/** Marks the button that opens a form: who cancels is there again. */
const opener = (task, action = '') => `${task.task} ${action}`;

const RATINGS = [
  ['satisfied', say('满意', 'Satisfied')],
  ['basically-satisfied', say('基本满意', 'Mostly satisfied')],
  ['dissatisfied', say('不满意', 'Dissatisfied')],
];

/** One tap rates; the reason for dissatisfaction is asked first, and who likes to add a word opens the form. */
const rate = (task, acts) => html`
  <div class="asked" role="group" aria-label=${task.kind}>
    <p><b>${say('您对答复是否满意？', 'Are you satisfied with the answer?')}</b></p>
    ${times(task)}
    ${
      acts.isOpen(task.task)
        ? writing(acts)
        : html`<p class="choices">
              ${RATINGS.map(
                ([rating, label]) =>
                  html`<button type="button" class=${rating} data-opens=${opener(task, rating)} ?disabled=${acts.isSending()}
                    @click=${() => (rating === 'dissatisfied' ? acts.open(task, { action: rating }) : acts.rate(task, rating, label))}>${label}</button>`,
              )}
            </p>
            <p><button type="button" class="quiet" data-opens=${opener(task)} ?disabled=${acts.isSending()} @click=${() => acts.open(task)}>${say('想补充几句再评价', 'Add a remark first')}</button></p>`
    }
  </div>`;

const asked = (task, acts) =>
  task.form === 'rate-answer'
    ? rate(task, acts)
    : html`<div class="asked">
        <p><b>${task.kind}</b></p>
        ${times(task)}
        ${
          acts.isOpen(task.task)
            ? writing(acts)
            : html`<p><button type="button" class="main" data-opens=${opener(task)} @click=${() => acts.open(task)}>${say('填写', 'Fill in')}</button></p>`
        }
      </div>`;

function actions(matter, task, acts) {
  if (acts.isOpen(task.task)) {
    return writing(acts);
  }
  const button = (action, label, off) =>
    html`<button type="button" data-opens=${opener(task, action)} ?disabled=${off} @click=${() => acts.open(task, { action })}>${label}</button>`;
  const open = matter.code === 'open';
  return html`
    <p class="actions">
      ${open ? button('urge', say('催办', 'Urge'), Boolean(matter.urgeAgainOn)) : nothing}
      ${button('paper', say('补充', 'Add'))}
      ${button('travel', say('更改姓名显示', 'Name and reach'))}
      ${button('withdraw', say('撤回', 'Withdraw'))}
    </p>
    ${
      open && matter.urgeAgainOn
        ? html`<p class="quiet">${say(`已催办，${matter.urgeAgainOn} 起可以再催。`, `Urged; possible again from ${matter.urgeAgainOn}.`)}</p>`
        : nothing
    }`;
}

/**
 * @param matter as /api/mine gives it
 * @param tasks of it: what is asked, and the standing one
 * @param acts { open(task, { action }), close(), isOpen(task); rate(task, rating, label), isSending(); more(number),
 *     moreOf(number): place and files, read when asked for }
 */
export function matterCard(matter, tasks, acts) {
  const follow = tasks.find((task) => task.standing);
  return html`
    <article class=${'matter ' + matter.code} id=${matter.number} aria-labelledby=${'title-' + matter.number}>
      <header>
        <h3 id=${'title-' + matter.number}>${matter.title}</h3>
        <p><span class=${'state ' + matter.code}>${matter.state}</span> <span class="quiet code">${matter.number}</span></p>
        ${matter.colleague ? html`<p class="quiet">${say('代', 'For ')}${matter.colleague}${say('反映', '')}</p>` : nothing}
      </header>
      ${standing(matter)}
      ${clock(matter.clock)}
      ${
        matter.together
          ? html`<p class="together">${say('与其他同类事项一并办理，答复送达后由您自己评价。', 'Handled together with others about the same matter. You rate the answer yourself.')}</p>`
          : nothing
      }
      ${
        matter.answer
          ? html`<div class="answer"><h4>${say('答复', 'Answer')}</h4><p class="words">${matter.answer}</p></div>`
          : nothing
      }
      ${matter.rating ? rated(matter.rating) : nothing}
      ${tasks.filter((task) => !task.standing).map((task) => asked(task, acts))}
      ${way(matter.way)}
      <details @toggle=${(event) => event.target.open && acts.more(matter.number)}>
        <summary>${say('我反映的内容', 'What I wrote')}</summary>
        <p class="quiet">${matter.type} · ${matter.category} · ${matter.raisedOn} · ${matter.travel}</p>
        <p class="words">${matter.description}</p>
        ${files(matter.number, acts.moreOf(matter.number))}
      </details>
      ${follow ? actions(matter, follow, acts) : nothing}
    </article>`;
}

const files = (number, { place, files: all = [] } = {}) => html`
  ${place ? html`<p>${say('地点', 'Place')}${colon}${place}</p>` : nothing}
  ${
    all.length
      ? html`<ul class="files">${all.map((one) => {
          const address = `../api/concerns/${encodeURIComponent(number)}/files/${encodeURIComponent(one.id)}`;
          return html`<li><a href=${address} target="_blank" rel="noopener">
            ${one.thumbnail ? html`<img src=${address + '/thumbnail'} alt="" loading="lazy">` : nothing}${one.name}</a></li>`;
        })}</ul>`
      : nothing
  }`;

/** A note, a pair: whatever is asked of the colleague and belongs to no concern. */
export const otherCard = (task, acts) => html`
  <article class="matter other" aria-label=${task.kind + ' ' + task.number}>
    <header>
      <h3>${task.kind}</h3>
      <p>${task.about ? html`<span class="quiet">${task.about}</span> ` : nothing}<span class="quiet">${task.number}</span></p>
      ${times(task)}
      ${task.title ? html`<p>${task.title}</p>` : nothing}
    </header>
    ${
      acts.isOpen(task.task)
        ? writing(acts)
        : html`<p><button type="button" class="main" data-opens=${opener(task)} @click=${() => acts.open(task, { whole: true })}>${say('查看并答复', 'Read and answer')}</button></p>`
    }
  </article>`;
