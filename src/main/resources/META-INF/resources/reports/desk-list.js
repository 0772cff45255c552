/** The lists of the desk: how many wait in each, search and filters, the rows, pages. */
import { aside, say, when } from './page.js';
import { html, live, nothing, repeat } from './view.js';
import { times } from './times.js';

const LISTS = {
  receive: say('待签收', 'To receive'),
  doing: say('在办', 'In hand'),
  today: say('今日到期', 'Due today'),
  late: say('逾期', 'Overdue'),
  sign: say('待审签', 'To sign'),
  rate: say('待评价', 'To rate'),
  done: say('已办', 'Done'),
};

const CHOICES = {
  unit: say('单位', 'Unit'),
  category: say('类别', 'Category'),
  level: say('层级', 'Level'),
  state: say('时限', 'Time'),
};

const tabs = ({ page, address }, { addressWith }) => html`<nav class="tabs" aria-label=${say('列表', 'Lists')}>
  ${Object.entries(LISTS).map(
    ([code, name]) => html`<a
      class=${code === 'late' && page.counts.late ? 'late' : nothing}
      href=${addressWith({ list: code, page: '', task: '', start: '', q: '', unit: '', category: '', level: '', state: '' })}
      aria-current=${page.list === code ? 'true' : nothing}
    ><b>${page.counts[code]}</b> <span>${name}</span></a>`,
  )}
</nav>`;

/** On a phone the filters are behind a button. */
const folded = { open: false };

function unfold(event) {
  folded.open = !folded.open;
  event.target.setAttribute('aria-expanded', String(folded.open));
}

function filters({ page, address }, { addressWith, query, go }) {
  const search = (event) => {
    event.preventDefault();
    go(addressWith({ q: new FormData(event.target).get('q').trim(), page: '' }));
  };
  const narrowed = ['q', ...Object.keys(CHOICES)].some((name) => address.get(name));
  const excel = page.list === 'done' ? '../api/done/done.xlsx?' + new URLSearchParams({ period: 'all', q: address.get('q') || '' }) : '../api/desk.xlsx?' + query();
  return html`<form class="filters" role="search" @submit=${search}>
    <input type="search" name="q" maxlength="100" .value=${live(address.get('q') || '')}
      placeholder=${say('标题或编号', 'Title or number')} aria-label=${say('按标题或编号查找', 'Search title or number')}>
    <button type="submit">${say('查找', 'Search')}</button>
    <button type="button" class="fold" aria-expanded=${String(folded.open)} @click=${unfold}>${say('筛选', 'Filter')}</button>
    ${Object.entries(CHOICES)
      .filter(([name]) => page.filters?.[name]?.length)
      .map(
        ([name, label]) => html`<select aria-label=${label} .value=${live(address.get(name) || '')}
          @change=${(event) => go(addressWith({ [name]: event.target.value, page: '' }))}>
          <option value="">${label}${say('：全部', ': all')}</option>
          ${page.filters[name].map(
            (one) => html`<option value=${one.value} ?selected=${one.value === address.get(name)}>${one.label}${aside(one.count)}</option>`,
          )}
        </select>`,
      )}
    ${narrowed
      ? html`<a class="clear" href=${addressWith({ q: '', unit: '', category: '', level: '', state: '', page: '' })}>${say('清除条件', 'Clear')}</a>`
      : nothing}
    <span class="tools">
      <a href=${excel}>Excel</a>
      <button type="button" @click=${() => window.print()}>${say('打印', 'Print')}</button>
    </span>
  </form>`;
}

