import {t} from '../messages.js';
import {freshId, h} from './dom.js';

/** Asks whether something dangerous is meant; the safe answer has the focus. */
export function confirmed(title, text, action) {
  const label = freshId('dialog');
  const dialog = h('dialog', {'aria-labelledby': label, class: 'dialog'},
    h('h2', {id: label}, title), h('p', {}, text),
    h('form', {method: 'dialog', class: 'dialog-actions'},
      h('button', {class: 'secondary', value: 'no', autofocus: true}, t('cancel')),
      h('button', {class: 'danger', value: 'yes'}, action)));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
