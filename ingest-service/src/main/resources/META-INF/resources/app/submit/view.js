import {t} from '../messages.js';
import {setting} from '../settings.js';
import {fill, h} from '../ui/dom.js';
import {icon} from '../ui/icons.js';
import {Fields} from '../ui/fields.js';
import {chosenFiles, descriptor, draft, forget} from './draft.js';
import {sourceParts} from './source.js';
import {descriptorPart} from './module.js';
import {choiceParts} from './choices.js';
import {sending} from './send.js';
import {descriptorFaults, fileFaults, optionsFaults} from './rules.js';

/** The form of a new specification: what it is made from, what is wanted, how it is written. */
export function newView() {
  const fields = new Fields();
  const module = descriptorPart(fields, check);
  const source = sourceParts(fields, check);
  const ready = h('ul', {class: 'ready', 'aria-label': t('submit.ready')});
  const send = sending({fields, faults, badJson: module.badJson, showForm: module.showForm});
  const form = h('form', {class: 'submit', novalidate: true, onsubmit: send.start},
    h('div', {class: 'submit-parts'},
      part(1, t('submit.source'), t('submit.source.hint'), source.nodes),
      part(2, t('submit.module'), t('submit.module.hint'), module.node),
      part(3, t('submit.document'), t('submit.document.hint'), choiceParts(fields, check))),
    h('aside', {class: 'submit-side', 'aria-label': t('submit.summary')},
      h('div', {class: 'card side-card'},
        h('h2', {}, t('submit.summary')), ready, send.node,
        h('p', {class: 'hint'}, t('submit.promise')),
        h('button', {class: 'quiet', type: 'button', onclick: clear}, t('submit.clear')))));
  check();
  return h('div', {class: 'page'},
    h('div', {class: 'page-head'}, h('h1', {}, t('submit.title')),
      h('p', {class: 'lead'}, t('submit.lead'))),
    form);

  function check() {
    const found = faults();
    fields.tell(found);
    source.update();
    fill(ready, checklist(found));
    send.update(found.length);
  }

  function faults() {
    const {archive, existing} = chosenFiles();
    return [
      ...fileFaults(archive, existing, draft().scenario, setting().limits),
      ...descriptorFaults(descriptor()), ...optionsFaults(draft()),
    ];
  }

  function clear() {
    forget();
    form.closest('.page').replaceWith(newView());
    document.querySelector('h1').setAttribute('tabindex', '-1');
    document.querySelector('h1').focus();
  }
}

function part(number, title, hint, ...content) {
  return h('section', {class: 'card part'},
    h('header', {class: 'part-head'}, h('span', {class: 'part-number', 'aria-hidden': 'true'}, String(number)),
      h('div', {}, h('h2', {}, title), h('p', {class: 'hint'}, hint))),
    h('div', {class: 'part-body'}, content));
}

/** What is there and what is missing, before anybody asks. */
function checklist(faults) {
  const missing = prefix => faults.some(({field}) => prefix.test(field));
  const files = chosenFiles();
  const {scenario, features, moduleName} = draft();
  const lines = [];
  if (scenario !== 'greenfield') {
    lines.push([!missing(/^archive/), files.archive ? files.archive.file.name : t('ready.archive')]);
  }
  if (scenario === 'hybrid') {
    lines.push([!missing(/^existing/), t('ready.existing')]);
  }
  lines.push([!missing(/^(moduleName|version)/), moduleName || t('ready.module')]);
  lines.push([!missing(/^features/), t('ready.features', {n: features.length})]);
  lines.push([!missing(/^(documents|max|callback|actors|nfr|constraints)/), t('ready.options')]);
  return lines.map(([done, text]) => h('li', {class: done ? 'done' : 'open'},
    icon(done ? 'check' : 'next'), h('span', {}, text),
    h('span', {class: 'unseen'}, ` (${t(done ? 'ready.done' : 'ready.open')})`)));
}

