import {Refusal, read} from '../api/client.js';
import {reviseWithArchive, sha256} from '../api/upload.js';
import {t} from '../messages.js';
import {jobAddress} from '../route.js';
import {dropPlace} from '../ui/drop.js';
import {fill, h} from '../ui/dom.js';
import {faultNotice} from '../ui/notice.js';

const AWAY = ['GONE', 'INPUT_MISSING'];

/**
 * Asks for a revision and goes to its job. Where the source is gone already, the archive can be sent
 * once more.
 *
 * @param fields of the form, for what the API finds wrong
 * @param place for what went wrong
 * @param button is off meanwhile
 */
export async function askRevision(jobId, request, fields, place, button) {
  const key = crypto.randomUUID();
  await guarded(async () => {
    const {jobId: next} = await read(`jobs/${encodeURIComponent(jobId)}/revisions`,
      {method: 'POST', json: request, headers: {'Idempotency-Key': key}});
    location.hash = jobAddress(next);
  }, fault => {
    const details = fault instanceof Refusal ? fault.details : [];
    fields.tell(details.map(({field, message}) => ({field, text: message})));
    fields.touchAll();
    fill(place, faultNotice(fault, AWAY.includes(fault.code) ? archiveAgain() : null));
    fields.first()?.focus();
  });

  async function guarded(act, failed) {
    fill(place);
    button.disabled = true;
    try {
      await act();
    } catch (fault) {
      failed(fault);
    } finally {
      button.disabled = false;
    }
  }

  function archiveAgain() {
    const again = h('div', {});
    const drop = dropPlace({
      accept: '.zip,application/zip', iconName: 'archive', label: t('archive.choose'),
      text: h('strong', {}, t('revise.archive')), chosen: file => guarded(() => send(file),
        fault => fill(again, faultNotice(fault))),
    });
    drop.place.classList.add('small');
    return h('div', {}, drop.place, again);

    async function send(file) {
      const digest = await sha256(file);
      const {jobId: next} = await reviseWithArchive(jobId, request, file, `${key}-${digest.slice(0, 16)}`);
      location.hash = jobAddress(next);
    }
  }
}
