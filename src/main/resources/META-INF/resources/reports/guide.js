/** The users' guide, as it stands in docs/guide: one page for each role, which the address names. */
import { byId, fail, lang, say } from './page.js';
import { titled, top } from './top.js';
import { marked } from './vendor/marked/lib/marked.esm.js';

const PAGE = /^[a-z-]+$|^README$/;

/** A page of the guide stays here; other documents are beside the product, and the address names no heading. */
function settle(link) {
  const page = /^([\w-]+)\.md$/.exec(link.getAttribute('href'))?.[1];
  if (page) {
    link.href = '#' + page;
  } else if (/\.md|^#/.test(link.getAttribute('href'))) {
    link.replaceWith(...link.childNodes);
  }
}

async function show() {
  const wanted = window.location.hash.slice(1);
  const answer = await fetch(`guide/${PAGE.test(wanted) ? wanted : 'README'}.md`);
  if (!answer.ok) {
    throw new Error(say('手册中没有这一页。', 'There is no such page in the guide.'));
  }
  byId('problem').hidden = true;
  // The product's own text, and none of it is somebody's.
  const page = new DOMParser().parseFromString(marked.parse(await answer.text()), 'text/html');
  page.querySelectorAll('a[href]').forEach(settle);
  page.querySelectorAll('img').forEach((picture) => picture.setAttribute('src', picture.getAttribute('src').replace(/^\.\.\//, '')));
  byId('guide').replaceChildren(...page.body.childNodes);
  window.scrollTo(0, 0);
}

document.title = titled(say('使用手册', 'Guide'));
byId('pages').firstElementChild.textContent = say('‹ 各角色的手册', '‹ Pages for all roles');
byId('language').hidden = lang === 'zh';
window.addEventListener('hashchange', () => show().catch(fail));
top('guide').catch(fail);
show().catch(fail);
