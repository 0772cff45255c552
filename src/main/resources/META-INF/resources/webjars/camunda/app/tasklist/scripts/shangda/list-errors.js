/**
 * form-js 1.8.7 keeps an empty error for every field in a row of a list that was touched or is hidden, and the error of a
 * row or a field that has gone since. Tasklist locks its button on any of them. Here an error stays only while its field
 * is there and has it.
 *
 * The form is found through what preact keeps at the element it draws in: Tasklist does not hand it out.
 */
const watched = new WeakSet();

new MutationObserver(() => document.querySelectorAll('.fjs-container').forEach(watch)).observe(document.body, {
  childList: true,
  subtree: true,
});

function watch(container) {
  const service = container.__k?.__k?.[0]?.__k?.[0]?.props?.value?.getService;
  if (!service || watched.has(container)) return;
  watched.add(container);
  const events = service('eventBus');
  // Before Tasklist's own listener.
  events.on('changed', 2000, ({ data, errors }) => keepTrueErrors(service, data, errors));
  const state = service('form')._getState();
  if (Object.keys(state.errors).length) events.fire('changed', state);
}

function keepTrueErrors(service, data, errors) {
  const fields = service('formFieldInstanceRegistry').getAll();
  Object.keys(errors).forEach((id) => {
    const here = fields.filter((field) => field.id === id && at(data, field.valuePath.slice(0, -1)));
    if (here.length && !here.some(inRow)) return;
    const kept = [];
    here
      .filter((cell) => errors[id][row(cell)]?.length)
      .forEach((cell) => {
        const found = service('validator').validateFieldInstance(cell, at(data, cell.valuePath));
        if (found.length) kept[row(cell)] = found;
      });
    if (kept.length) errors[id] = kept;
    else delete errors[id];
  });
}

const inRow = (field) => field.indexes && Object.keys(field.indexes).length > 0;
const row = (cell) => Object.values(cell.indexes)[0];
const at = (data, path) => path.reduce((value, key) => value?.[key], data);
