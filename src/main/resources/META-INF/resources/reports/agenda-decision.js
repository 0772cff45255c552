/** What a meeting has come to: one small form for each item, filled in from what was proposed. */
import { json, post, say } from './page.js';
import { html, nothing } from './view.js';

/** What was filled in and is not sent yet, by the item's id. */
const typed = new Map();

/** The meeting's day, as long as that is not still to come. */
const current = (item, today) => ({
  ruling: 'decided',
  unit: item.draft.leadUnit || '',
  on: item.meetsOn < today ? item.meetsOn : today,
  words: '',
  ...typed.get(item.id),
});

const option = (one, chosen) => html`<option value=${one.value} ?selected=${one.value === chosen}>${one.label}</option>`;

const NOT_ADOPTED = /^not-adopted(\.|$)/;

export function decision(item, { act, draw, busy, office }) {
  const now = current(item, office.today);
  const types = (name) => (event) => {
    typed.set(item.id, { ...typed.get(item.id), [name]: event.target.value });
    draw();
  };
  const send = async () => {
    await post(`../api/agenda/items/${item.id}/decision`, json(now));
    typed.delete(item.id);
  };
  const refused = now.ruling === 'refused';
  return html`<div class="fields decision">
    <label><span>${say('研究结果', 'What it has come to')}</span><select name="ruling" .value=${now.ruling} @change=${types('ruling')}>
      ${office.rulings.map((one) => option(one, now.ruling))}</select></label>
    ${now.ruling === 'decided'
      ? html`<label><span>${say('牵头落实单位（必填）', 'Unit that carries it out (required)')}</span><select name="unit" .value=${now.unit} @change=${types('unit')}>
          <option value="">${say('请选择', 'Please choose')}</option>${item.units.map((one) => option(one, now.unit))}</select></label>`
      : nothing}
    <label><span>${say('研究日期（必填）', 'Day of the meeting (required)')}</span><input type="date" name="on" max=${office.today} .value=${now.on} @input=${types('on')}></label>
    <label class="wide"><span>${say('告知反映人的内容（必填）：逐一送达本议题的每位反映人', 'What the colleagues are told (required); each of them reads it')}</span>
      <textarea name="words" maxlength="20000" .value=${now.words} @input=${types('words')}></textarea></label>
    ${refused && item.settled
      ? html`<label><span>${say('意见建议的采纳情况（必填）', 'What becomes of the suggestions (required)')}</span><select name="settled" .value=${now.settled || ''} @change=${types('settled')}>
          <option value="">${say('请选择', 'Please choose')}</option>${office.settled.map((one) => option(one, now.settled))}</select></label>`
      : nothing}
    ${refused && item.settled && NOT_ADOPTED.test(now.settled || '')
      ? html`<label class="wide"><span>${say('不采纳的理由（必填，反映人会看到）', 'Why it is not adopted (required; the colleague reads it)')}</span>
          <textarea name="settledBecause" maxlength="2000" .value=${now.settledBecause || ''} @input=${types('settledBecause')}></textarea></label>`
      : nothing}
  </div>
  <p><button type="button" class="press main" ?disabled=${busy} @click=${() => act(send, say('已登记，并已告知各反映人。', 'Recorded, and each colleague is told.'))}>${say('登记研究结果', 'Record it')}</button></p>`;
}
