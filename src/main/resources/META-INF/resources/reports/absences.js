/* Leave: entered, ended earlier, cancelled. */
import { ask, byId, colon, counted, fail, json, post, put, remove, say } from './page.js';
import { top } from './top.js';

const api = '../api/absences';
const STATES = { coming: say('未开始', 'Coming'), away: say('请假中', 'On leave'), over: say('已结束', 'Over') };

const days = ({ firstDay, lastDay }) => say(`${firstDay} 至 ${lastDay}`, `${firstDay} to ${lastDay}`);

function done(sentence) {
  byId('problem').hidden = true;
  byId('said').textContent = sentence;
  byId('said').hidden = false;
  return load();
}

function told(leave) {
  const moved = leave.passedOn > 0 ? say(`${leave.passedOn} 件待办已转交。`, `${counted(leave.passedOn, 'task')} passed on to others.`) : '';
  return [leave.personName + colon + days(leave) + say('。', '.'), leave.standIn, moved].filter(Boolean).join(say('', ' '));
}

function show(list, leave) {
  const item = put(byId(list), 'li');
  put(item, 'b', leave.personName);
  const from = leave.enteredBy ? say(`${leave.enteredBy}登记`, `entered by ${leave.enteredBy}`) : say('名册', 'from the roster');
  put(item, 'span', ` ${days(leave)} · ${STATES[leave.state]} · ${from}`);
  if (leave.deputy) {
    put(item, 'p', say('代办人', 'Stands in') + colon + leave.deputy, 'note');
  }
  if (leave.standIn) {
    put(item, 'p', leave.standIn, 'note');
  }
  if (leave.state === 'over') {
    return;
  }
  const address = `${api}/${encodeURIComponent(leave.person)}/${leave.firstDay}`;
  if (leave.state === 'away') {
    const last = put(item, 'input');
    last.type = 'date';
    last.min = leave.firstDay;
    last.max = leave.lastDay;
    last.setAttribute('aria-label', say('新的最后一天', 'New last day'));
    put(item, 'button', say('提前结束', 'End earlier')).addEventListener('click', () =>
      post(address + '/end', json({ lastDay: last.value || null }))
        .then((ended) => done(told(ended)))
        .catch(fail),
    );
  }
  put(item, 'button', say('取消', 'Cancel')).addEventListener('click', () =>
    remove(address)
      .then(() => done(say('已取消。', 'Cancelled.')))
      .catch(fail),
  );
}

function load() {
  return ask(api).then((board) => {
    ['own', 'others'].forEach((list) => {
      byId(list).replaceChildren();
      board[list].forEach((leave) => show(list, leave));
    });
    byId('none').hidden = board.own.length > 0;
    byId('units').hidden = !board.forOthers;
    byId('person').value = byId('person').value || board.caller;
    byId('person').readOnly = !board.forOthers;
    document.querySelector('main').hidden = false;
  });
}

byId('enter').addEventListener('submit', (event) => {
  event.preventDefault();
  post(api, json({ person: byId('person').value, firstDay: byId('from').value, lastDay: byId('to').value, deputy: byId('deputy').value || null }))
    .then((leave) => done(told(leave)))
    .catch(fail);
});

byId('language').addEventListener('change', () =>
  post('../api/account/language', json({ language: byId('language').value }))
    .then(() => done(say('已保存通知的语言。', 'The language of messages is saved.')))
    .catch(fail),
);

ask('../api/account/language')
  .then((shown) => {
    byId('language').value = shown.chosen;
  })
  .catch(fail);

load().catch(fail);
top('absences').catch(() => {});
