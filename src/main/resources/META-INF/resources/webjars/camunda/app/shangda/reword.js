/**
 * Shows our words where the webapps have fixed ones that their locale files do not reach.
 *
 * Only what a selector names is touched, and only where the whole text is one that we know: what a person has
 * written is never reworded.
 */
const rules = [];

const reworded = (text, sentences) => {
  const found = sentences.find(([pattern]) => pattern.test(text.trim()));
  return found ? text.trim().replace(found[0], found[1]) : text;
};

const apply = ({ selector, attribute, sentences }) => {
  for (const element of document.querySelectorAll(selector)) {
    if (attribute) {
      const text = element.getAttribute(attribute);
      const ours = text === null ? null : reworded(text, sentences);
      if (ours !== text) element.setAttribute(attribute, ours);
    } else {
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE) continue;
        const ours = reworded(node.data, sentences);
        if (ours !== node.data) node.data = ours;
      }
    }
  }
};

const applyAll = () => rules.forEach(apply);

/** Rewords the text of the elements that the selector names. Sentences are pairs of a pattern and its replacement. */
export function rewordText(selector, sentences) {
  rules.push({ selector, sentences });
}

/** Rewords one attribute of the elements that the selector names. */
export function rewordAttribute(selector, attribute, sentences) {
  rules.push({ selector, attribute, sentences });
}

new MutationObserver(applyAll).observe(document.documentElement, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['placeholder', 'aria-label', 'title'],
});
