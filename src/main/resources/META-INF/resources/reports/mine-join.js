/** 附议: how many of a kind are worked on already, and joining one of them. What they say and whose they are is not told. */
import { ask, json, post, say } from './page.js';
import { html, nothing } from './view.js';

/** So long after the last key it is asked, in milliseconds. */
const PAUSE = 400;

/** A safety hazard is handled by itself, and somebody is called. */
export const isHazard = ({ type }) => /^hazard(\.|$)/.test(type || '');

/**
 * Looks for what is like the concern that is being written.
 *
 * @param found told those that may be joined; none when that cannot be asked, because raising goes on without it
 * @return look(data) after each change, again() when something has moved on, stop()
 */
export function lookingFor(found) {
  let wanted = '';
  let waits = 0;

  async function asked() {
    const query = wanted;
    const open = query ? await ask('../api/concerns/similar?' + query).catch(() => []) : [];
    if (query === wanted) {
      found(open);
    }
  }

  return {
    look(data) {
      const { category = '', place = '' } = data;
      const query = category && !isHazard(data) ? new URLSearchParams({ category, place: (place || '').trim().slice(0, 100) }).toString() : '';
      if (query !== wanted) {
        wanted = query;
        clearTimeout(waits);
        waits = setTimeout(asked, PAUSE);
      }
    },
    again: asked,
    stop() {
      wanted = null;
      clearTimeout(waits);
    },
  };
}

const sum = (open) => open.reduce((all, one) => all + one.concerns, 0);

/** One line, which costs nobody a tap who does not want to join. */
export function offer(open, join) {
  if (!open.length) {
    return nothing;
  }
  const here = sum(open.filter((one) => one.samePlace));
  const all = sum(open);
  return html`<p>${here
      ? say(`同一地点有 ${here} 件同类事项正在办理。`, `${here} of this kind and place being handled.`)
      : say(`${all} 件同类事项正在办理。`, `${all} of this kind being handled.`)}</p>
    <button type="button" @click=${join}>${say('附议', 'Join')}</button>`;
}

const choice = ({ visit, level, place, concerns }) => ({
  value: String(visit),
  label: [level, place, say(`${concerns} 件`, `${concerns} ${concerns === 1 ? 'concern' : 'concerns'}`)].filter(Boolean).join(' · '),
});

const questions = (open, travel) => [
  {
    type: 'text',
    id: 'Join_About',
    text: say(
      `附议后您有自己的编号，与它一并办理，答复直接送达您，由您自己评价。您看不到他人的内容和姓名，他人也看不到您的。不确定是同一件事的，请返回，自己反映。`,
      'By joining you get a number of your own. Yours is handled together with it, the answer comes to you, and you rate it yourself. You do not read what others wrote or who they are, nor do they of you. If you are not sure that it is the same, go back and raise your own.',
    ),
  },
  { type: 'radio', id: 'Join_Visit', key: 'visit', label: say(`${open[0].category}：附议哪一件`, `${open[0].category}: which one`), values: open.map(choice), validate: { required: true } },
  ...travel,
  { type: 'textarea', id: 'Join_Words', key: 'words', label: say('想补充的话（可不填）', 'Anything to add (optional)'), validate: { maxLength: 20000 } },
  { type: 'checkbox', id: 'Join_Agrees', key: 'agrees', label: say('我同意与他人的同类事项一并办理', 'I agree that mine is handled together with those of others'), validate: { required: true } },
];

/**
 * @param showForm draws a form
 * @param schema of raising, whose question of the colleague's name is asked here too
 * @param data of raising, as it is written already; written, in an earlier form of this; open, what may be joined: one at least
 * @return submit(), which gives what sends it with the ids of files, or nothing where something is missing; written(); changed(),
 *     destroy()
 */
export function joinForm(showForm, container, { schema, data, written = {}, open }) {
  const travel = schema.components.filter((one) => one.key === 'travel');
  const likely = open.length === 1 || (open[0].samePlace && !open[1].samePlace) ? String(open[0].visit) : undefined;
  const { words = data.description, travel: name = data.travel, visit } = written;
  const form = showForm(container, {
    schema: { ...schema, components: questions(open, travel) },
    data: { ...data, words, travel: name, visit: open.some((one) => String(one.visit) === visit) ? visit : likely, agrees: false },
  });
  return {
    submit() {
      const { data: filled, errors } = form.submit();
      if (Object.keys(errors).length) {
        return null;
      }
      const chosen = encodeURIComponent(filled.visit);
      return (files) =>
        post(
          `../api/concerns/similar/${chosen}/join`,
          json({ words: filled.words || '', travel: filled.travel, agrees: filled.agrees, place: data.place || '', files }),
        );
    },
    /** Words that were only taken over from raising are taken over anew, as they are by then. */
    written() {
      const now = form.data();
      return { words: now.words === (data.description || '') ? undefined : now.words, travel: now.travel, visit: now.visit };
    },
    changed: form.changed,
    destroy: form.destroy,
  };
}
