import {t} from '../messages.js';
import {fill, freshId, h} from '../ui/dom.js';
import {icon} from '../ui/icons.js';

/** Fewer say little by themselves. */
const ENOUGH_LINES = 5;

/**
 * What a citation names, such as `src/Shop.cs:L29-L39, L41`: `{path, ranges: [{first, last}]}`; null where
 * it is none.
 */
export function citation(text) {
  const match = /^(.+?):(L\d+(?:-L\d+)?(?:,\s*L\d+(?:-L\d+)?)*)$/.exec(text.trim());
  return match && {
    path: match[1],
    ranges: match[2].split(/,\s*/).map(range => {
      const [first, last = first] = range.replaceAll('L', '').split('-').map(Number);
      return {first, last};
    }),
  };
}

/** The entries of evidence.json that hold the cited lines, with a few around them where they are kept. */
export function cited({path, ranges}, evidence) {
  const own = evidence.filter(each => each.path === path);
  return ranges.map(({first, last}) => {
    const around = own.filter(each => each.startLine <= first && each.endLine >= last);
    around.sort((a, b) => height(a) - height(b));
    const entry = around.find(each => height(each) >= ENOUGH_LINES) ?? around.at(-1) ?? null;
    return {first, last, entry};
  });
}

function height({startLine, endLine}) {
  return endLine - startLine + 1;
}

/**
 * The panel beside the document: at its side, or at the foot of a narrow page. It takes the focus when it
 * opens, and gives it back when it closes.
 */
export function evidencePanel() {
  const label = freshId('evidence');
  const title = h('h2', {id: label, tabindex: '-1'}, t('evidence.title'));
  const body = h('div', {class: 'evidence-body'});
  let from = null;
  const node = h('aside', {class: 'evidence', 'aria-labelledby': label, onkeydown: byKey},
    h('div', {class: 'evidence-head'}, title,
      h('button', {
        class: 'icon-button', type: 'button', onclick: close, 'aria-label': t('evidence.close'),
        title: t('evidence.close'),
      }, icon('close'))), body);
  node.hidden = true;
  return {node, open, close};

  /** @param load gives the entries of evidence.json */
  async function open(place, link, load) {
    from = link;
    node.hidden = false;
    fill(body, h('p', {class: 'evidence-path'}, h('code', {}, place.path)), h('p', {}, t('loading')));
    title.focus({preventScroll: true});
    try {
      show(place, await load());
    } catch {
      fill(body, h('p', {class: 'evidence-path'}, h('code', {}, place.path)),
        h('p', {}, t('evidence.unread')));
    }
  }

  function show(place, entries) {
    fill(body, h('p', {class: 'evidence-path'}, h('code', {}, place.path)),
      cited(place, entries).map(listing));
  }

  function close() {
    if (!node.hidden) {
      node.hidden = true;
      from?.focus();
    }
  }

  function byKey(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  }
}

function listing({first, last, entry}) {
  const range = first === last ? t('evidence.line', {first}) : t('evidence.lines', {first, last});
  if (!entry) {
    return h('div', {}, h('p', {class: 'evidence-range'}, range), h('p', {}, t('evidence.none')));
  }
  const lines = outdented(entry.text.replace(/\n$/, '').split('\n'));
  return h('div', {}, h('p', {class: 'evidence-range'}, range),
    h('pre', {class: 'listing', tabindex: '0', 'aria-label': `${entry.path}, ${range}`},
      h('code', {}, lines.map((line, i) => codeLine(entry.startLine + i, line, first, last)))),
    entry.truncated ? h('p', {class: 'hint'}, t('evidence.truncated')) : null);
}

/** Without the blanks that all lines begin with. */
function outdented(lines) {
  const depths = lines.filter(line => line.trim() !== '').map(line => /^[ \t]*/.exec(line)[0].length);
  return lines.map(line => line.slice(Math.min(...depths, 40)));
}

function codeLine(number, text, first, last) {
  return h('span', {class: number >= first && number <= last ? 'line meant' : 'line'},
    h('span', {class: 'line-number', 'aria-hidden': 'true', 'data-line': number}), `${text}\n`);
}
