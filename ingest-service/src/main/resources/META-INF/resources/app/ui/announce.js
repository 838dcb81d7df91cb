import {h} from './dom.js';

/** Texts for people who do not see the page: read out, and shown nowhere. */

const polite = h('div', {class: 'unseen', 'aria-live': 'polite', role: 'status'});
const urgent = h('div', {class: 'unseen', 'aria-live': 'assertive', role: 'alert'});

/** Puts the two live regions into the page; once. */
export function regions() {
  return [polite, urgent];
}

/** Says it when there is a pause. */
export function announce(text) {
  polite.textContent = '';
  requestAnimationFrame(() => { polite.textContent = text; });
}

/** Says it at once: something is wrong. */
export function alarm(text) {
  urgent.textContent = '';
  requestAnimationFrame(() => { urgent.textContent = text; });
}

/** Moves the focus to what is not a control, such as a heading. */
export function focusOn(element) {
  if (!element.hasAttribute('tabindex')) {
    element.setAttribute('tabindex', '-1');
  }
  element.focus({preventScroll: false});
}
