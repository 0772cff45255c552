/**
 * 「保存草稿」 of a summary: on the server, for its writer alone (adr/0030). The fields are known by their ids in
 * write-summary.form.
 */
import { words } from '../../../shangda/language.js';
import { asThisPerson } from './session.js';
import { rootScope } from './root-scope.js';
import { settle, stateOf } from '../../../shangda/unsent.js';

const parts = ['practice', 'problems', 'plans'];
const fieldOf = (form, part) => form.querySelector(`textarea[id$="-Field_${part}"]:enabled`);

// Beside the webapps, wherever a proxy has put both.
const api = new URL(document.querySelector('base').getAttribute('app-root') + '/../api/summaries/', location.href);

const token = () =>
  decodeURIComponent((document.cookie.split('; ').find((one) => one.startsWith('API-XSRF-TOKEN=')) || '=').split('=')[1]);

async function save(form) {
  const number = new URL(form.querySelector('a[href*="summary.html?number="]').href).searchParams.get('number');
  const state = stateOf(form);
  const draft = Object.fromEntries(parts.map((part) => [part, fieldOf(form, part).value]));
  // The first answer of the product's API brings its token.
  if (!token()) await fetch(api + number);
  const answer = await fetch(`${api}${number}/draft`, {
    method: 'PUT',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
      'X-XSRF-TOKEN': token(),
      'Shown-To': (await rootScope).authentication.name,
    },
    body: JSON.stringify(draft),
  });
  if (answer.ok) {
    settle(form, state);
    return words('草稿已保存，只有您能看到。', 'The draft is saved; only you can read it.');
  }
  const problem = await answer.json();
  return problem.errors?.map((error) => error.detail).join(' ') || problem.detail;
}

function offer(actions) {
  const form = actions.closest('.task-details').querySelector('.fjs-container');
  const writes = Boolean(form && fieldOf(form, 'practice'));
  const button = actions.querySelector('.save-draft');
  if (writes === Boolean(button)) return;
  if (!writes) {
    actions.querySelectorAll('.save-draft, .draft-saved').forEach((one) => one.remove());
    return;
  }
  actions.insertAdjacentHTML('afterbegin', '<span class="draft-saved" role="status"></span><button type="button" class="btn btn-default save-draft"></button>');
  const [said, press] = actions.children;
  press.textContent = words('保存草稿', 'Save draft');
  press.addEventListener('click', async () => {
    press.disabled = true;
    said.textContent = '';
    try {
      if (await asThisPerson()) said.textContent = await save(form);
    } catch {
      said.textContent = words('网络连接中断，草稿未保存。', 'The connection was lost; the draft is not saved.');
    } finally {
      press.disabled = false;
    }
  });
}

new MutationObserver(() => document.querySelectorAll('.task-details .form-actions').forEach(offer)).observe(document.body, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['disabled'],
});