function row(one, shown, on) {
  const open = shown.address.get('task') === one.task;
  const mayTick = shown.page.list !== 'done';
  return html`<tr class=${open ? 'open' : ''} data-number=${one.number}>
    <td class="tick">${mayTick
      ? html`<input type="checkbox" .checked=${live(shown.ticked.has(one.task))}
          aria-label=${say('选中 ', 'Select ') + (one.title || one.number)} @change=${(event) => on.tick(one.task, event.target.checked)}>`
      : nothing}</td>
    <td class="what">
      ${one.task
        ? html`<a href=${on.addressWith({ task: one.task, start: '' })} data-task=${one.task} aria-current=${open ? 'true' : nothing}>${one.title || one.kind}</a>`
        : html`<b>${one.title || one.kind}</b>`}
      <small>${[one.title ? one.kind : '', one.number, one.about].filter(Boolean).join(' · ')}</small>
      ${one.together > 1 ? html`<span class="badge">${say(`并案 ${one.together} 件`, `${one.together} handled together`)}</span>` : nothing}
      ${one.preview ? html`<p class="preview">${one.preview}</p>` : nothing}
    </td>
    <td class="who">${one.raiser || nothing}</td>
    <td class="where">${one.where || nothing}${one.newest ? html`<p class="newest">${one.newest}</p>` : nothing}</td>
    <td class="when">${one.toReceive ? html`<span class="badge">${say('待签收', 'To receive')}</span>` : nothing}${times(one)}</td>
  </tr>`;
}

function rows(shown, on) {
  const { page, ticked } = shown;
  const all = page.rows.every((one) => ticked.has(one.task));
  return html`<table class="rows">
    <caption class="hidden">${LISTS[page.list]}</caption>
    <thead><tr>
      <th class="tick">${page.list !== 'done'
        ? html`<input type="checkbox" .checked=${live(all)} aria-label=${say('全选本页', 'Select the page')} @change=${(event) => on.tickAll(event.target.checked)}>`
        : nothing}</th>
      <th>${say('事项', 'Matter')}</th>
      <th>${say('反映人', 'Raised by')}</th>
      <th>${say('到了哪里', 'Where it stands')}</th>
      <th>${page.list === 'done' ? say('结果', 'Result') : say('时限', 'Time')}</th>
    </tr></thead>
    <tbody>${repeat(page.rows, (one, at) => one.task || one.number + at, (one) => row(one, shown, on))}</tbody>
  </table>`;
}

const pages = ({ page }, { addressWith }) =>
  page.pages > 1
    ? html`<nav class="pages" aria-label=${say('翻页', 'Pages')}>
        ${page.page > 0 ? html`<a href=${addressWith({ page: page.page - 1 || '' })}>‹ ${say('上一页', 'Previous')}</a>` : nothing}
        <span>${say(`共 ${page.total} 件，第 ${page.page + 1}／${page.pages} 页`, `${page.total} in all, page ${page.page + 1} of ${page.pages}`)}</span>
        ${page.page + 1 < page.pages ? html`<a href=${addressWith({ page: page.page + 1 })}>${say('下一页', 'Next')} ›</a>` : nothing}
      </nav>`
    : html`<p class="pages">${say(`共 ${page.total} 件`, `${page.total} in all`)}</p>`;

function empty({ page, address }, { addressWith }) {
  const narrowed = ['q', ...Object.keys(CHOICES)].some((name) => address.get(name));
  const elsewhere = ['late', 'today', 'receive', 'sign', 'doing', 'rate'].filter((code) => page.counts[code] > 0 && code !== page.list);
  return html`<div class="empty">
    <p>${narrowed ? say('没有符合条件的事项。', 'Nothing matches.') : say(`「${LISTS[page.list]}」中没有事项。`, `Nothing in "${LISTS[page.list]}".`)}</p>
    ${narrowed || !elsewhere.length
      ? nothing
      : html`<p>${say('还有：', 'But there is: ')}${elsewhere.map((code) => html`<a href=${addressWith({ list: code, page: '' })}>${LISTS[code]} ${page.counts[code]}</a> `)}</p>`}
  </div>`;
}

/**
 * @param shown address, page (the answer of the desk) and ticked
 * @param on what is done when something is pressed, and addressWith and query for links
 */
export const listOf = (shown, on) => html`
  ${tabs(shown, on)} ${filters(shown, on)}
  <p class="printed">${LISTS[shown.page.list]} · ${when(Date.now())}</p>
  ${shown.page.rows.length ? html`${rows(shown, on)} ${pages(shown, on)}` : empty(shown, on)}
`;
