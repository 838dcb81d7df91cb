/**
 * Takes over from a document's HTML only what a specification consists of: texts, headings, lists,
 * tables, code, and drawings of lines and texts. Everything is built anew, element by element, from an
 * inert document that runs and loads nothing; what is not named here is left out with all it holds. So a
 * script, a frame, a picture from elsewhere or a handler cannot get through, whatever an archive made the
 * document say; nothing is serialised and parsed again on the way.
 */

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

const HTML_ELEMENTS = new Set(['a', 'b', 'blockquote', 'br', 'caption', 'code', 'dd', 'del', 'div', 'dl',
  'dt', 'em', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'li', 'main', 'ol',
  'p', 'pre', 's', 'section', 'small', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot',
  'th', 'thead', 'tr', 'ul']);
const SVG_ELEMENTS = new Set(['svg', 'g', 'line', 'polygon', 'polyline', 'rect', 'text', 'tspan', 'title',
  'desc', 'path', 'circle', 'ellipse']);

const HTML_ATTRIBUTES = new Set(['id', 'lang', 'align', 'colspan', 'rowspan', 'scope', 'start', 'dir']);
const CLASSES = new Set(['notes']);
const SVG_ATTRIBUTES = new Set(['x', 'y', 'x1', 'y1', 'x2', 'y2', 'dx', 'dy', 'cx', 'cy', 'r', 'rx', 'ry',
  'width', 'height', 'viewBox', 'points', 'd', 'transform', 'fill', 'stroke', 'stroke-width',
  'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'font-size', 'font-family', 'font-weight',
  'font-style', 'text-anchor', 'dominant-baseline', 'opacity', 'fill-opacity', 'stroke-opacity', 'role',
  'aria-label', 'lang', 'id', 'preserveAspectRatio']);

/** No address can stand in a value of these characters. */
const SVG_VALUE = /^[\p{L}\p{M}\p{N}\p{P}\p{Zs}+=<>|~^$`\n]*$/u;
const ADDRESS_IN_VALUE = /url\s*\(|:\/\//i;
const MOST_DEPTH = 200;

let parser;

/**
 * The body of an HTML document, as elements of this one.
 *
 * @returns a fragment; empty where there is nothing to show
 */
export function sanitised(html) {
  const given = new DOMParser().parseFromString(inert(body(html)), 'text/html');
  const fragment = document.createDocumentFragment();
  const main = given.querySelector('main') ?? given.body;
  for (const child of main.childNodes) {
    copy(child, fragment, 0);
  }
  return fragment;
}

/** Without its head, whose styles the policy would report, though they go nowhere. Nothing relies on it. */
function body(html) {
  return html.replace(/<head>[\s\S]*?<\/head>/i, '');
}

/** The one text that a parser gets here; what comes of it is never put into the page itself. */
function inert(html) {
  if (!globalThis.trustedTypes) {
    return html;
  }
  parser ??= trustedTypes.createPolicy('inert-document', {createHTML: text => text});
  return parser.createHTML(html);
}

function copy(node, into, depth) {
  if (node.nodeType === Node.TEXT_NODE) {
    into.append(node.data);
  } else if (node.nodeType === Node.ELEMENT_NODE && depth < MOST_DEPTH) {
    const element = allowed(node);
    if (element) {
      into.append(element);
      for (const child of node.childNodes) {
        copy(child, element, depth + 1);
      }
    }
  }
}

function allowed(node) {
  const name = node.localName;
  if (node.namespaceURI === HTML && HTML_ELEMENTS.has(name)) {
    return htmlElement(node, name === 'main' ? 'div' : name);
  }
  if (node.namespaceURI === SVG && SVG_ELEMENTS.has(name)) {
    return svgElement(node, name);
  }
  return null;
}

function htmlElement(node, name) {
  const element = document.createElementNS(HTML, name);
  for (const {name: attribute, value} of node.attributes) {
    if (HTML_ATTRIBUTES.has(attribute)) {
      element.setAttribute(attribute, value);
    } else if (attribute === 'class') {
      element.classList.add(...value.split(/\s+/).filter(each => CLASSES.has(each)));
    } else if (attribute === 'href' && name === 'a') {
      link(element, value);
    }
  }
  return element;
}

/** Within the document, or to the web by https in a tab of its own. */
function link(element, address) {
  if (/^#/.test(address)) {
    element.setAttribute('href', address);
  } else if (/^https:\/\/[^\s@]+$/i.test(address)) {
    element.setAttribute('href', address);
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer nofollow');
  }
}

function svgElement(node, name) {
  const element = document.createElementNS(SVG, name);
  for (const {name: attribute, value} of node.attributes) {
    if (SVG_ATTRIBUTES.has(attribute) && SVG_VALUE.test(value) && !ADDRESS_IN_VALUE.test(value)) {
      element.setAttribute(attribute, value);
    }
  }
  return element;
}
