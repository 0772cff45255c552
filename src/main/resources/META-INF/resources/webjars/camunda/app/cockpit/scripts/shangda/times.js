/** How moments and durations of a case are said. */
import { words } from '../../../shangda/language.js';

export { when as moment } from '../../../../../reports/page.js';

/** Days as a calendar says them, for what was reached and left again. */
function lasted(from, until) {
  const minutes = Math.max(0, Math.round((new Date(until) - new Date(from)) / 60000));
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}

function duration(from, until) {
  const { days, hours, minutes } = lasted(from, until);
  if (days) return words(` ${days} 天 ${hours} 小时`, `${days} d ${hours} h`);
  if (hours) return words(` ${hours} 小时 ${minutes} 分`, `${hours} h ${minutes} min`);
  return words(minutes ? ` ${minutes} 分钟` : '不到 1 分钟', minutes ? `${minutes} min` : 'less than a minute');
}

/** @param now when it was asked, for what lasts */
export function stayed(stay, now) {
  const long = duration(stay.from, stay.until || now);
  if (!stay.until) return words(`已停${long}，仍在此`, `here for ${long} so far`);
  return stay.cancelled ? words(`停留${long}，中断`, `${long}, interrupted`) : words(`停留${long}`, long);
}
