import {h} from '../ui/dom.js';

/**
 * The Markdown that answers are written in: headings, paragraphs, lists, quotations, tables, code and
 * footnotes. It makes elements, never markup; what it does not know stays as it is written.
 */
export function markdown(text) {
  const fragment = document.createDocumentFragment();
  const inline = inlines(new Map());
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  let i = 0;
  while (i < lines.length) {
    const block = BLOCKS.find(each => each.begins.test(lines[i]));
    const end = block.end(lines, i);
    const node = block.make(lines.slice(i, end), inline);
    if (node) {
      fragment.append(node);
    }
    i = end;
  }
  return fragment;
}

const NOTE = /^\[\^([^\]]+)\]:\s*(.*)$/;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+/;

const BLOCKS = [
  {begins: /^\s*$/, end: (_, i) => i + 1, make: () => null},
  {begins: /^#{1,6} /, end: (_, i) => i + 1, make: ([line], inline) => heading(line, inline)},
  {begins: /^```/, end: fence, make: lines => h('pre', {}, h('code', {},
    lines.slice(1, lines.at(-1).startsWith('```') ? -1 : undefined).join('\n')))},
  {begins: /^(?:-{3,}|\*{3,})\s*$/, end: (_, i) => i + 1, make: () => h('hr')},
  {begins: NOTE, end: run(/^\[\^[^\]]+\]:|^\s*$/), make: notes},
  {begins: /^>/, end: run(/^>/), make: (lines, inline) => h('blockquote', {},
    h('p', {}, inline(lines.map(line => line.replace(/^> ?/, '')).join(' '))))},
  {begins: /^\|/, end: run(/^\|/), make: table},
  {begins: ITEM, end: run(/^\s*(?:[-*+]|\d+[.)])\s+|^\s{2,}\S/), make: list},
  {begins: /./, end: paragraph, make: (lines, inline) => h('p', {}, inline(lines.join(' ')))},
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

function heading(line, inline) {
  const [, marks, text] = /^(#{1,6}) +(.*?)(?: #+)?$/.exec(line) ?? [null, '##', line];
  return h(`h${marks.length}`, {}, inline(text));
}

function list(lines, inline) {
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

function table(lines, inline) {
  const rows = lines.filter(line => !/^\|[\s:|-]+\|?$/.test(line)).map(cells);
  return h('table', {}, h('thead', {}, h('tr', {}, rows[0].map(cell =>
    h(cell === '' ? 'td' : 'th', {}, inline(cell))))),
    h('tbody', {}, rows.slice(1).map(row => h('tr', {}, row.map(cell => h('td', {}, inline(cell)))))));
}

function cells(line) {
  return line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map(cell => cell.replaceAll('\\|', '|').trim());
}

/** Footnotes as the documents have them: their places open as evidence. */
function notes(lines, inline) {
  const all = lines.map(line => NOTE.exec(line)).filter(Boolean);
  return h('ol', {class: 'notes'}, all.map(([, id, text]) => {
    const number = inline.number(id);
    return h('li', {id: `note-${id}`, value: number}, inline(text));
  }));
}

const INLINE = new RegExp([
  '(`+)(.+?)\\1', '\\*\\*(.+?)\\*\\*', '\\*(.+?)\\*', '\\\\([!-/:-@[-`{-~])', '\\[\\^([^\\]]+)\\]',
  '\\[([^\\]]*)\\]\\([^)]*\\)', '<a [^>]*></a>',
].join('|'));

/** Code, strong, emphasis, footnotes; a link becomes its text. Footnotes are numbered as they come. */
function inlines(numbers) {
  const number = id => {
    if (!numbers.has(id)) {
      numbers.set(id, numbers.size + 1);
    }
    return numbers.get(id);
  };
  const inline = text => {
    const nodes = [];
    let rest = text;
    for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
      nodes.push(rest.slice(0, found.index), piece(found));
      rest = rest.slice(found.index + found[0].length);
    }
    nodes.push(rest);
    return nodes.flat().filter(node => node !== '');
  };
  const piece = ([, ticks, code, strong, emphasis, escaped, note, label]) => {
    if (ticks) {
      return h('code', {}, code.trim());
    }
    if (strong !== undefined) {
      return h('strong', {}, inline(strong));
    }
    if (emphasis !== undefined) {
      return h('em', {}, inline(emphasis));
    }
    if (note !== undefined) {
      return h('sup', {}, h('a', {href: `#note-${note}`}, String(number(note))));
    }
    return label === undefined ? escaped ?? '' : inline(label);
  };
  return Object.assign(inline, {number});
}
