/** What Modeler does with its editor: opens a file, offers templates, saves. */
/* global BpmnModeler, DmnModeler, FormEditor */

const diagrams = typeof BpmnModeler !== 'undefined';
const forms = typeof FormEditor !== 'undefined';
// As Modeler signs what it saves.
const exporter = { name: 'Camunda Modeler', version: '5.50.0' };
let editor;
let complaints;

async function open(content, templates) {
  editor?.destroy();
  complaints = [];
  if (forms) {
    editor = new FormEditor.FormEditor({ container: document.getElementById('canvas'), exporter });
    const { warnings } = await editor.importSchema(JSON.parse(content));
    return warnings.map((warning) => warning.message);
  }
  editor = diagrams
    ? new BpmnModeler({ container: '#canvas', propertiesPanel: { parent: '#panel' } })
    : new DmnModeler({ container: '#canvas' });
  if (diagrams) {
    editor.on('elementTemplates.errors', (event) => complaints.push(...event.errors.map((error) => error.message)));
    editor.get('elementTemplatesLoader').setTemplates(templates || []);
    editor.on('saveXML.start', ({ definitions }) => {
      definitions.set('exporter', exporter.name);
      definitions.set('exporterVersion', exporter.version);
    });
  }
  const { warnings } = await editor.importXML(content);
  complaints.push(...warnings.map((warning) => warning.message));
  if (!diagrams) {
    await editor.open(editor.getViews().find(({ type }) => type === 'decisionTable'));
  }
  return complaints;
}

async function save() {
  return forms ? JSON.stringify(editor.saveSchema(), null, 2) : (await editor.saveXML({ format: true })).xml;
}

/** A new element of a template, or an old one that follows it from now on. */
function follow(template, { element, x, y, name, type }) {
  const modeling = editor.get('modeling');
  const templates = editor.get('elementTemplates');
  const found = element
    ? editor.get('elementRegistry').get(element)
    : modeling.createShape({ type }, { x, y }, around(x, y));
  const follows = template ? templates.applyTemplate(found, templates.getAll().find(({ id }) => id === template)) : found;
  if (name) {
    modeling.updateProperties(follows, { name });
  }
  return follows.id;
}

/** The innermost frame at a point. */
function around(x, y) {
  const frames = editor.get('elementRegistry').filter((element) => element.type === 'bpmn:SubProcess'
    && element.x < x && x < element.x + element.width && element.y < y && y < element.y + element.height);
  return frames.sort((one, other) => one.width - other.width)[0] || editor.get('canvas').getRootElement();
}

/** A timer at the edge of a task, which goes on meanwhile. */
function timer(task, x, y, name) {
  const modeling = editor.get('modeling');
  const shape = editor.get('elementFactory').createShape({
    type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition', cancelActivity: false,
  });
  const event = modeling.createShape(shape, { x, y }, editor.get('elementRegistry').get(task), { attach: true });
  modeling.updateProperties(event, { name });
  return event.id;
}

/** As the space tool does. */
function makeRoom(axis, from, size) {
  const spaceTool = editor.get('spaceTool');
  const root = editor.get('canvas').getRootElement();
  const all = editor.get('elementRegistry').filter((element) => element !== root && !element.hidden);
  const { movingShapes, resizingShapes } = spaceTool.calculateAdjustments(all, axis, size, from);
  const way = { x: 0, y: 0, [axis]: size };
  spaceTool.makeSpace(movingShapes, resizingShapes, way, axis === 'x' ? 'e' : 's', from);
}

function connect(from, to, name) {
  const registry = editor.get('elementRegistry');
  const flow = editor.get('modeling').connect(registry.get(from), registry.get(to), { type: 'bpmn:SequenceFlow' });
  if (name) {
    editor.get('modeling').updateProperties(flow, { name });
  }
  return flow.id;
}

/** Leads a line round below what it would run through. */
function bend(id, y) {
  const flow = editor.get('elementRegistry').get(id);
  const [from, to] = [flow.source, flow.target].map((end) => ({ x: end.x + end.width / 2, y: end.y + end.height }));
  const points = [from, { x: from.x, y }, { x: to.x, y }, to];
  editor.get('modeling').updateWaypoints(flow, points);
}

function lead(flow, to) {
  const registry = editor.get('elementRegistry');
  const target = registry.get(to);
  editor.get('modeling').reconnectEnd(registry.get(flow), target, { x: target.x + target.width / 2, y: target.y + target.height / 2 });
}

function byDefault(gateway, flow) {
  const registry = editor.get('elementRegistry');
  editor.get('modeling').updateProperties(registry.get(gateway), { default: registry.get(flow).businessObject });
}

/** Selected, with what its panel holds opened. */
function select(id) {
  const element = editor.get('elementRegistry').get(id);
  editor.get('selection').select(element);
  editor.get('canvas').scrollToElement(element.source || element, 200);
}

function choose(choices, value) {
  choices.value = value;
  ['input', 'change'].forEach((event) => choices.dispatchEvent(new Event(event, { bubbles: true })));
}

/** Answers once the selected element holds the text. */
async function typed(text) {
  for (;;) {
    if ((await selected()).includes(text)) {
      return true;
    }
    await new Promise(requestAnimationFrame);
  }
}

async function selected() {
  const [chosen] = [editor.get('selection').get()].flat();
  if (forms) {
    return JSON.stringify(chosen);
  }
  const element = new DOMParser().parseFromString(await save(), 'text/xml').querySelector(`[id="${chosen.id}"]`);
  return element.outerHTML;
}

/** Opens every group of the panel. A panel that came up after its element was selected shows the whole diagram. */
function unfold(label) {
  const panel = document.querySelector(forms ? '.fjs-properties-container' : '#panel');
  if (diagrams && !panel.textContent.includes(label)) {
    const selection = editor.get('selection');
    const selected = selection.get();
    selection.select(null);
    selection.select(selected);
  }
  panel.querySelectorAll('.bio-properties-panel-group-header:not(.open)').forEach((group) => group.click());
}

function enter(cell) {
  cell.scrollIntoView({ block: 'center', inline: 'center' });
  cell.querySelector('[contenteditable]').focus();
}

/** Answers once the last row of the table holds these texts. */
async function written(texts) {
  for (;;) {
    const row = editor.getActiveViewer().get('sheet').getRoot().rows.at(-1);
    const cells = row.cells.map(({ businessObject }) => businessObject.text ?? '');
    if (texts.every((text, column) => text === cells[column])) {
      return true;
    }
    await new Promise(requestAnimationFrame);
  }
}

/** Id of the form's field with that key, or of the last field. */
function field(key) {
  const { components } = editor.getSchema();
  return (key ? components.find((one) => one.key === key) : components.at(-1)).id;
}
