/**
 * form-js 1.8.7 keeps an empty error for every field that was touched in a row of a list, and the error of a row that
 * was removed. Tasklist locks its button on either. Here an error of a row stays only while the row has it.
 *
 * The form is found through what preact keeps at the element it draws in: Tasklist does not hand it out.
 */
const watched = new WeakSet();

document.addEventListener(
  'focusin',
  (event) => {
    const container = event.target.closest?.('.fjs-container');
    const service = container?.__k?.__k?.[0]?.__k?.[0]?.props?.value?.getService;
    if (!service || watched.has(container)) return;
    watched.add(container);
    // Before Tasklist's own listener.
    service('eventBus').on('changed', 2000, ({ data, errors }) => keepTrueErrors(service, data, errors));
  },
  true,
);

function keepTrueErrors(service, data, errors) {
  const cells = service('formFieldInstanceRegistry').getAll().filter(inRow);
  new Set(cells.map((cell) => cell.id)).forEach((id) => {
    const kept = [];
    cells
      .filter((cell) => cell.id === id && errors[id]?.[row(cell)]?.length)
      .filter((cell) => at(data, cell.valuePath.slice(0, -1)))
      .forEach((cell) => {
        const found = service('validator').validateFieldInstance(cell, at(data, cell.valuePath));
        if (found.length) kept[row(cell)] = found;
      });
    if (kept.length) errors[id] = kept;
    else delete errors[id];
  });
}

const inRow = (cell) => cell.indexes && Object.keys(cell.indexes).length > 0;
const row = (cell) => Object.values(cell.indexes)[0];
const at = (data, path) => path.reduce((value, key) => value?.[key], data);
