import {t} from '../messages.js';
import {h} from './dom.js';
import {icon} from './icons.js';

const ICONS = {Pending: 'clock', Running: 'pulse', Succeeded: 'check', Failed: 'cross'};

/** Where a job stands, in a word. */
export function pill(status) {
  return h('span', {class: `pill ${status.toLowerCase()}`}, icon(ICONS[status] ?? 'clock'),
    t(`status.${status}`));
}
