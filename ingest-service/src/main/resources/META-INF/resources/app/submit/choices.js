import {t} from '../messages.js';
import {h} from '../ui/dom.js';
import {change, draft} from './draft.js';

const DOCUMENTS = ['srs', 'functional-spec', 'tech-design'];
const SELECTS = {
  detail: ['overview', 'standard', 'comprehensive'],
  language: ['en', 'de', 'hi'],
  diagrams: ['mermaid', 'plantuml', 'ascii', 'text'],
  writer: ['auto', 'extractive'],
};

/** Which documents, and how they are written. */
export function choiceParts(fields, check) {
  return [documents(fields, check),
    h('div', {class: 'two'}, Object.entries(SELECTS).map(([name, values]) =>
      fields.row(name, t(`option.${name}`), select(name, values, check), t(`option.${name}.hint`)))),
    limits(fields, check)];
}

function documents(fields, check) {
  const cards = DOCUMENTS.map(name => {
    const box = h('input', {
      type: 'checkbox', name: 'documents', value: name, checked: draft().documents.includes(name),
      onchange: () => {
        change({documents: DOCUMENTS.filter(each =>
          each === name ? box.checked : draft().documents.includes(each))});
        check();
      },
    });
    return h('label', {class: 'choice'}, box, h('span', {class: 'choice-body'},
      h('span', {class: 'choice-title'}, t(`document.${name}`)),
      h('span', {class: 'choice-text'}, t(`document.${name}.hint`))));
  });
  return fields.group('documents', t('documents'), null, h('div', {class: 'choices'}, cards));
}

function select(name, values, check) {
  return h('select', {onchange: event => { change({[name]: event.target.value}); check(); }},
    values.map(value => h('option', {value, selected: draft()[name] === value},
      t(`option.${name}.${value}`))));
}

function limits(fields, check) {
  const used = draft().maxUsd + draft().maxTokens + draft().callbackUrl !== '' || draft().estimateOnly;
  return h('details', {class: 'more', open: used},
    h('summary', {}, t('limits')),
    h('div', {class: 'two'},
      fields.row('maxUsd', t('option.maxUsd'), text('maxUsd', 'decimal', check),
        t('option.maxUsd.hint'), t('optional')),
      fields.row('maxTokens', t('option.maxTokens'), text('maxTokens', 'numeric', check),
        t('option.maxTokens.hint'), t('optional'))),
    fields.row('callbackUrl', t('option.callbackUrl'), text('callbackUrl', 'url', check),
      t('option.callbackUrl.hint'), t('optional')),
    h('label', {class: 'choice slim'},
      h('input', {
        type: 'checkbox', name: 'estimateOnly', checked: draft().estimateOnly,
        onchange: event => { change({estimateOnly: event.target.checked}); check(); },
      }),
      h('span', {class: 'choice-body'}, h('span', {class: 'choice-title'}, t('option.estimateOnly')),
        h('span', {class: 'choice-text'}, t('option.estimateOnly.hint')))));
}

function text(name, inputmode, check) {
  return h('input', {
    type: 'text', inputmode, value: draft()[name], autocomplete: 'off',
    oninput: event => { change({[name]: event.target.value.trim()}); check(); },
  });
}
