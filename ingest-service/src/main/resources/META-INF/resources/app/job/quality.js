import {number, t} from '../messages.js';
import {h} from '../ui/dom.js';
import {icon} from '../ui/icons.js';
import {writerName} from './activity.js';

/** How much of the documents holds, section by section, and what is not known. */
export function quality(view, report) {
  const claims = report.claims;
  const published = claims.EXTRACTED + claims.INFERRED + claims.ASSUMED + claims['NEEDS-SME'] + claims.PROPOSED;
  return h('div', {class: 'quality'},
    h('div', {class: 'tiles'},
      view.quality ? tile(t('quality.score'), t('quality.of100', {score: number(view.quality.score)})) : null,
      tile(t('quality.sections'), share(report.completeness.complete, report.sections.length)),
      tile(t('quality.citations'), share(report.citations.valid, report.citations.total)),
      tile(t('quality.identifiers'), share(report.identifiers.resolved, report.identifiers.mentioned)),
      tile(t('quality.claims'), number(published), claims.removed > 0
        ? t('quality.removed', {n: claims.removed}) : null),
      tile(t('quality.writer'), writerName(report.writer), report.degraded ? t('quality.degraded') : null)),
    report.documents.map(name => sections(name, report)),
    features(report), redactions(report));
}

function tile(label, value, more) {
  return h('div', {class: 'tile card'}, h('p', {class: 'tile-label'}, label),
    h('p', {class: 'tile-value'}, value), more ? h('p', {class: 'hint'}, more) : null);
}

function share(part, whole) {
  return t('quality.share', {part: number(part), whole: number(whole)});
}

function sections(name, report) {
  const own = report.sections.filter(section => section.document === name);
  return h('section', {class: 'card'}, h('h2', {}, t('quality.completeness', {document: t(`document.${name}`)})),
    h('ul', {class: 'sections'}, own.map(section => h('li', {class: section.status},
      mark(section.status),
      h('div', {}, h('p', {class: 'section-name'}, section.title,
        h('span', {class: 'section-state'}, t(`section.${section.status}`))),
      section.reason ? h('p', {class: 'hint'}, section.reason) : null)))));
}

export function mark(status) {
  return h('span', {class: `section-mark ${status}`, 'aria-hidden': 'true'},
    icon(status === 'complete' ? 'check' : status === 'needs-input' ? 'question' : 'warning'));
}

function features(report) {
  if (report.features.length === 0) {
    return null;
  }
  return h('section', {class: 'card'}, h('h2', {}, t('quality.features')),
    h('ul', {class: 'sections'}, report.features.map(feature => {
      const status = {evidenced: 'complete', partial: 'incomplete'}[feature.status] ?? 'needs-input';
      return h('li', {class: status}, mark(status), h('div', {},
        h('p', {class: 'section-name'}, feature.id,
          h('span', {class: 'section-state'}, t(`feature.${feature.status}`))),
        h('p', {class: 'hint'}, t('feature.places', {n: feature.evidence.length}))));
    })));
}

function redactions(report) {
  if (report.redactions.length === 0) {
    return null;
  }
  const all = report.redactions.reduce((sum, each) => sum + each.count, 0);
  return h('section', {class: 'card'}, h('h2', {}, t('quality.redactions')),
    h('p', {}, t('quality.redactions.text', {n: all})));
}
