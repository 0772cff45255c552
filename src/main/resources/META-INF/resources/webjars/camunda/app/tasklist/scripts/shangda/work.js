/**
 * What waits for the person of this page: on the cards, in the header, as a tab of an open task, and which list is opened
 * first. config.js lists this script alone, see open-form.js.
 */
import badge from './work-badge.js';
import card from './work-card.js';
import progress from './work-progress.js';
import './first-list.js';

export default [card, badge, progress];
