/**
 * Tasklist keeps drafts of forms in the browser's localStorage: on 「保存」, and by itself when the session ends.
 * Computers in offices are shared, and the draft of one start form is offered to the next person's, so none is kept.
 */
const draft = /^(camunda-form|camForm):/;

const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!draft.test(key)) setItem.call(this, key, value);
};

Object.keys(localStorage)
  .filter((key) => draft.test(key))
  .forEach((key) => localStorage.removeItem(key));
