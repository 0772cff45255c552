/** 并案 and 拆分: which of the rows that are ticked leads, and which go by themselves again. All of them, or none. */
import { ask, json, notDone, notSent, post, say } from './page.js';
import { html, nothing, render } from './view.js';
import { times } from './times.js';

const address = (number, act) => `../api/concerns/${encodeURIComponent(number)}/${act}`;

const choice = (one, type, chosen) => html`<li><label>
  <input type=${type} name="chosen" value=${one.number} ?checked=${chosen}>
  <span><b>${one.title || one.number}</b> <small>${[one.title ? one.number : '', one.place, one.due && say(`期限 ${one.due}`, `due ${one.due}`)].filter(Boolean).join(' · ')}</small>
    ${one.times ? times(one) : nothing}</span></label></li>`;

const page = ({ title, note, legend, type, cases, marked, rest, label, busy, problem, submit }) => html`<form class="work" @submit=${submit}>
  <header>
    <h2 tabindex="-1">${title}</h2>
    <p class="quiet">${note}</p>
  </header>
  <fieldset class="chosen">
    <legend>${legend}</legend>
    <ul>${cases.map((one) => choice(one, type, marked(one)))}</ul>
  </fieldset>
  ${rest ? html`<p class="quiet">${rest}</p>` : nothing}
  <div class="send">
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
    <button type="submit" class="main" ?disabled=${busy}>${label}</button>
  </div>
</form>`;

/** @param act is given the numbers that are chosen. Refused, it stays as it is and says why. */
const opens = (what, act) => (place) => {
  const container = place.appendChild(document.createElement('div'));
  let changed = false;
  const state = { ...what, busy: false, problem: '' };
  const draw = () => render(page(state), container);
  state.submit = async (event) => {
    event.preventDefault();
    const chosen = new FormData(event.target).getAll('chosen');
    if (!chosen.length) {
      state.problem = say('请至少选择一件。', 'Please choose at least one.');
      draw();
      return;
    }
    Object.assign(state, { busy: true, problem: '' });
    draw();
    try {
      await act(chosen);
    } catch (error) {
      Object.assign(state, { busy: false, problem: notDone(error, notSent) });
      draw();
      container.querySelector('.problem').scrollIntoView({ block: 'center' });
    }
  };
  container.addEventListener('change', () => {
    changed = true;
  }, { once: true });
  draw();
  container.querySelector('h2').focus({ preventScroll: true });
  return {
    changed: () => changed,
    destroy: () => container.remove(),
  };
};

/** One that others are handled with already leads; else the first of the list, which is due first. */
const first = (rows) => [...rows].sort((one, other) => other.together - one.together)[0].number;

/** @param rows two at least */
export function merging(rows, { finished }) {
  const leads = first(rows);
  return opens(
    {
      title: say(`并案：${rows.length} 件`, `Handle together: ${rows.length}`),
      note: say(
        '反映同一件事的，一并办理：在牵头的一件上办理，答复和办理结果送达每一位反映人，由各人分别评价。各件编号不变，办理期限按最早的一件。',
        'For those about the same thing: you work on the one that leads; what you decide goes to each colleague, who rates it. Each keeps its number; the earliest deadline counts.',
      ),
      legend: say('由哪一件牵头', 'Which one leads'),
      type: 'radio',
      cases: rows,
      marked: (row) => row.number === leads,
      label: say(`并案 ${rows.length} 件`, `Handle ${rows.length} together`),
    },
    async ([leading]) => {
      const others = rows.map((row) => row.number).filter((number) => number !== leading);
      await post(address(leading, 'merge'), json({ numbers: others }));
      finished({ sentence: say(`${rows.length} 件已并案，由 ${leading} 牵头。`, `${rows.length} are handled together now; ${leading} leads.`) });
    },
  );
}

/** @param row which leads. What of the others the reader may not read stays with it, and has no line. */
export async function takingApart(row, { finished }) {
  const similar = await ask(address(row.number, 'similar'));
  const cases = similar.filter((one) => one.merged);
  const hidden = row.together - 1 - cases.length;
  return opens(
    {
      title: say('拆分', 'Take apart'),
      note: say(
        `与「${row.title || row.number}」（${row.number}）并案的事项。拆出的单独办理，期限按其本来的期限。`,
        `What is handled together with "${row.title || row.number}" (${row.number}). Each that you take out goes on by itself, with its own deadline.`,
      ),
      legend: say('拆出哪几件', 'Which are taken out'),
      type: 'checkbox',
      cases,
      marked: () => true,
      rest: hidden > 0 ? say(`另有 ${hidden} 件您无权查看，仍一并办理。`, `Not for you to read, and still together with it: ${hidden}.`) : '',
      label: say('拆分所选', 'Take out'),
    },
    async (numbers) => {
      await post(address(row.number, 'apart'), json({ numbers }));
      finished({ sentence: say(`已拆出 ${numbers.length} 件，各自单独办理。`, `${numbers.length} taken out; each is handled by itself.`) });
    },
  );
}
