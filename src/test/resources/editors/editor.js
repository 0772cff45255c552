/** What Modeler does with its editor: opens a file, offers templates, saves. */
/* global BpmnModeler, DmnModeler */

const diagrams = typeof BpmnModeler !== 'undefined';
let editor;
let complaints;

async function open(content, templates) {
  editor?.destroy();
  complaints = [];
  editor = diagrams
    ? new BpmnModeler({ container: '#canvas', propertiesPanel: { parent: '#panel' } })
    : new DmnModeler({ container: '#canvas' });
  if (diagrams) {
    editor.on('elementTemplates.errors', (event) => complaints.push(...event.errors.map((error) => error.message)));
    editor.get('elementTemplatesLoader').setTemplates(templates || []);
    // As Modeler signs what it saves.
    editor.on('saveXML.start', ({ definitions }) => {
      definitions.set('exporter', 'Camunda Modeler');
      definitions.set('exporterVersion', '5.50.0');
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
  return (await editor.saveXML({ format: true })).xml;
}

/** A new element of a template, or an old one that follows it from now on. */
function follow(template, { element, x, y, name, type }) {
  const modeling = editor.get('modeling');
  const templates = editor.get('elementTemplates');
  const found = element
    ? editor.get('elementRegistry').get(element)
    : modeling.createShape({ type }, { x, y }, editor.get('canvas').getRootElement());
  const follows = template ? templates.applyTemplate(found, templates.getAll().find(({ id }) => id === template)) : found;
  if (name) {
    modeling.updateProperties(follows, { name });
  }
  return follows.id;
}

function connect(from, to, name) {
  const registry = editor.get('elementRegistry');
  const flow = editor.get('modeling').connect(registry.get(from), registry.get(to), { type: 'bpmn:SequenceFlow' });
  if (name) {
    editor.get('modeling').updateProperties(flow, { name });
  }
  return flow.id;
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
  editor.get('canvas').scrollToElement(element, 200);
}

/** Answers once the selected element holds the text. */
async function typed(text) {
  for (;;) {
    const xml = await save();
    const [selected] = editor.get('selection').get();
    const element = new DOMParser().parseFromString(xml, 'text/xml').querySelector(`[id="${selected.id}"]`);
    if (new XMLSerializer().serializeToString(element).includes(`"${text}"`)) {
      return true;
    }
    await new Promise(requestAnimationFrame);
  }
}

/** Opens every group of the panel. A panel that came up after its element was selected shows the whole diagram. */
function unfold(label) {
  const panel = document.getElementById('panel');
  if (!panel.textContent.includes(label)) {
    const selection = editor.get('selection');
    const selected = selection.get();
    selection.select(null);
    selection.select(selected);
  }
  panel.querySelectorAll('.bio-properties-panel-group-header:not(.open)').forEach((group) => group.click());
}
