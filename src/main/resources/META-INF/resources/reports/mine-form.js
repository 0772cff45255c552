/** Forms on the colleague's page: the questions alone, because what they are about stands on the card. */
import { ask, json, post, say } from './page.js';
import { opened } from './desk-form.js';
import { files } from './mine-files.js';

/** What the card of a concern shows already. */
const ON_THE_CARD = ['heading', 'story', 'place', 'answer'];

/** By the form: what one button asks for, so that nothing is left to choose. */
const CHOSEN_BY = { 'my-concern': 'action', 'rate-answer': 'rating' };

const LABELS = {
  urge: say('催办', 'Urge'),
  paper: say('送出补充', 'Send'),
  travel: say('更改', 'Change'),
  withdraw: say('撤回', 'Withdraw'),
  satisfied: say('确定：满意', 'Yes: satisfied'),
  'basically-satisfied': say('确定：基本满意', 'Yes: mostly satisfied'),
  dissatisfied: say('提交：不满意', 'Send: dissatisfied'),
};

const TITLES = {
  urge: say('催办', 'Urge'),
  paper: say('补充说明', 'Add something'),
  travel: say('更改姓名显示和上报范围', 'Name and reach'),
  withdraw: say('撤回', 'Withdraw'),
  satisfied: say('评价：满意', 'Rating: satisfied'),
  'basically-satisfied': say('评价：基本满意', 'Rating: mostly satisfied'),
  dissatisfied: say('评价：不满意', 'Rating: dissatisfied'),
};

const isHead = ({ type, text = '' }) => type === 'text' && ['{{number}}', '{{fileLinks}}', '{{duty}}'].some((name) => text.includes(name));

const isShown = (component) =>
  component.type === 'separator' || component.type === 'table' || isHead(component) || (component.disabled && ON_THE_CARD.includes(component.key));

/** @param chosen key of what a button has chosen, which is asked no more */
function questions(schema, chosen) {
  return { ...schema, components: schema.components.filter((one) => !isShown(one) && one.key !== chosen && one.key !== 'files') };
}

const SURE = say('确定撤回？撤回后事项即结束，不再办理，也不能恢复。', 'Withdraw it? It ends here, nobody handles it any more, and this cannot be undone.');

/**
 * @param task { task, form, kind, standing, number }
 * @param action what a button has chosen: the action of 我的事项, or the rating
 * @param whole of what is on no card, the form is shown as it is
 * @param sent told the sentence of what has become of it
 */
export function openForm(container, task, { action, whole, sent }) {
  const address = '../api/work/' + encodeURIComponent(task.task);
  const chosen = action && CHOSEN_BY[task.form];
  const preset = chosen ? { [chosen]: action } : {};
  let attached = null;
  return opened(container, {
    label: LABELS[action] || say('提交', 'Submit'),
    async load() {
      const { schema, data } = await ask(address + '/form');
      if (!whole && (!action || action === 'paper') && schema.components.some((one) => one.key === 'files')) {
        attached = files(document.getElementById('attached'));
      }
      return {
        schema: whole ? schema : questions(schema, chosen),
        data: { ...data, ...preset },
        title: TITLES[action] || task.kind,
        about: '',
      };
    },
    send(data) {
      if (action === 'withdraw' && !window.confirm(SURE)) {
        throw new Error(say('没有撤回，仍在办理。', 'Not withdrawn; it goes on.'));
      }
      const unready = attached?.problem();
      if (unready) {
        throw new Error(unready);
      }
      const ids = attached?.ids() || [];
      return post(address, json({ ...data, ...preset, ...(ids.length ? { files: ids } : {}) }));
    },
    sent: ({ sentence }) => sent(sentence),
  });
}
