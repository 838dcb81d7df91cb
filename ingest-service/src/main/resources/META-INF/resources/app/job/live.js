import {duration, has, number, t} from '../messages.js';
import {announce} from '../ui/announce.js';
import {fill, h} from '../ui/dom.js';
import {icon} from '../ui/icons.js';
import {costLines, deliveryLines} from './activity.js';
import {stagesOf} from './stages.js';

/** A job under way: progress, stages with their times, what it has cost so far. */
export function live(first, _, signal) {
  let view = first;
  let told = null;
  const bar = h('progress', {max: 100, class: 'large', 'aria-label': t('live.progress')});
  const share = h('span', {class: 'live-share', 'aria-hidden': 'true'});
  const now = h('h2', {class: 'live-now'});
  const since = h('p', {class: 'hint'});
  const list = h('ol', {class: 'stages'});
  const side = h('dl', {class: 'facts'});
  const timer = setInterval(tick, 1000);
  signal.addEventListener('abort', () => clearInterval(timer));
  update(first);
  return {
    node: h('div', {class: 'live'},
      h('section', {class: 'card live-main'},
        h('div', {class: 'live-head'}, now, share), bar, since, list),
      h('aside', {class: 'card live-side', 'aria-label': t('activity.soFar')},
        h('h2', {}, t('activity.soFar')), side)),
    update, moved,
  };

  function moved({stage, progress}) {
    update({...view, stage: stage ?? view.stage, progress: progress ?? view.progress});
  }

  function update(next) {
    view = next;
    const stage = view.stage ?? null;
    now.textContent = stage ? stageName(stage) : t('live.waiting');
    bar.value = view.progress;
    share.textContent = number(view.progress / 100, {style: 'percent'});
    if (stage && stage !== told) {
      announce(t('live.stage', {stage: stageName(stage), share: share.textContent}));
      told = stage;
    }
    fill(list, stagesOf(view).map(line));
    fill(side, costLines(view), deliveryLines(view));
    tick();
  }

  function tick() {
    if (!list.isConnected && told === null) {
      return;
    }
    const begun = Date.parse(view.startedAt ?? view.submittedAt);
    since.textContent = t('live.since', {time: duration(Math.floor((Date.now() - begun) / 1000) * 1000)});
  }

  function line(stage) {
    return h('li', {class: `stage ${stage.state}`},
      h('span', {class: 'stage-mark'}, stage.state === 'done' ? icon('check') : null),
      h('span', {class: 'stage-name'}, stageName(stage.name)),
      h('span', {class: 'stage-time'}, stage.durationMs === undefined ? '' : duration(stage.durationMs)),
      h('span', {class: 'unseen'}, t(`stage.state.${stage.state}`)));
  }
}

export function stageName(name) {
  return has(`stage.${name}`) ? t(`stage.${name}`) : name;
}
