import {t} from '../messages.js';
import {fill, h} from '../ui/dom.js';
import {Fields} from '../ui/fields.js';
import {grows} from '../submit/features.js';
import {askRevision} from './ask.js';

const ACTIONS = ['answer', 'revise', 'detail', 'simplify', 'approve'];
const MAX_MESSAGE = 8000;

/** What may be asked of the documents: an answer, a change, more or less detail, approval. */
export function requests(view, report) {
  const fields = new Fields();
  let action = 'answer';
  const message = grows(h('textarea', {rows: 3, oninput: check}));
  const row = fields.row('message', '', message);
  const label = row.querySelector('label');
  const sections = sectionChoice(report);
  const place = h('div', {});
  const button = h('button', {class: 'primary', type: 'submit'});
  const hint = h('p', {class: 'hint'});
  draw();
  return h('form', {class: 'card', novalidate: true, onsubmit: send},
    h('h2', {}, t('requests.title')),
    h('fieldset', {class: 'field group'}, h('legend', {}, t('requests.what')),
      h('div', {class: 'chips'}, ACTIONS.map(name => h('label', {class: 'chip'},
        h('input', {
          type: 'radio', name: 'action', value: name, checked: name === action,
          onchange: () => { action = name; draw(); },
        }), h('span', {}, t(`action.${name}`)))))),
    hint, row, sections.node, place, h('div', {class: 'actions'}, button));

  function draw() {
    hint.textContent = t(`action.${action}.hint`);
    row.hidden = action === 'approve';
    label.textContent = t(`action.${action === 'answer' ? 'answer' : 'change'}.message`);
    sections.node.hidden = action === 'answer' || action === 'approve';
    button.textContent = t(`action.${action}.do`);
    fill(place);
    check();
  }

  function check() {
    fields.tell(faults());
  }

  function faults() {
    const text = message.value.trim();
    if (action !== 'approve' && text.length > MAX_MESSAGE) {
      return [{field: 'message', key: 'rule.long', values: {most: MAX_MESSAGE}}];
    }
    if ((action === 'answer' || action === 'revise') && text === '') {
      return [{field: 'message', key: `rule.message.${action}`}];
    }
    return [];
  }

  async function send(event) {
    event.preventDefault();
    fields.touchAll();
    if (faults().length > 0) {
      fields.first().focus();
      return;
    }
    const request = {action};
    const text = message.value.trim();
    if (action !== 'approve' && text !== '') {
      request.message = text;
    }
    if (!sections.node.hidden && sections.chosen().length > 0) {
      request.sections = sections.chosen();
    }
    await askRevision(view, request, fields, place, button);
  }
}

function sectionChoice(report) {
  const titles = new Map(report.sections.map(({id, title}) => [id, title]));
  const boxes = [...titles].map(([id, title]) => {
    const box = h('input', {type: 'checkbox', value: id});
    return {box, node: h('label', {class: 'check'}, box, h('span', {}, title))};
  });
  return {
    node: h('details', {class: 'more'}, h('summary', {}, t('requests.sections')),
      h('p', {class: 'hint'}, t('requests.sections.hint')),
      h('div', {class: 'checks'}, boxes.map(({node}) => node))),
    chosen: () => boxes.filter(({box}) => box.checked).map(({box}) => box.value),
  };
}
