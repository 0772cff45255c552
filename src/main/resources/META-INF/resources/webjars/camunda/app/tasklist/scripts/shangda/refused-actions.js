/**
 * Dates, groups and the assignee of a task can be read here but not changed: the server refuses it, because work is
 * handed on through the form. user-styles.css hides what has no other use; this stops the rest from opening.
 */
const refused = '.meta [cam-widget-inline-field], .meta [ng-click="editGroups()"]';

const stop = (event) => {
  if (event.key === 'Tab' || !event.target.closest(refused)) return;
  event.preventDefault();
  event.stopPropagation();
};

['click', 'keydown', 'paste'].forEach((type) => document.addEventListener(type, stop, true));
