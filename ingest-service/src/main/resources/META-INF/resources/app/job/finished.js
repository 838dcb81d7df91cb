import {t} from '../messages.js';
import {jobAddress, route} from '../route.js';
import {fill, h} from '../ui/dom.js';
import {faultNotice, notice} from '../ui/notice.js';
import {tabs} from '../ui/tabs.js';
import {activity} from './activity.js';
import {Artifacts} from './artifacts.js';
import {files} from './files.js';
import {quality} from './quality.js';
import {review} from './review.js';
import {documents} from '../document/preview.js';

/** A job with its documents. */
export function finished(view, part, signal) {
  const artifacts = new Artifacts(view);
  const does = activity(view);
  const fileList = files(artifacts);
  const places = Object.fromEntries(['document', 'review', 'quality'].map(name =>
    [name, h('div', {class: 'loading', 'aria-busy': 'true'}, t('loading'))]));
  const choice = tabs(t('job.parts'), [
    {id: 'document', label: t('part.document'), iconName: 'document', node: places.document},
    {id: 'review', label: t('part.review'), iconName: 'chat', node: places.review},
    {id: 'quality', label: t('part.quality'), iconName: 'gauge', node: places.quality},
    {id: 'files', label: t('part.files'), iconName: 'files', node: fileList.node},
    {id: 'activity', label: t('part.activity'), iconName: 'pulse', node: does.node},
  ], part ?? 'document', id => history.replaceState(null, '', jobAddress(view.jobId, id)));
  window.addEventListener('hashchange', follow, {signal});
  load();
  return {node: h('div', {}, gaps(view), choice.node), update};

  function follow() {
    const next = route();
    if (next.jobId === view.jobId && next.part) {
      choice.select(next.part);
      choice.list.scrollIntoView({block: 'nearest'});
    }
  }

  function update(next) {
    artifacts.update(next);
    fileList.update();
    does.update(next);
  }

  async function load() {
    try {
      const report = await artifacts.json('report.json');
      const open = new Set(report.questions.map(each => each.id)).size;
      put('document', documents(artifacts, report, signal));
      put('review', review(view, report, signal));
      put('quality', quality(view, report));
      badge(open);
    } catch (fault) {
      const again = () => h('button', {class: 'secondary', type: 'button', onclick: load}, t('again'));
      Object.keys(places).forEach(name => put(name, faultNotice(fault, again())));
    }
  }

  function put(name, node) {
    places[name].removeAttribute('aria-busy');
    places[name].classList.remove('loading');
    fill(places[name], node);
  }

  function badge(open) {
    const button = choice.list.querySelector('[data-part=review]');
    button.querySelector('.badge')?.remove();
    if (open > 0) {
      button.append(h('span', {class: 'badge'}, h('span', {'aria-hidden': 'true'}, String(open)),
        h('span', {class: 'unseen'}, t('review.open', {n: open}))));
    }
  }
}

function gaps(view) {
  if (!view.gaps || view.gaps.length === 0) {
    return null;
  }
  return notice('hint', t('gaps.title', {n: view.gaps.length}), t('gaps.text'),
    h('p', {}, h('a', {href: jobAddress(view.jobId, 'quality')}, t('gaps.more'))));
}
