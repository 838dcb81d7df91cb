import {Refusal, read} from '../api/client.js';
import {jobAddress} from '../route.js';
import {fill} from '../ui/dom.js';
import {faultNotice} from '../ui/notice.js';
import {anew} from './anew.js';

const AWAY = ['GONE', 'INPUT_MISSING'];

/**
 * Asks for a revision and goes to its job. Where source and documents are gone, the way is a new
 * submission.
 *
 * @param view of the job to be revised
 * @param fields of the form, for what the API finds wrong
 * @param place for what went wrong
 * @param button is off meanwhile
 */
export async function askRevision(view, request, fields, place, button) {
  fill(place);
  button.disabled = true;
  try {
    const {jobId: next} = await read(`jobs/${encodeURIComponent(view.jobId)}/revisions`,
      {method: 'POST', json: request, headers: {'Idempotency-Key': crypto.randomUUID()}});
    location.hash = jobAddress(next);
  } catch (fault) {
    refused(fault);
  } finally {
    button.disabled = false;
  }

  function refused(fault) {
    const details = fault instanceof Refusal ? fault.details : [];
    fields.tell(details.map(({field, message}) => ({field, text: message})));
    fields.touchAll();
    fill(place, faultNotice(fault, AWAY.includes(fault.code) ? anew(view) : null));
    fields.first()?.focus();
  }
}
