import {call} from '../api/client.js';
import {askAgain} from '../api/follow.js';
import {duration, moment, t} from '../messages.js';
import {jobAddress} from '../route.js';
import {fill, h} from '../ui/dom.js';
import {icon} from '../ui/icons.js';
import {confirmed} from '../ui/dialog.js';
import {faultNotice} from '../ui/notice.js';
import {pill} from '../ui/pill.js';

const TICK_MS = 20000;

/** The job's name, where it stands, until when it is there, and what can be done with all of it. */
export function jobHeader(jobId, signal) {
  let view = null;
  const title = h('h1', {}, t('job.title'));
  const status = h('span', {});
  const facts = h('p', {class: 'job-facts'});
  const origin = h('p', {class: 'job-facts'});
  const bundle = h('a', {class: 'button primary', download: true}, icon('download'), t('job.bundle'));
  const remove = h('button', {class: 'secondary', type: 'button', onclick: ask}, icon('remove'),
    t('job.delete'));
  const place = h('div', {});
  bundle.hidden = true;
  remove.hidden = true;
  const timer = setInterval(tell, TICK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  return {
    node: h('div', {class: 'job-head'},
      h('a', {class: 'crumb', href: '#/jobs'}, icon('back'), t('shell.jobs')),
      h('div', {class: 'job-head-row'},
        h('div', {class: 'job-head-name'}, h('div', {class: 'job-title'}, title, status), facts, origin),
        h('div', {class: 'job-actions'}, bundle, remove)), place),
    update,
    unknown: () => { title.textContent = t('job.unknown'); },
  };

  function update(next) {
    const changed = view?.status !== next.status;
    view = next;
    title.textContent = view.moduleName;
    if (changed) {
      fill(status, pill(view.status));
    }
    fill(origin, view.revisionOf ? [t('job.revisionOf'), ' ',
      h('a', {href: jobAddress(view.basedOn ?? view.revisionOf)}, t('job.base'))] : null);
    origin.hidden = !view.revisionOf;
    bundle.hidden = !view.downloadUrl;
    if (view.downloadUrl) {
      bundle.href = view.downloadUrl;
    }
    remove.hidden = view.deletion.state === 'deleted';
    tell();
  }

  function tell() {
    if (view) {
      fill(facts, t('job.submitted', {time: moment(view.submittedAt)}), h('span', {}, ' · '), fate());
    }
  }

  function fate() {
    const at = Date.parse(view.deletion.at);
    if (view.deletion.state === 'deleted') {
      return t('job.deletedAt', {time: moment(at)});
    }
    const left = at - Date.now();
    return h('span', {title: moment(at)}, left > 60000
      ? t('job.deletedIn', {time: duration(left)}) : t('job.deletedSoon'));
  }

  async function ask() {
    const sure = await confirmed(t('delete.title'), t('delete.text'), t('delete.do'));
    if (!sure) {
      remove.focus();
      return;
    }
    remove.disabled = true;
    try {
      await call(`jobs/${encodeURIComponent(jobId)}`, {method: 'DELETE'});
      fill(place);
      askAgain();
    } catch (fault) {
      fill(place, faultNotice(fault));
    } finally {
      remove.disabled = false;
      title.setAttribute('tabindex', '-1');
      title.focus();
    }
  }
}
