import {t} from '../messages.js';
import {announce} from '../ui/announce.js';
import {fill, h} from '../ui/dom.js';
import {icon} from '../ui/icons.js';
import {MAX_ITEMS} from './rules.js';

/**
 * A list that is edited row by row: added to, removed from and put in order, with buttons or with
 * Alt+arrow.
 *
 * @param fields of the form
 * @param kind `features` (id and description), or the name of a list of texts
 * @param get, set of the draft's list
 */
export function listEditor(fields, kind, get, set) {
  const rows = h('ol', {class: `rows ${kind === 'features' ? 'features' : 'texts'}`});
  const fault = fields.alone(kind, rows);
  const more = h('button', {class: 'secondary', type: 'button', onclick: add}, icon('add'),
    t(`list.${kind}.add`));
  draw();
  return {node: h('div', {class: 'list'}, rows, fault, more), draw};

  function draw() {
    fields.drop(`${kind}[`);
    fill(rows, get().map((item, i) => row(item, i)));
    rows.hidden = get().length === 0;
    more.disabled = get().length >= MAX_ITEMS;
  }

  function row(item, i) {
    return h('li', {class: 'row', onkeydown: event => moveByKey(event, i)},
      h('span', {class: 'row-number', 'aria-hidden': 'true'}, String(i + 1)),
      h('div', {class: 'row-fields'}, kind === 'features' ? feature(item, i) : text(item, i)),
      h('div', {class: 'row-tools'}, tool('up', i, i > 0, () => move(i, i - 1)),
        tool('down', i, i < get().length - 1, () => move(i, i + 1)),
        tool('remove', i, kind !== 'features' || get().length > 1, () => remove(i))));
  }

  function feature(item, i) {
    return [
      fields.row(`features[${i}].id`, t('list.features.id'), h('input', {
        type: 'text', value: item.id, maxlength: 60, autocomplete: 'off', spellcheck: 'false',
        class: 'short', oninput: event => put(i, {...get()[i], id: event.target.value}),
      })),
      fields.row(`features[${i}].description`, t('list.features.description'), grows(h('textarea', {
        rows: 2, value: item.description,
        oninput: event => put(i, {...get()[i], description: event.target.value}),
      }))),
    ];
  }

  function text(item, i) {
    return fields.row(`${kind}[${i}]`, t(`list.${kind}.one`, {number: i + 1}), grows(h('textarea', {
      rows: 1, value: item, oninput: event => put(i, event.target.value),
    })));
  }

  function tool(name, i, possible, act) {
    return h('button', {
      class: 'icon-button', type: 'button', 'data-tool': name, disabled: !possible, onclick: act,
      'aria-label': t(`list.${name}`, {number: i + 1}), title: t(`list.${name}`, {number: i + 1}),
    }, icon(name));
  }

  function put(i, item) {
    set(get().map((each, at) => at === i ? item : each));
  }

  function add() {
    set([...get(), kind === 'features' ? {id: nextId(get()), description: ''} : '']);
    draw();
    const last = rows.lastElementChild;
    last.querySelector(kind === 'features' ? 'input' : 'textarea').focus();
  }

  function remove(i) {
    set(get().filter((_, at) => at !== i));
    draw();
    announce(t('list.removed', {number: i + 1}));
    const next = rows.children[Math.min(i, get().length - 1)];
    (next?.querySelector('[data-tool=remove]:not(:disabled), input, textarea') ?? more).focus();
  }

  function move(from, to) {
    const list = [...get()];
    list.splice(to, 0, ...list.splice(from, 1));
    set(list);
    draw();
    announce(t('list.moved', {number: to + 1}));
  }

  function moveByKey(event, i) {
    const to = event.key === 'ArrowUp' ? i - 1 : event.key === 'ArrowDown' ? i + 1 : -1;
    if (!event.altKey || to < 0 || to >= get().length) {
      return;
    }
    event.preventDefault();
    const nth = [...rows.children[i].querySelectorAll('input, textarea, button')]
      .indexOf(event.target);
    move(i, to);
    rows.children[to].querySelectorAll('input, textarea, button')[nth]?.focus();
  }
}

/** `GW-3` after `GW-2`; empty where the ids follow no such order. */
function nextId(features) {
  const last = /^(.*?)(\d+)$/.exec(features.at(-1)?.id ?? '');
  const next = last ? last[1] + String(Number(last[2]) + 1).padStart(last[2].length, '0') : '';
  return features.some(each => each.id === next) ? '' : next;
}

/** A text area as high as its text. */
export function grows(area) {
  if (!CSS.supports('field-sizing', 'content')) {
    const fit = () => {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight + 2}px`;
    };
    area.addEventListener('input', fit);
    area.addEventListener('focus', fit);
  }
  return area;
}
