import {has, number, t, usd} from '../messages.js';
import {h} from '../ui/dom.js';
import {icon} from '../ui/icons.js';
import {activity} from './activity.js';
import {anew} from './anew.js';

/** What a job would cost. */
export function estimate(view) {
  const told = view.estimate;
  const below = activity(view);
  const free = told.sectionsByModel === 0;
  return {
    node: h('div', {},
      h('section', {class: 'card estimate'}, icon('gauge', 'icon large'),
        h('div', {}, h('h2', {}, free ? t('estimate.free')
          : t('estimate.range', {from: usd(told.usdFrom), to: usd(told.usdTo)})),
        h('p', {}, free ? t(has(`estimate.reason.${told.reason}`)
          ? `estimate.reason.${told.reason}` : 'estimate.reason.other') : t('estimate.how')),
        h('dl', {class: 'facts wide'}, free ? null : [
          fact('estimate.calls', number(told.calls)), fact('estimate.tokensIn', number(told.tokensIn)),
          fact('estimate.tokensOut', number(told.tokensOutAtMost)),
          fact('estimate.byModel', number(told.sectionsByModel))],
        fact('estimate.extractive', number(told.sectionsExtractive))),
        anew(view))),
      below.node),
    update: below.update,
  };
}

function fact(key, value) {
  return [h('dt', {}, t(key)), h('dd', {}, value)];
}
