/** What an item says: changed by the office until it is sent for signature. */
import { json, post, say } from './page.js';
import { html, nothing } from './view.js';

/** What was typed and is not saved yet, by the item's id. */
const typed = new Map();

export const unsaved = () => typed.size > 0;

/** What nobody may change any more is typed in vain. */
export const stillToChange = (items) => [...typed.keys()].filter((id) => !items.some((one) => one.id === id && mayChange(one))).forEach((id) => typed.delete(id));

const mayChange = (item) => item.state === 'LISTED' && item.mine;

const FIELDS = [
  ['done', say('已采取措施', 'What was done')],
  ['unsolved', say('未能解决的原因', 'Why it could not be settled')],
  ['opinion', say('职能部门意见', 'Opinion of the department')],
  ['proposal', say('建议方案（必填）', 'Proposal (required)')],
];

const current = (item) => ({ ...item.draft, meetsOn: item.meetsOn, ...typed.get(item.id) });

const types = (item, name) => (event) => typed.set(item.id, { ...typed.get(item.id), [name]: event.target.value });

async function save(item, more = {}) {
  await post(`../api/agenda/items/${item.id}`, json({ ...current(item), ...more }));
  typed.delete(item.id);
}

const saved = say('已保存。', 'Saved.');

const option = (one, chosen) => html`<option value=${one.value} ?selected=${one.value === chosen}>${one.label}</option>`;

/** Which unit leads and which meeting hears it is saved as it is picked; texts by the button below them. */
export function draft(item, { act, busy, meetings }) {
  const now = current(item);
  const may = mayChange(item);
  const pick = (name) => (event) => act(() => save(item, { [name]: event.target.value || null }), saved);
  const text = ([name, label]) => html`<label class="wide"><span>${label}</span>
    <textarea name=${name} maxlength=${name === 'proposal' ? 20000 : 4000} ?readonly=${!may} .value=${now[name] || ''} @input=${types(item, name)}></textarea></label>`;
  return html`${may
      ? html`<div class="fields">
          <label><span>${say('拟牵头单位', 'Proposed lead unit')}</span><select name="leadUnit" ?disabled=${busy} .value=${now.leadUnit || ''} @change=${pick('leadUnit')}>
            <option value="">${say('请选择', 'Please choose')}</option>${item.units.map((one) => option(one, now.leadUnit))}</select></label>
          <label><span>${say('列入会议', 'Heard on')}</span><select name="meetsOn" ?disabled=${busy} .value=${now.meetsOn} @change=${pick('meetsOn')}>
            ${[...new Set([item.meetsOn, ...meetings.filter((one) => one.open).map((one) => one.on)])].sort().map((on) => option({ value: on, label: on }, now.meetsOn))}</select></label>
        </div>`
      : nothing}
    <details><summary>${may ? say('修改事项、措施、原因、意见和建议', 'Change what it says') : say('事项、措施、原因、意见和建议', 'What it says')}</summary>
      <p class="quiet">${say('只供研究使用，反映人看不到。请勿写姓名。', 'For the meeting only; no colleague reads it. Please write no names.')}</p>
      <div class="fields">
        <label class="wide"><span>${say('事项（必填）', 'Matter (required)')}</span><input name="title" maxlength="200" ?readonly=${!may} .value=${now.title} @input=${types(item, 'title')}></label>
        ${FIELDS.map(text)}
      </div>
      ${may ? html`<button type="button" class="press" ?disabled=${busy} @click=${() => act(() => save(item), saved)}>${say('保存', 'Save')}</button>` : nothing}
    </details>`;
}
