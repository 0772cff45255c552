/** The webapp says in English, under a heading that speaks of mistakes in the form, that the network is gone. */
import { words } from '../../../shangda/language.js';

const sentence = words(
  '网络连接中断，尚不能确定是否已收到。填写的内容仍在，请稍后再提交一次。',
  'The connection was lost, and it is not certain that this was received. What you have written is still here: please submit again in a while.',
);

new MutationObserver(() => {
  for (const message of document.querySelectorAll('.notifications .alert .message')) {
    if (!message.textContent.startsWith('Request has been terminated')) continue;
    message.textContent = sentence;
    message.parentElement.querySelectorAll('strong').forEach((heading) => heading.remove());
  }
}).observe(document.body, { childList: true, subtree: true, characterData: true });
