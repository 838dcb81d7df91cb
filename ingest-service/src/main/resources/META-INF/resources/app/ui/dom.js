/** Elements without markup: nothing that is shown here ever passes through an HTML parser. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element with its properties and children. `on…` are listeners, `class`, `aria-…`, `data-…` and all
 * other names are attributes; `false`, `null` and `undefined` leave an attribute or a child out; texts
 * become text nodes.
 */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    set(element, key, value);
  }
  append(element, children);
  return element;
}

function set(element, key, value) {
  if (value === false || value === null || value === undefined) {
    return;
  }
  if (key.startsWith('on')) {
    element.addEventListener(key.slice(2), value);
  } else if (key === 'value' || key === 'checked' || key === 'disabled' || key === 'selected') {
    element[key] = value;
  } else {
    element.setAttribute(key, value === true ? '' : value);
  }
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== false && child !== null && child !== undefined) {
      element.append(child);
    }
  }
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** A line drawing of 24 units, from paths; decorative. */
export function drawing(paths, className = 'icon') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  for (const path of paths) {
    const line = document.createElementNS(SVG, 'path');
    line.setAttribute('d', path);
    svg.append(line);
  }
  return svg;
}

let ids = 0;

/** An id that nothing else on the page has. */
export function freshId(prefix) {
  ids += 1;
  return `${prefix}-${ids}`;
}
