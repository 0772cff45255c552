/* What is done about the ticked rows: only what is open for all of them, and what has become of each, in words. */
import { ask, byId, colon, counted, failure, json, post, put, say } from './page.js';
import { openDialog, tell } from './dialog.js';

const api = new URL('../api/stalled/act/', import.meta.url).href;
const FIELDS = {
  words: say('说明', 'Reason'),
  unit: say('单位', 'Unit'),
  until: say('到哪一天为止', 'Until which day'),
  person: say('人员（工号或姓名）', 'Person (staff number or name)'),
};

/** As they were read last: the rows by subject, and the actions that are open on some of them. */
let rows = new Map();
let actions = [];
let again = () => {};

const boxes = () => [...document.querySelectorAll('#list tbody input[name=row]')];
const ticked = () => boxes().filter((box) => box.checked).map((box) => rows.get(box.value));

/** The box of a row. Nothing can be ticked about which nothing can be done. */
export function tick(row, item) {
  const box = put(put(row, 'td'), 'input');
  box.type = 'checkbox';
  box.name = 'row';
  box.value = item.subject;
  box.disabled = item.actions.length === 0;
  box.setAttribute('aria-label', [item.number, item.causeLabel].filter(Boolean).join(' '));
  box.addEventListener('change', showBar);
}

/** @param answer the page as it was read; @param reload reads it anew */
export function bar(answer, reload) {
  const before = new Set(ticked().map((item) => item.subject));
  rows = new Map(answer.rows.map((item) => [item.subject, item]));
  actions = answer.actions;
  again = reload;
  boxes().forEach((box) => {
    box.checked = before.has(box.value) && !box.disabled;
  });
  showBar();
}

function showBar() {
  const chosen = ticked();
  byId('bar').hidden = chosen.length === 0;
  byId('every').checked = chosen.length > 0 && chosen.length === boxes().filter((box) => !box.disabled).length;
  byId('ticked').textContent = say(`已勾选 ${chosen.length} 行。`, `${counted(chosen.length, 'row')} ticked.`);
  const open = byId('open');
  open.textContent = '';
  const common = actions.filter((action) => chosen.every((item) => item.actions.includes(action.code)));
  common.forEach((action) => {
    const button = put(open, 'button', action.label, 'act');
    button.type = 'button';
    button.dataset.action = action.code;
    button.addEventListener('click', () => begin(action, chosen));
  });
  if (!common.length && chosen.length) {
    put(open, 'span', say('所勾选的事项没有共同的操作，请分开勾选。', 'Nothing can be done with all of them; please tick fewer.'), 'note');
  }
}

/** Once, when the page is there. */
export function listen() {
  byId('every').addEventListener('change', () => {
    boxes().filter((box) => !box.disabled).forEach((box) => {
      box.checked = byId('every').checked;
    });
    showBar();
  });
}

// --- what is asked before it is done ---------------------------------------------------------------------------------

/** @param longest most characters of a reason */
function field(code, choices, longest) {
  const label = put(byId('ask-fields'), 'label', FIELDS[code]);
  const kind = code === 'words' ? 'textarea' : choices.length ? 'select' : 'input';
  const input = put(label, kind);
  input.id = 'said-' + code;
  input.required = true;
  input.autocomplete = 'off';
  if (kind === 'textarea') {
    input.rows = 3;
    input.maxLength = longest;
  } else if (kind === 'select') {
    put(input, 'option', '').value = '';
    choices.forEach((one) => {
      put(input, 'option', one.label).value = one.value;
    });
  } else if (code === 'until') {
    input.type = 'date';
  } else {
    input.maxLength = code === 'unit' ? 64 : 100;
  }
  return input;
}

async function begin(action, chosen) {
  const listed = action.asks.some((code) => code === 'unit' || code === 'person');
  byId('problem').hidden = true;
  let choices = [];
  try {
    const query = new URLSearchParams(chosen.map((item) => ['rows', item.subject]));
    choices = listed ? await ask(api + action.code + '?' + query) : [];
  } catch (error) {
    tell([failure(error)]);
    return;
  }
  byId('ask-fields').textContent = '';
  const inputs = action.asks.map((code) => [
    code,
    field(code, code === 'unit' || code === 'person' ? choices : [], action.longest),
  ]);
  openDialog(
    { title: action.label + colon + say(`${chosen.length} 件`, counted(chosen.length, 'case')), note: action.note },
    inputs.length ? inputs[0][1] : byId('ask-yes'),
    () => {
      const asked = Object.fromEntries(inputs.map(([code, input]) => [code, input.value]));
      return post(api + action.code, json({ rows: chosen.map((item) => item.subject), ...asked }));
    },
    async (results) => {
      await again();
      tellEach(action, results);
    },
  );
}

// --- what has become of each -----------------------------------------------------------------------------------------

function tellEach(action, results) {
  const done = results.filter((one) => one.done).length;
  const left = results.length - done;
  tell([
    action.label + colon + say(`${done} 件已办理`, `${done} done`) + (left ? say(`，${left} 件未办理。`, `, ${left} not done.`) : say('。', '.')),
    ...results.map((one) => (one.done ? '✓ ' : say('✗ 未办理 ', '✗ Not done ')) + [one.number, one.sentence].filter(Boolean).join(colon)),
  ]);
}
