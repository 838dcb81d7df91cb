import {duration, has, moment, number, t, usd} from '../messages.js';
import {fill, h} from '../ui/dom.js';
import {stagesOf} from './stages.js';

/** What was done, what it cost, and who was told. */
export function activity(first) {
  const facts = h('dl', {class: 'facts wide'});
  const stages = h('div', {class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t('activity.stages')});
  update(first);
  return {
    node: h('div', {class: 'columns'},
      h('section', {class: 'card'}, h('h2', {}, t('activity')), facts),
      h('section', {class: 'card'}, h('h2', {}, t('activity.stages')), stages)),
    update,
  };

  function update(view) {
    fill(facts, timeLines(view), writerLines(view), costLines(view), deliveryLines(view), idLines(view));
    fill(stages, stageTable(view));
  }
}

function timeLines(view) {
  return [line('activity.submitted', moment(view.submittedAt)),
    view.startedAt ? line('activity.started', moment(view.startedAt)) : null,
    view.endedAt ? line('activity.ended', moment(view.endedAt)) : null,
    view.attempt > 1 ? line('activity.attempt', number(view.attempt)) : null];
}

function writerLines(view) {
  return [view.writer ? line('activity.writer', writerName(view.writer)) : null,
    view.degraded ? line('activity.degraded', t('activity.degraded.text')) : null];
}

/** Who wrote, in words where it was no model. */
export function writerName(writer) {
  return writer.startsWith('extractive') ? t('option.writer.extractive') : writer;
}

/** What models took; said also where it is nothing. */
export function costLines(view) {
  if (!view.cost && !view.usage) {
    return [line('activity.cost', t('activity.cost.none'))];
  }
  const {cost, usage} = view;
  return [
    cost ? line('activity.cost', usd(cost.usd)) : null,
    cost && Number(cost.reserved) > 0 ? line('activity.reserved', usd(cost.reserved)) : null,
    usage ? line('activity.calls', number(usage.calls)) : null,
    usage ? line('activity.tokens', t('activity.tokens.text', {
      read: number(usage.tokensIn), written: number(usage.tokensOut),
    })) : null];
}

export function deliveryLines(view) {
  return view.deliveries.map(({channel, state, attempts}) => line(`delivery.${channel}`,
    t('delivery.text', {n: attempts, state: has(`delivery.state.${state}`)
      ? t(`delivery.state.${state}`) : state})));
}

function idLines(view) {
  return [h('dt', {}, t('activity.id')), h('dd', {}, h('code', {}, view.jobId))];
}

function line(key, value) {
  return [h('dt', {}, t(has(key) ? key : 'delivery.other')), h('dd', {}, value)];
}

function stageTable(view) {
  return h('table', {},
    h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, t('activity.stage')),
      h('th', {scope: 'col', class: 'right'}, t('activity.time')))),
    h('tbody', {}, stagesOf(view).map(stage => h('tr', {},
      h('td', {}, has(`stage.${stage.name}`) ? t(`stage.${stage.name}`) : stage.name),
      h('td', {class: 'right'}, stage.durationMs === undefined
        ? t(`stage.state.${stage.state}`) : duration(stage.durationMs))))));
}
