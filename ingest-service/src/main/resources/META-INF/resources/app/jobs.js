import {read} from './api/client.js';
import {moment, t} from './messages.js';
import {jobAddress} from './route.js';
import {announce} from './ui/announce.js';
import {fill, h} from './ui/dom.js';
import {icon} from './ui/icons.js';
import {faultNotice} from './ui/notice.js';
import {pill} from './ui/pill.js';

const FILTERS = ['', 'Pending', 'Running', 'Succeeded', 'Failed'];
const PAGE = 20;

/** The caller's jobs, newest first, a page at a time. */
export function jobsView(_, signal) {
  let status = '';
  let cursor = null;
  const list = h('ul', {class: 'jobs'});
  const place = h('div', {});
  const more = h('button', {class: 'secondary', type: 'button', onclick: () => load(false)}, t('jobs.more'));
  const empty = h('div', {class: 'empty card'}, icon('files'), h('p', {}, t('jobs.empty')),
    h('a', {class: 'button primary', href: '#/'}, t('shell.new')));
  more.hidden = true;
  empty.hidden = true;
  load(true);
  return h('div', {class: 'page'},
    h('div', {class: 'page-head with-tools'},
      h('div', {}, h('h1', {}, t('jobs.title')), h('p', {class: 'lead'}, t('jobs.lead'))), filter()),
    place, list, empty, h('div', {class: 'after-list'}, more));

  function filter() {
    return h('label', {class: 'filter'}, h('span', {}, t('jobs.filter')),
      h('select', {onchange: event => { status = event.target.value; load(true); }},
        FILTERS.map(value => h('option', {value}, value ? t(`status.${value}`) : t('jobs.all')))));
  }

  async function load(anew) {
    list.setAttribute('aria-busy', 'true');
    try {
      const query = new URLSearchParams({limit: PAGE});
      if (status) {
        query.set('status', status);
      }
      if (!anew && cursor) {
        query.set('cursor', cursor);
      }
      show(await read(`jobs?${query}`, {signal, cache: 'no-cache'}), anew);
    } catch (fault) {
      if (fault.name !== 'AbortError') {
        fill(place, faultNotice(fault,
          h('button', {class: 'secondary', type: 'button', onclick: () => load(anew)}, t('again'))));
      }
    } finally {
      list.removeAttribute('aria-busy');
    }
  }

  function show(page, anew) {
    fill(place);
    if (anew) {
      fill(list);
    }
    const before = list.children.length;
    list.append(...page.jobs.map(entry));
    cursor = page.cursor ?? null;
    more.hidden = !page.hasNext;
    empty.hidden = list.children.length > 0;
    announce(t('jobs.shown', {n: list.children.length}));
    if (!anew) {
      list.children[before]?.querySelector('a').focus();
    }
  }
}

function entry(job) {
  const deleted = job.deletion?.state === 'deleted';
  return h('li', {},
    h('a', {class: 'job-card card', href: jobAddress(job.jobId)},
      h('span', {class: 'job-card-main'},
        h('span', {class: 'job-card-name'}, job.moduleName),
        h('span', {class: 'job-card-facts'}, moment(job.submittedAt),
          job.revisionOf ? ` · ${t('job.revision')}` : '', deleted ? ` · ${t('job.deleted')}` : '')),
      job.status === 'Running'
        ? h('progress', {max: 100, value: job.progress, 'aria-label': t('live.progress')}) : null,
      pill(job.status), icon('next', 'icon faint')));
}
