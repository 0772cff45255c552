/* Running cases: on which version of a diagram they are, going on along another, and putting one back at a level. */
import { aside, ask, byId, colon, comma, counted, fail, halves, json, label, listed, post, put, say, versionOf, when } from './page.js';
import { askReason } from './reason.js';

const AT_ONCE = 100;

const field = (parent, label) => put(parent, 'label', label + ' ');

const columns = (table, names) => {
  const head = put(put(table, 'thead'), 'tr');
  names.forEach((name) => put(head, 'th', name));
  return head;
};

/** Where it stands, behind what it is. */
const standsAt = (found) => (found.at.length ? comma + halves(found.at) : '');

function button(parent, text, work) {
  const one = put(parent, 'button', text);
  one.type = 'button';
  one.addEventListener('click', async () => {
    one.disabled = true;
    byId('problem').hidden = true;
    try {
      await work();
    } catch (error) {
      fail(error);
      byId('problem').scrollIntoView();
    } finally {
      one.disabled = false;
    }
  });
  return one;
}

// --- putting one back at a level -----------------------------------------------------------------------------------

/** Where the last one was shown: there is one at a time. */
let shown = null;

/** Looks where it stands now; what has happened since then is refused by the product. */
async function standing(number, parent) {
  if (shown) {
    shown.textContent = '';
  }
  shown = parent;
  parent.textContent = '';
  const found = await ask('../api/cases/' + encodeURIComponent(number) + '/back');
  put(parent, 'p', found.number + colon + found.state + standsAt(found));
  if (!found.levels.length) {
    put(parent, 'p', say('没有可以转回的层级。', 'There is no level to put it back at.'), 'note');
    return;
  }
  const level = put(field(parent, say('转回', 'Put back at')), 'select');
  level.id = 'back-level';
  found.levels.forEach((one) => {
    put(level, 'option', one.label).value = one.value;
  });
  button(parent, say('转回重新办理', 'Put it back'), () => askReason({
    title: say(
      `把 ${found.number} 转回“${level.selectedOptions[0].textContent}”重新办理`,
      `Put ${found.number} back at "${level.selectedOptions[0].textContent}"`,
    ),
    note: say(
      '正在办理的内容随之结束。理由写入办理经过，反映人可见，不要写内部情况。',
      'What is being done ends with it. The reason stands in the way of the case and the colleague reads it: nothing internal.',
    ),
  }, (said) => post(
    '../api/cases/' + encodeURIComponent(number) + '/back',
    json({ level: level.value, reason: said.reason, seen: found.seen }),
  ), async (now) => {
    parent.textContent = '';
    const done = put(parent, 'p', say('已转回', 'Put back') + colon + now.number + standsAt(now), 'done');
    done.tabIndex = -1;
    done.focus();
  }));
  level.focus();
}

function puttingBack(parent) {
  put(parent, 'h3', say('转回某一级重新办理', 'Put a case back at a level'));
  put(
    parent,
    'p',
    say(
      '用于事项停在无人能办的一步：任务无人可签收、表单打不开、这一步已从流程图中删除。正在办理的内容随之结束，已办的记录保留，理由写入办理经过。',
      'For a case that stands where nobody can go on: nobody may receive the task, its form does not open, or the step is no longer in the'
        + ' diagram. What is being done ends with it; what was done stays on record, and the reason stands in the way of the case.',
    ),
    'note',
  );
  const form = put(parent, 'form');
  const number = put(field(form, say('事项编号', 'Number of the case')), 'input');
  number.id = 'stuck';
  number.autocomplete = 'off';
  put(form, 'button', say('查找', 'Find')).type = 'submit';
  const found = put(parent, 'div');
  found.id = 'stuck-found';
  found.setAttribute('role', 'status');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    byId('problem').hidden = true;
    standing(number.value.trim(), found).catch(fail);
  });
}

// --- moving to another version ---------------------------------------------------------------------------------------

function chosen(list) {
  return [...list.querySelectorAll('input[name=case]:checked')].map((box) => box.value);
}

function outcome(row, result) {
  const cell = row.lastChild;
  cell.textContent = result.moved ? say('已迁移', 'Moved') : result.why + ' ';
  row.querySelector('input').checked = false;
  row.querySelector('input').disabled = result.moved;
  if (!result.moved && result.back) {
    const place = put(cell, 'div');
    button(place, say('转回某一级', 'Put back at a level'), () => standing(result.number, place));
  }
}

async function move(diagram, from, to, reason, list) {
  const numbers = chosen(list);
  const said = byId('moving-said');
  let moved = 0;
  for (let start = 0; start < Math.max(numbers.length, 1); start += AT_ONCE) {
    said.textContent = say('正在迁移……', 'Moving…') + ` ${start} / ${numbers.length}`;
    const results = await post('../api/cases/move', json({
      diagram: diagram.key, from, to, numbers: numbers.slice(start, start + AT_ONCE), reason,
    }));
    results.forEach((result) => {
      moved += result.moved ? 1 : 0;
      outcome([...list.querySelectorAll('tr')].find((row) => row.dataset.number === result.number), result);
    });
  }
  const left = numbers.length - moved;
  said.textContent = say(`已迁移 ${moved} 件，未能迁移 ${left} 件。`, `${moved} moved, ${left} not.`);
}

