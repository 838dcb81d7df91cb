import {h} from '../ui/dom.js';

/**
 * The Markdown that answers are written in: headings, paragraphs, lists, quotations, tables, code, links
 * within. It makes elements, never markup; what it does not know stays as it is written.
 */
export function markdown(text) {
  const fragment = document.createDocumentFragment();
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  let i = 0;
  while (i < lines.length) {
    const block = BLOCKS.find(each => each.begins.test(lines[i]));
    const end = block.end(lines, i);
    const node = block.make(lines.slice(i, end));
    if (node) {
      fragment.append(node);
    }
    i = end;
  }
  return fragment;
}

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+/;

const BLOCKS = [
  {begins: /^\s*$/, end: (_, i) => i + 1, make: () => null},
  {begins: /^#{1,6} /, end: (_, i) => i + 1, make: ([line]) => heading(line)},
  {begins: /^```/, end: fence, make: lines => h('pre', {}, h('code', {},
    lines.slice(1, lines.at(-1).startsWith('```') ? -1 : undefined).join('\n')))},
  {begins: /^>/, end: run(/^>/), make: lines => h('blockquote', {},
    h('p', {}, inline(lines.map(line => line.replace(/^> ?/, '')).join(' '))))},
  {begins: /^\|/, end: run(/^\|/), make: table},
  {begins: ITEM, end: run(/^\s*(?:[-*+]|\d+[.)])\s+|^\s{2,}\S/), make: list},
  {begins: /./, end: paragraph, make: lines => h('p', {}, inline(lines.join(' ')))},
];

function run(pattern) {
  return (lines, from) => {
    let end = from + 1;
    while (end < lines.length && pattern.test(lines[end])) {
      end += 1;
    }
    return end;
  };
}

function fence(lines, from) {
  const end = lines.findIndex((line, i) => i > from && line.startsWith('```'));
  return end < 0 ? lines.length : end + 1;
}

function paragraph(lines, from) {
  let end = from + 1;
  while (end < lines.length && !/^\s*$|^#{1,6} |^```|^>|^\|/.test(lines[end]) && !ITEM.test(lines[end])) {
    end += 1;
  }
  return end;
}

function heading(line) {
  const [, marks, text] = /^(#{1,6}) +(.*?)(?: #+)?$/.exec(line) ?? [null, '##', line];
  return h(`h${marks.length}`, {}, inline(text));
}

function list(lines) {
  const items = [];
  for (const line of lines) {
    if (ITEM.test(line)) {
      items.push(line.replace(ITEM, ''));
    } else {
      items.push(`${items.pop() ?? ''} ${line.trim()}`);
    }
  }
  return h(/^\s*\d/.test(lines[0]) ? 'ol' : 'ul', {}, items.map(item => h('li', {}, inline(item))));
}

function table(lines) {
  const rows = lines.filter(line => !/^\|[\s:|-]+\|?$/.test(line)).map(cells);
  return h('table', {}, h('thead', {}, h('tr', {}, rows[0].map(cell => h('th', {}, inline(cell))))),
    h('tbody', {}, rows.slice(1).map(row => h('tr', {}, row.map(cell => h('td', {}, inline(cell)))))));
}

function cells(line) {
  return line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map(cell => cell.replaceAll('\\|', '|').trim());
}

const INLINE = /(`+)(.+?)\1|\*\*(.+?)\*\*|\*(.+?)\*|\\([!-/:-@[-`{-~])|\[([^\]]*)\]\([^)]*\)|<a [^>]*><\/a>/;

/** Code, strong, emphasis; a link becomes its text. */
function inline(text) {
  const nodes = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    nodes.push(rest.slice(0, found.index));
    const [whole, ticks, code, strong, emphasis, escaped, label] = found;
    if (ticks) {
      nodes.push(h('code', {}, code.trim()));
    } else if (strong !== undefined) {
      nodes.push(h('strong', {}, inline(strong)));
    } else if (emphasis !== undefined) {
      nodes.push(h('em', {}, inline(emphasis)));
    } else if (escaped !== undefined) {
      nodes.push(escaped);
    } else if (label !== undefined) {
      nodes.push(...inline(label));
    }
    rest = rest.slice(found.index + whole.length);
  }
  nodes.push(rest);
  return nodes.filter(node => node !== '');
}
