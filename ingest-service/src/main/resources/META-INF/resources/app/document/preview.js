import {Refusal} from '../api/client.js';
import {at} from '../settings.js';
import {t} from '../messages.js';
import {fill, h} from '../ui/dom.js';
import {faultNotice} from '../ui/notice.js';
import {mark} from '../job/quality.js';
import {citation, evidencePanel} from './evidence.js';
import {markdown} from './markdown.js';
import {sanitised} from './sanitise.js';

const ANSWER = 'answer';

/** The documents of a job, one at a time: contents, text, and the evidence of a sentence beside it. */
export function documents(artifacts, report) {
  const names = [...(artifacts.has('answer.md') ? [ANSWER] : []),
    ...report.documents.filter(name => artifacts.has(`${name}.html`))];
  const panel = evidencePanel();
  const contents = h('nav', {class: 'contents', 'aria-label': t('preview.contents')});
  const host = h('div', {class: 'paper'});
  const paper = host.attachShadow({mode: 'open'});
  const place = h('div', {class: 'paper-place'});
  const choice = names.length > 1 ? switcher() : null;
  const layout = h('div', {class: 'preview'}, contents, h('div', {class: 'preview-main'}, choice, place), panel.node);
  paper.addEventListener('click', followLink);
  if (names.length > 0) {
    show(names[0]);
  } else {
    fill(place, h('p', {}, t('preview.none')));
  }
  return layout;

  function switcher() {
    return h('div', {class: 'chips documents', role: 'group', 'aria-label': t('documents')},
      names.map((name, i) => h('button', {
        class: 'chip-button', type: 'button', 'aria-pressed': String(i === 0), 'data-name': name,
        onclick: () => show(name),
      }, t(`document.${name}.short`))));
  }

  async function show(name) {
    panel.close();
    for (const button of choice?.querySelectorAll('button') ?? []) {
      button.setAttribute('aria-pressed', String(button.dataset.name === name));
    }
    fill(place, h('p', {class: 'loading', 'aria-busy': 'true'}, t('loading')));
    try {
      const body = name === ANSWER ? markdown(await artifacts.text('answer.md'))
        : sanitised(await artifacts.text(`${name}.html`));
      draw(name, body);
    } catch (fault) {
      if (!(fault instanceof Refusal) && !fault.message) {
        console.error(fault);
      }
      fill(place, faultNotice(fault,
        h('button', {class: 'secondary', type: 'button', onclick: () => show(name)}, t('again'))));
    }
  }

  function draw(name, body) {
    const article = h('article', {lang: languageOf(name), class: 'document'});
    article.append(body);
    labelCitations(article);
    frameTables(article);
    fill(paper, h('link', {rel: 'stylesheet', href: at('style/document.css')}), article);
    fill(place, host);
    fill(contents, h('details', {class: 'contents-fold', open: matchMedia('(min-width: 68rem)').matches},
      h('summary', {}, t('preview.contents')),
      h('ol', {}, [...article.querySelectorAll('h2')].map(heading => entry(heading, name)))));
  }

  function entry(heading, name) {
    const section = report.sections.find(each =>
      each.document === name && each.title === heading.textContent.trim());
    return h('li', {}, h('a', {href: `#${heading.id}`, onclick: event => {
      event.preventDefault();
      goTo(heading);
    }}, section ? mark(section.status) : null, h('span', {}, heading.textContent),
    section && section.status !== 'complete'
      ? h('span', {class: 'unseen'}, ` (${t(`section.${section.status}`)})`) : null));
  }

  function followLink(event) {
    const link = event.target.closest('a[href^="#"]');
    if (!link) {
      return;
    }
    event.preventDefault();
    const aim = paper.getElementById(decoded(link.getAttribute('href').slice(1)));
    const place = aim?.closest('.notes') && citation(aim.querySelector('code')?.textContent ?? '');
    if (place) {
      highlight(link);
      panel.open(place, link, async () => (await artifacts.json('evidence.json')).evidence);
    } else if (aim) {
      goTo(aim);
    }
  }

  function highlight(link) {
    paper.querySelector('.cited')?.classList.remove('cited');
    const sentence = link.closest('p, li, td, th, blockquote, figcaption');
    sentence?.classList.add('cited');
    if (!matchMedia('(min-width: 68rem)').matches) {
      sentence?.scrollIntoView({block: 'start'}); // above the sheet
    }
  }

  function goTo(element) {
    element.setAttribute('tabindex', '-1');
    element.focus({preventScroll: true});
    element.scrollIntoView({block: 'start'});
  }

  function languageOf(name) {
    return report.translations?.find(each => each.document === name)?.language ?? 'en';
  }
}

/** The number alone says nothing to who only hears it. */
function labelCitations(article) {
  for (const link of article.querySelectorAll('sup a[href^="#note-"]')) {
    link.setAttribute('aria-label', t('evidence.open', {number: link.textContent}));
  }
  for (const link of article.querySelectorAll('.notes a[href^="#at-"]')) {
    link.setAttribute('aria-label', t('evidence.back'));
  }
}

/** Wide tables and drawings scroll by themselves, also by keyboard. */
function frameTables(article) {
  for (const table of article.querySelectorAll('table, figure > svg')) {
    const isTable = table.localName === 'table';
    const frame = h('div', {
      class: isTable ? 'table-frame' : 'drawing', tabindex: '0', role: 'group',
      'aria-label': t(isTable ? 'preview.table' : 'preview.drawing'),
    });
    table.replaceWith(frame);
    frame.append(table);
  }
}

function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
