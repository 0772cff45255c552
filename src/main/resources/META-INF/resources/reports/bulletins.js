/* The board: bulletins for whoever looks, marked as read when they are opened; and those that their units have published. */
import { top } from './top.js';
import { ask, byId, fail, post, put, say } from './page.js';

const api = '../api/bulletins';
const RAISE = 'mine.html#raise';

function show(bulletin) {
  const one = put(byId('shown'), 'details');
  one.id = bulletin.number;
  const title = put(one, 'summary', bulletin.title);
  const unread = bulletin.read ? null : put(title, 'b', say(' · 未读', ' · Unread'));
  put(one, 'p', [bulletin.issuer, bulletin.publishedOn, say('公示到 ', 'until ') + bulletin.lastDay, bulletin.number].join(' · '), 'note');
  bulletin.words.split('\n').forEach((line) => put(one, 'p', line));
  const raise = put(put(one, 'p'), 'a', say('我有意见', 'I disagree'));
  raise.href = RAISE;
  let read = bulletin.read;
  one.addEventListener('toggle', () => {
    if (one.open && !read) {
      read = true;
      post(api + '/' + encodeURIComponent(bulletin.number) + '/read')
        .then(() => unread.remove())
        .catch(fail);
    }
  });
}

function state(bulletin) {
  if (bulletin.state === 'retracted') {
    return [say('已撤回', 'Retracted'), bulletin.retractedOn, bulletin.retractedBy, bulletin.reason].join(' · ');
  }
  return bulletin.state === 'shown' ? say('公示中', 'Shown') : say('公示结束', 'Over');
}

function issued(bulletin) {
  const row = put(document.querySelector('#issued tbody'), 'tr');
  [
    bulletin.number,
    bulletin.title,
    bulletin.audience,
    bulletin.publishedOn,
    bulletin.lastDay,
    state(bulletin),
  ].forEach((text) => put(row, 'td', text));
  put(row, 'td', String(bulletin.readers), 'count');
}

ask(api)
  .then((board) => {
    board.shown.forEach(show);
    byId('none').hidden = board.shown.length > 0;
    board.issued.forEach(issued);
    byId('issued').hidden = board.issued.length === 0;
    document.querySelector('main').hidden = false;
  })
  .catch(fail);
top('bulletins').catch(() => {});
