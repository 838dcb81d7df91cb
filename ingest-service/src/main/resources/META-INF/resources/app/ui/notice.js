import {Refusal, Unreachable} from '../api/client.js';
import {has, t} from '../messages.js';
import {alarm, announce} from './announce.js';
import {h} from './dom.js';
import {icon} from './icons.js';

const ICONS = {fault: 'warning', done: 'check', hint: 'question', gone: 'clock'};

/**
 * A message that stands on the page, and is read out.
 *
 * @param kind `fault`, `done`, `hint` or `gone`
 * @param more further elements, such as buttons
 */
export function notice(kind, title, text, ...more) {
  (kind === 'fault' ? alarm : announce)(text ? `${title}. ${text}` : title);
  return h('div', {class: `notice ${kind}`},
    icon(ICONS[kind]),
    h('div', {class: 'notice-body'},
      h('p', {class: 'notice-title'}, title), text ? h('p', {}, text) : null, more));
}

/** What went wrong, for people: `{title, text}`; the texts of the API's catalogue, in our language. */
export function told(fault) {
  if (fault instanceof Unreachable) {
    return navigator.onLine
      ? {title: t('fault.unreachable'), text: t('fault.unreachable.do')}
      : {title: t('fault.offline'), text: t('fault.offline.do')};
  }
  if (fault instanceof Refusal) {
    return ofCode(fault.code, fault.status, fault.message, fault.requestId);
  }
  return {title: t('fault.own'), text: t('fault.own.do')};
}

/** Title and remedy of a word of the catalogue. */
export function ofCode(code, status = 0, message = '', requestId = '') {
  if (has(`error.${code}`)) {
    const id = status >= 500 && requestId ? ` ${t('fault.requestId', {id: requestId})}` : '';
    return {title: t(`error.${code}`), text: t(`error.${code}.do`) + id};
  }
  return {title: t('fault.other'), text: message || t('fault.own.do')};
}

/** A notice about a fault. */
export function faultNotice(fault, ...more) {
  const {title, text} = told(fault);
  return notice('fault', title, text, more);
}
