import {follow, isEnded} from '../api/follow.js';
import {Refusal} from '../api/client.js';
import {t} from '../messages.js';
import {announce} from '../ui/announce.js';
import {fill, h} from '../ui/dom.js';
import {faultNotice, notice, ofCode} from '../ui/notice.js';
import {titled} from '../ui/title.js';
import {jobHeader} from './header.js';
import {live} from './live.js';
import {finished} from './finished.js';
import {activity} from './activity.js';
import {anew} from './anew.js';
import {estimate} from './estimate.js';

/** One job, from its submission to its deletion, as it changes. */
export function jobView({jobId, part}, signal) {
  const place = h('div', {class: 'job-fault'});
  const body = h('div', {class: 'job-body'}, skeleton());
  const head = jobHeader(jobId, signal);
  let shown = null;
  let parts = null;
  follow(jobId, {status: show, progress: moved, fault: failed}, signal);
  return h('div', {class: 'page'}, head.node, place, body);

  function show(view) {
    fill(place);
    head.update(view);
    titled(view.moduleName);
    const kind = kindOf(view);
    if (kind !== shown) {
      if (shown !== null && isEnded(view)) {
        announce(t(view.status === 'Succeeded' ? 'job.finished' : 'job.failed'));
      }
      shown = kind;
      parts = BODIES[kind](view, part, signal);
      fill(body, parts.node);
    } else {
      parts.update(view);
    }
  }

  function moved(progress) {
    if (shown === 'live') {
      parts.moved(progress);
    }
  }

  function failed(fault) {
    if (fault instanceof Refusal && fault.status === 404) {
      fill(body);
      head.unknown();
    }
    fill(place, faultNotice(fault));
  }
}

const BODIES = {
  live,
  finished,
  estimate,
  failed: view => broken(view),
  deleted: view => deleted(view),
};

function kindOf(view) {
  if (view.status === 'Failed') {
    return 'failed';
  }
  if (view.deletion.state === 'deleted') {
    return 'deleted';
  }
  if (view.status !== 'Succeeded') {
    return 'live';
  }
  return view.estimate ? 'estimate' : 'finished';
}

function broken(view) {
  const {title, text} = ofCode(view.errorCode, 0, view.errorMessage);
  const below = activity(view);
  return {
    node: h('div', {}, notice(view.errorCode === 'CANCELLED' ? 'gone' : 'fault', title, text,
      anew(view)), below.node),
    update: below.update,
  };
}

function deleted(view) {
  const below = activity(view);
  return {
    node: h('div', {}, notice('gone', t('job.deleted.title'), t('job.deleted.text'), anew(view)),
    below.node),
    update: below.update,
  };
}

function skeleton() {
  return h('div', {class: 'card skeleton', 'aria-hidden': 'true'}, h('div', {}), h('div', {}), h('div', {}));
}
