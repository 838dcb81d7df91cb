import {isKept, takeUp} from '../submit/draft.js';
import {t} from '../messages.js';
import {h} from '../ui/dom.js';

/**
 * The way to a new submission in the place of a job that is gone, failed or was an estimate: the form is
 * filled with what was submitted from this tab, or with the module's name alone. No archive is kept.
 */
export function anew(view) {
  const root = view.revisionOf ?? view.jobId;
  return h('div', {class: 'anew'},
    h('p', {}, t(isKept(root) ? 'anew.kept' : 'anew.named')),
    h('button', {class: 'secondary', type: 'button', onclick: begin}, t('anew.do')));

  function begin() {
    takeUp(root, view.moduleName);
    location.hash = '#/';
  }
}
