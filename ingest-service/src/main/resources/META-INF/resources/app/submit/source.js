import {sha256} from '../api/upload.js';
import {bytes, t} from '../messages.js';
import {announce} from '../ui/announce.js';
import {dropPlace} from '../ui/drop.js';
import {h} from '../ui/dom.js';
import {icon} from '../ui/icons.js';
import {change, changeFiles, chosenFiles, draft} from './draft.js';

const SCENARIOS = ['brownfield', 'greenfield', 'hybrid', 'migration'];

/** The scenario, the archive, and the partial document where one is kept. */
export function sourceParts(fields, check) {
  const archive = archivePlace(fields, check);
  const existing = existingPlace(fields, check);
  return {
    nodes: [scenarios(fields, check), archive.node, existing.node],
    update() {
      archive.node.hidden = draft().scenario === 'greenfield';
      existing.node.hidden = draft().scenario !== 'hybrid';
    },
  };
}

function scenarios(fields, check) {
  const cards = SCENARIOS.map(name => h('label', {class: 'choice'},
    h('input', {
      type: 'radio', name: 'scenario', value: name, checked: draft().scenario === name,
      onchange: () => { change({scenario: name}); check(); },
    }),
    h('span', {class: 'choice-body'}, h('span', {class: 'choice-title'}, t(`scenario.${name}`)),
      h('span', {class: 'choice-text'}, t(`scenario.${name}.hint`)))));
  return fields.group('scenario', t('scenario'), null, h('div', {class: 'choices'}, cards));
}

function archivePlace(fields, check) {
  const drop = dropPlace({
    accept: '.zip,application/zip', iconName: 'archive', label: t('archive.choose'),
    text: h('span', {}, h('strong', {}, t('archive.drop')), h('br'), t('archive.or')), chosen: take,
  });
  const fault = fields.alone('archive', drop.input);
  if (chosenFiles().archive) {
    draw();
  }
  return {node: h('div', {class: 'field'}, h('p', {class: 'label'}, t('archive')), drop.place, fault)};

  async function take(file) {
    const ready = examined(file);
    changeFiles({archive: {file, isZip: undefined, sha256: null, ready}});
    draw();
    await ready;
  }

  async function examined(file) {
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    const isZip = head[0] === 0x50 && head[1] === 0x4b;
    const digest = isZip ? await sha256(file).catch(() => null) : null;
    if (chosenFiles().archive?.file !== file) {
      return; // another one was chosen meanwhile
    }
    changeFiles({archive: {...chosenFiles().archive, isZip, sha256: digest}});
    fields.touch('archive');
    draw();
    check();
    announce(t('archive.taken', {name: file.name}));
  }

  function draw() {
    const {file, isZip, sha256: digest} = chosenFiles().archive;
    drop.place.classList.toggle('filled', isZip === true);
    drop.show(icon(isZip === false ? 'warning' : 'archive'), h('div', {class: 'file'},
      h('p', {class: 'file-name'}, file.name),
      h('p', {class: 'file-facts'}, bytes(file.size),
        digest ? h('span', {}, ' · SHA-256 ', h('code', {title: digest}, `${digest.slice(0, 12)}…`)) : null,
        h('br'), h('span', {class: 'file-other'}, t('archive.other')))));
  }
}

function existingPlace(fields, check) {
  const area = h('textarea', {
    rows: 6, value: chosenFiles().existing, spellcheck: 'false',
    oninput: () => { changeFiles({existing: area.value}); check(); },
  });
  const drop = dropPlace({
    accept: '.md,.markdown,.txt,text/markdown,text/plain', iconName: 'document',
    label: t('existing.choose'),
    text: h('span', {}, h('strong', {}, t('existing.drop')), h('br'), t('existing.or')), chosen: take,
  });
  drop.place.classList.add('small');
  return {
    node: h('div', {class: 'existing'}, drop.place,
      fields.row('existing', t('existing'), area, t('existing.hint'))),
  };

  async function take(file) {
    area.value = await file.text();
    changeFiles({existing: area.value});
    fields.touch('existing');
    check();
    announce(t('archive.taken', {name: file.name}));
  }
}
