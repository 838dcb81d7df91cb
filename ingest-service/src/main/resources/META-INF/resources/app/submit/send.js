import {submit} from '../api/upload.js';
import {Refusal} from '../api/client.js';
import {number, t} from '../messages.js';
import {jobAddress} from '../route.js';
import {alarm, announce} from '../ui/announce.js';
import {fill, h} from '../ui/dom.js';
import {faultNotice, notice, told} from '../ui/notice.js';
import {becameJob, chosenFiles, descriptor, draft, options} from './draft.js';

/**
 * The way from the form to a job. What the API refuses stands at its field, as far as it names one.
 *
 * @param faults gives what the rules find now
 * @param badJson gives what is wrong with the JSON, or null
 */
export function sending({fields, faults, badJson, showForm}) {
  const button = h('button', {class: 'primary large', type: 'submit'});
  const bar = h('progress', {max: 1, 'aria-label': t('send.sending')});
  const state = h('p', {class: 'send-state'});
  const place = h('div', {class: 'send-fault'});
  let busy = false;
  let sent = {key: '', content: ''};
  quiet();
  return {node: h('div', {class: 'send'}, place, button, bar, state), start, update};

  /** @param count of the faults that the rules find now */
  function update(count) {
    button.textContent = t(draft().estimateOnly ? 'send.estimate' : 'send.do');
    if (place.querySelector('.send-count')) {
      fill(place, count === 0 ? null : h('p', {class: 'send-count'}, t('send.faults', {n: count})));
    }
  }

  async function start(event) {
    event.preventDefault();
    if (busy) {
      return;
    }
    fill(place);
    fields.touchAll();
    const found = faults();
    if (badJson()) {
      fill(place, notice('fault', t('send.json'), t(badJson().key, badJson().values)));
      return;
    }
    if (found.length > 0) {
      toFirst(found.length);
      return;
    }
    await go();
  }

  async function go() {
    busy = true;
    button.disabled = true;
    try {
      await chosenFiles().archive?.ready; // its digest
      if (faults().length > 0) {
        toFirst(faults().length);
        return;
      }
      const {archive, existing} = chosenFiles();
      const given = draft().scenario === 'greenfield' ? null : archive;
      const texts = {descriptor: descriptor(), options: options()};
      if (draft().scenario === 'hybrid') {
        texts.existing = existing;
      }
      show(given ? t('send.sending') : t('send.accepting'), given ? 0 : undefined);
      announce(t('send.sending'));
      const {jobId} = await submit(given?.file, given?.sha256, texts, key(texts, given), progress);
      becameJob(jobId);
      location.hash = jobAddress(jobId);
    } catch (fault) {
      refused(fault);
    } finally {
      busy = false;
      button.disabled = false;
      quiet();
    }
  }

  /** The same content has the same key, so that sending it twice makes one job. */
  function key(texts, archive) {
    const content = JSON.stringify([texts, archive?.sha256]);
    if (content !== sent.content) {
      sent = {content, key: crypto.randomUUID()};
    }
    return sent.key;
  }

  function progress(share) {
    if (share < 1) {
      show(t('send.sent', {share: number(share, {style: 'percent'})}), share);
    } else {
      show(t('send.accepting'));
    }
  }

  function show(text, share) {
    bar.hidden = false;
    state.hidden = false;
    state.textContent = text;
    if (share === undefined) {
      bar.removeAttribute('value');
    } else {
      bar.value = share;
    }
  }

  function quiet() {
    bar.hidden = true;
    state.hidden = true;
  }

  function refused(fault) {
    if (fault instanceof Refusal && ![409, 429, 503].includes(fault.status)) {
      sent = {key: '', content: ''};
    }
    const details = fault instanceof Refusal ? fault.details.map(named) : [];
    const placed = details.filter(each => fields.has(each.field));
    const other = details.filter(each => !fields.has(each.field) && each.field !== '?');
    if (fault.code?.startsWith('ARCHIVE_') || fault.code === 'BODY_TOO_LARGE') {
      atArchive(fault, placed);
    }
    fields.tell([...faults(), ...placed]);
    fill(place, faultNotice(fault, other.length === 0 ? null : h('ul', {}, other.map(each =>
      h('li', {}, h('code', {}, each.field), ` ${each.text}`)))));
    if (placed.length > 0) {
      showForm();
      fields.first()?.focus();
    }
  }

  /** In the reader's words; what the gate says of the entry stands behind them. */
  function atArchive(fault, placed) {
    const {title, text} = told(fault);
    const own = placed.filter(each => each.field === 'archive').map(each => each.text);
    const where = own.length === 0 ? '' : ` (${own.join(', ')})`;
    placed.splice(0, placed.length, ...placed.filter(each => each.field !== 'archive'),
      {field: 'archive', text: `${title}. ${text}${where}`});
  }

  function toFirst(count) {
    showForm();
    alarm(t('send.faults', {n: count}));
    fill(place, h('p', {class: 'send-count'}, t('send.faults', {n: count})));
    const control = fields.first();
    const hidden = control?.closest('details:not([open])');
    if (hidden) {
      hidden.open = true;
    }
    control?.focus();
  }
}

/** A detail of a refusal: paths may begin with the part of the request. */
function named({field, message}) {
  return {field: field.replace(/^(descriptor|options)\./, ''), text: message};
}
