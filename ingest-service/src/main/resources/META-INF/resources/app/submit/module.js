import {t} from '../messages.js';
import {announce} from '../ui/announce.js';
import {dropPlace} from '../ui/drop.js';
import {freshId, h} from '../ui/dom.js';
import {tabs} from '../ui/tabs.js';
import {change, descriptor, draft} from './draft.js';
import {listEditor} from './features.js';
import {parseDescriptor} from './rules.js';

const LISTS = ['actors', 'nfr', 'constraints'];

/**
 * The module and its features: a form and the JSON of the API, which stay in step. JSON that cannot be
 * read leaves the form as it is, and keeps the submission back until it can.
 *
 * @param changed is called after each change
 */
export function descriptorPart(fields, changed) {
  let broken = null;
  const name = h('input', {
    type: 'text', value: draft().moduleName, maxlength: 120, autocomplete: 'off',
    oninput: () => put({moduleName: name.value}),
  });
  const version = h('input', {
    type: 'text', value: draft().version, maxlength: 40, autocomplete: 'off', class: 'short',
    oninput: () => put({version: version.value}),
  });
  const editors = ['features', ...LISTS].map(kind => listEditor(fields, kind,
    () => draft()[kind], list => put({[kind]: list})));
  const json = jsonEditor();
  const form = h('div', {},
    h('div', {class: 'two'},
      fields.row('moduleName', t('module.name'), name, t('module.name.hint')),
      fields.row('version', t('module.version'), version, t('module.version.hint'))),
    h('h3', {}, t('module.features')), h('p', {class: 'hint'}, t('module.features.hint')),
    editors[0].node, further());
  const choice = tabs(t('module.way'), [
    {id: 'form', label: t('module.form'), node: form},
    {id: 'json', label: t('module.json'), node: json.node},
  ], 'form', id => { if (id === 'json') { json.write(); } });
  return {node: choice.node, badJson: () => broken, showForm: () => choice.select('form')};

  function put(changes) {
    change(changes);
    broken = null;
    changed();
  }

  function further() {
    const used = LISTS.some(kind => draft()[kind].length > 0);
    return h('details', {class: 'more', open: used || draft().scenario === 'greenfield'},
      h('summary', {}, t('module.more')),
      LISTS.map((kind, i) => h('div', {class: 'more-list'}, h('h3', {}, t(`list.${kind}`)),
        h('p', {class: 'hint'}, t(`list.${kind}.hint`)), editors[i + 1].node)));
  }

  function jsonEditor() {
    const fault = h('p', {class: 'fault', id: freshId('fault'), role: 'alert'});
    const area = h('textarea', {
      id: freshId('json'), rows: 18, class: 'mono', spellcheck: 'false',
      'aria-describedby': fault.id, oninput: () => readJson(area.value),
    });
    fault.hidden = true;
    const drop = dropPlace({
      accept: '.json,application/json', iconName: 'code', label: t('json.choose'),
      text: h('span', {}, h('strong', {}, t('json.drop')), h('br'), t('json.or')), chosen: take,
    });
    drop.place.classList.add('small');
    const node = h('div', {}, drop.place,
      h('div', {class: 'field'}, h('label', {for: area.id}, t('json')), area, fault));
    return {
      node,
      write: () => {
        if (broken === null) {
          area.value = JSON.stringify(descriptor(), null, 2);
        }
      },
    };

    async function take(file) {
      area.value = await file.text();
      if (readJson(area.value)) {
        announce(t('json.taken', {name: file.name}));
      }
    }

    function readJson(text) {
      const {descriptor: read, fault: found} = parseDescriptor(text);
      broken = found ?? null;
      fault.textContent = found ? t(found.key, found.values) : '';
      fault.hidden = !found;
      area.setAttribute('aria-invalid', found ? 'true' : 'false');
      if (read) {
        change(read);
        name.value = read.moduleName;
        version.value = read.version;
        editors.forEach(editor => editor.draw());
      }
      changed();
      return read !== undefined;
    }
  }
}
