/* What another table would make of today's list of what stands still. */
import { byId, counted, label, post, put, say, uploadFailure } from './page.js';

function show(answer) {
  const causes = byId('what-if-causes');
  const rows = byId('what-if-rows');
  causes.textContent = '';
  rows.textContent = '';
  answer.causes.forEach((one) => {
    const row = put(causes, 'tr');
    put(row, 'td', one.label);
    put(row, 'td', String(one.appear), 'count');
    put(row, 'td', String(one.vanish), 'count');
  });
  answer.rows.forEach((one) => {
    const row = put(rows, 'tr');
    put(row, 'td', one.appears ? say('＋ 增加', '+ comes') : say('－ 减少', '− goes'));
    put(row, 'td', one.number || '—');
    put(row, 'td', one.causeLabel);
    put(row, 'td', [one.level, one.unit].filter(Boolean).join(' · ') || '—');
  });
  const changes = answer.causes.reduce((sum, one) => sum + one.appear + one.vanish, 0);
  byId('what-if-answer').hidden = changes === 0;
  document.querySelectorAll('#what-if-answer table').forEach(label);
  const rowsShown = answer.rows.length;
  const cut = rowsShown < changes;
  byId('what-if-working').textContent = changes
    ? say(`会有 ${changes} 项变化`, `${counted(changes, 'row')} would change`) + (cut ? say(`，下面列出前 ${rowsShown} 项。`, `; the first ${rowsShown} are below.`) : say('。', '.'))
    : say('今天的停滞事项不会有变化。', 'Nothing would change today.');
}

byId('what-if-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  byId('what-if-working').textContent = say('正在试算……', 'Working…');
  byId('what-if-answer').hidden = true;
  const body = new FormData();
  body.append('file', byId('what-if-file').files[0]);
  try {
    show(await post('../api/rules/what-if', body));
  } catch (error) {
    byId('what-if-working').textContent = uploadFailure(error);
  }
});