async function open(diagram, version, place) {
  place.textContent = '';
  const heading = put(place, 'h3', say(`${diagram.name}，第 ${version} 版的在办事项`, `${diagram.name}: running cases on version ${version}`));
  heading.tabIndex = -1;
  const found = await ask('../api/cases/running?diagram=' + encodeURIComponent(diagram.key) + '&version=' + version);
  const table = put(place, 'table');
  const head = columns(table, []);
  const every = put(put(head, 'th'), 'label');
  const all = put(every, 'input');
  all.type = 'checkbox';
  put(every, 'span', say(' 全选', ' All'));
  [say('事项', 'Case'), say('所在步骤', 'Where it stands'), say('结果', 'Result')].forEach((text) => put(head, 'th', text));
  const list = put(table, 'tbody');
  found.cases.forEach((one) => {
    const row = put(list, 'tr');
    row.dataset.number = one.number;
    const box = put(put(row, 'td'), 'input');
    box.type = 'checkbox';
    box.name = 'case';
    box.value = one.number;
    box.setAttribute('aria-label', one.number);
    put(row, 'td', one.number);
    put(row, 'td', listed(one.at));
    put(row, 'td', '');
  });
  all.addEventListener('change', () => list.querySelectorAll('input[name=case]:not(:disabled)').forEach((box) => {
    box.checked = all.checked;
  }));
  if (found.more) {
    put(place, 'p', say(`另有 ${found.more} 件，迁移后再列出。`, `${found.more} more, listed once these are moved.`), 'note');
  }
  const target = put(field(place, say('迁移到', 'Move to')), 'select');
  target.id = 'move-target';
  diagram.versions.filter((one) => one.version !== version).forEach((one) => {
    put(target, 'option', versionOf(one.version) + comma + when(one.since)).value = one.version;
  });
  const said = document.createElement('p');
  button(place, say('迁移所选事项', 'Move the chosen cases'), async () => {
    if (!chosen(list).length) {
      said.textContent = say('请先勾选事项。', 'Please tick cases first.');
      return;
    }
    askReason({
      title: say(
        `把 ${chosen(list).length} 件迁移到“${diagram.name}”第 ${target.value} 版`,
        `Move ${counted(chosen(list).length, 'case')} to version ${target.value} of "${diagram.name}"`,
      ),
      note: say(
        '理由保存在迁移记录中；反映事项的，写入办理经过，本人可见。',
        'The reason is kept in the record of moves; that of a concern stands in its way, and the colleague reads it.',
      ),
    }, (why) => move(diagram, version, Number(target.value), why.reason, list), moves);
  });
  said.id = 'moving-said';
  said.setAttribute('role', 'status');
  place.appendChild(said);
  label(table);
  heading.focus();
}

/** Who has moved what, and why. Only concerns have a way of their own in which it stands too. */
async function moves() {
  const place = byId('moves');
  place.textContent = '';
  const found = await ask('../api/cases/moves');
  put(place, 'h3', say('迁移记录', 'Moves'));
  if (!found.length) {
    put(place, 'p', say('没有迁移过事项。', 'No case was moved.'), 'note');
    return;
  }
  const table = put(place, 'table');
  columns(table, [say('时间', 'When'), say('何人', 'Who'), say('流程', 'Process'), say('事项', 'Cases'), say('理由', 'Reason')]);
  const body = put(table, 'tbody');
  found.forEach((one) => {
    const row = put(body, 'tr');
    put(row, 'td', when(one.at));
    put(row, 'td', one.by);
    put(row, 'td', one.name + colon + versionOf(one.from) + ' → ' + versionOf(one.to));
    const cases = put(row, 'td');
    if (one.numbers.length > 3) {
      const fold = put(cases, 'details');
      put(fold, 'summary', say(`${one.numbers.length} 件`, counted(one.numbers.length, 'case')));
      put(fold, 'p', listed(one.numbers));
    } else {
      cases.textContent = listed(one.numbers);
    }
    put(row, 'td', one.reason);
  });
  label(table);
}

function versions(parent, diagrams) {
  put(parent, 'h3', say('在办事项所用的版本', 'Versions on which cases run'));
  put(
    parent,
    'p',
    say(
      '部署新版后，在办事项仍按原版办理；可以选择事项转入另一版。每件单独迁移，未能迁移的保持原状并说明原因。',
      'After a deployment running cases go on along their version; they can be moved to another. Each is moved for itself; what cannot be'
        + ' moved stays as it was and says why.',
    ),
    'note',
  );
  const place = document.createElement('div');
  if (!diagrams.some((diagram) => diagram.versions.some((one) => one.cases > 0))) {
    put(parent, 'p', say('没有在办事项。', 'Nothing is under way.'), 'note');
    return;
  }
  const table = put(parent, 'table');
  columns(table, [say('流程', 'Process'), say('版本', 'Version'), say('部署时间', 'Deployed'), say('在办', 'Running'), '']).cells[3].className = 'count';
  const body = put(table, 'tbody');
  diagrams.forEach((diagram) => diagram.versions.filter((one) => one.cases > 0).forEach((one) => {
    const latest = one.version === diagram.versions[0].version;
    const row = put(body, 'tr');
    put(row, 'td', diagram.name);
    put(row, 'td', versionOf(one.version) + (latest ? aside(say('现行', 'in force')) : ''));
    put(row, 'td', when(one.since));
    put(row, 'td', one.cases, 'count');
    const cell = put(row, 'td');
    if (diagram.versions.length > 1) {
      button(cell, say('选择事项', 'Choose cases'), () => open(diagram, one.version, place));
    }
  }));
  place.id = 'moving';
  parent.appendChild(place);
  label(table);
}

async function show() {
  const section = byId('running');
  const diagrams = await ask('../api/cases');
  section.textContent = '';
  put(section, 'h2', say('在办事项', 'Running cases')).id = 'running-title';
  section.hidden = false;
  versions(section, diagrams);
  put(section, 'div').id = 'moves';
  puttingBack(section);
  await moves();
}

show().catch(fail);
