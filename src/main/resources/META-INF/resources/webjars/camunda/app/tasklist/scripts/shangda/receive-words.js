/** The vendor's English calls 签收 a claim; the product's calls it receiving. The Chinese stands in zh.json. */
import { chinese } from '../../../shangda/language.js';
import { rewordText } from '../../../shangda/reword.js';

if (!chinese) {
  rewordText('.task-details .claim', [[/^Claim$/, 'Receive']]);
  rewordText('[role=alert] .status, [role=alert] .message', [
    [/^The task has been claimed\.$/, 'The task has been received.'],
    [/^An error happened while claiming the task\.$/, 'The task could not be received.'],
  ]);
}
