/* Who answers for units without anybody meanwhile, and the end of it. */
import { byId, fail, put, remove, say } from './page.js';

const api = new URL('../api/stalled/stand-ins/', import.meta.url).href;

/** @param reload reads the page anew */
export function showStandIns(standIns, reload) {
  const list = byId('stand-ins');
  list.textContent = '';
  list.hidden = standIns.length === 0;
  standIns.forEach((one) => {
    const line = put(
      list,
      'li',
      say(
        `${one.unitName}：补位至 ${one.until}（含当日），由${one.person}负责。 `,
        `${one.unitName}: ${one.person} answers for it until ${one.until}, that day included. `,
      ),
    );
    if (one.mayEnd) {
      const button = put(line, 'button', say('结束补位', 'End it'));
      button.type = 'button';
      button.addEventListener('click', () => {
        button.disabled = true;
        remove(api + encodeURIComponent(one.unit)).then(reload).catch((error) => {
          button.disabled = false;
          fail(error);
        });
      });
    }
  });
}
