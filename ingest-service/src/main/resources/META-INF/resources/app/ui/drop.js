import {h} from './dom.js';
import {icon} from './icons.js';

/**
 * A place to drop a file on, or to choose one with: the input itself lies over it, so that mouse, keyboard
 * and screen reader meet an ordinary control.
 *
 * @param chosen is given the File
 * @returns `{place, input, show}`; `show` draws what stands in it
 */
export function dropPlace({accept, iconName, label, text, chosen}) {
  const input = h('input', {type: 'file', accept, 'aria-label': label, onchange: take});
  const body = h('div', {class: 'drop-body'}, icon(iconName), h('p', {}, text));
  const place = h('div', {class: 'drop'}, input, body);
  place.addEventListener('dragover', event => {
    event.preventDefault();
    place.classList.add('over');
  });
  place.addEventListener('dragleave', () => place.classList.remove('over'));
  place.addEventListener('drop', event => {
    event.preventDefault();
    place.classList.remove('over');
    if (event.dataTransfer.files.length > 0) {
      chosen(event.dataTransfer.files[0]);
    }
  });

  function take() {
    if (input.files.length > 0) {
      chosen(input.files[0]);
      input.value = ''; // the same file may be chosen again
    }
  }

  return {place, input, show: (...nodes) => body.replaceChildren(...nodes)};
}
