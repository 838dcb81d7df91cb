import {read} from '../api/client.js';
import {moment, t} from '../messages.js';
import {jobAddress} from '../route.js';
import {fill, h} from '../ui/dom.js';
import {pill} from '../ui/pill.js';
import {questions} from './questions.js';
import {requests} from './requests.js';

const MOST_PAGES = 5;

/** What the documents ask, what may be asked of them, and what was. */
export function review(view, report, signal) {
  return h('div', {class: 'columns review'},
    h('div', {}, questions(view, report)),
    h('div', {}, requests(view, report), revisions(view, signal)));
}

function revisions(view, signal) {
  const list = h('ol', {class: 'revisions'});
  const section = h('section', {class: 'card'}, h('h2', {}, t('revisions.title')), list);
  section.hidden = true;
  const root = view.revisionOf ?? view.jobId;
  family(root, signal).then(jobs => {
    section.hidden = jobs.length < 2;
    fill(list, jobs.map(job => line(job, view, root)));
  }).catch(() => { section.hidden = true; });
  return section;
}

function line(job, view, root) {
  const name = job.jobId === root ? t('revisions.root') : t('revisions.one');
  const here = job.jobId === view.jobId;
  return h('li', {}, h('div', {},
    here ? h('span', {class: 'here'}, name, ' ', h('span', {class: 'hint'}, t('revisions.here')))
      : h('a', {href: jobAddress(job.jobId)}, name),
    h('p', {class: 'hint'}, moment(job.submittedAt))), pill(job.status));
}

/** The root and its revisions, oldest first. */
async function family(root, signal) {
  const found = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const answer = await read(`jobs?limit=100${more}`, {signal, cache: 'no-cache'});
    found.push(...answer.jobs.filter(job => job.jobId === root || job.revisionOf === root));
    if (!answer.hasNext || answer.jobs.some(job => job.jobId === root)) {
      break;
    }
    cursor = answer.cursor;
  }
  return found.sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt));
}
