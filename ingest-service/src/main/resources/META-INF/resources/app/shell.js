import {LANGUAGES, speak, spoken, t} from './messages.js';
import {fill, h} from './ui/dom.js';
import {icon} from './ui/icons.js';
import {announce, focusOn, regions} from './ui/announce.js';
import {notice} from './ui/notice.js';
import {onNetwork} from './offline.js';
import {setting} from './settings.js';
import {hasSession, onChange, signIn, signInNeeded, signOut, who} from './session/session.js';
import {route} from './route.js';
import {titled} from './ui/title.js';
import {forgetAll} from './submit/draft.js';
import {newView} from './submit/view.js';
import {jobsView} from './jobs.js';
import {jobView} from './job/view.js';

/** The frame around every view: header, skip link, banner for the network, and the view itself. */

const THEMES = ['system', 'light', 'dark'];
const LANGUAGE_NAMES = {en: 'English', de: 'Deutsch', hi: 'हिन्दी'};
const VIEWS = {new: newView, jobs: jobsView, job: jobView};

const header = h('header', {class: 'top'});
const banner = h('div', {class: 'banner', role: 'status'});
const main = h('main', {id: 'main', tabindex: '-1'});
let shown = null;
let ending = new AbortController();

/** @param fault key of a text about signing in, if it went wrong */
export function startShell(fault) {
  const skip = h('a', {class: 'skip', href: '#main', onclick: skipToMain});
  document.body.append(skip, header, banner, main, ...regions());
  window.addEventListener('hashchange', () => show(false));
  onChange(() => show(true));
  onNetwork(showNetwork);
  draw();
  show(true);
  if (fault) {
    main.prepend(notice('fault', t('signIn.fault.title'), t(fault)));
  }

  function skipToMain(event) {
    event.preventDefault();
    main.focus();
  }
}

function draw() {
  document.querySelector('.skip').textContent = t('shell.skip');
  fill(header,
    h('div', {class: 'top-inner'},
      h('a', {class: 'brand', href: '#/', 'aria-label': t('shell.home')}, mark(),
        h('span', {class: 'brand-name'}, 'AI Digital Worker')),
      h('nav', {class: 'views', 'aria-label': t('shell.views')},
        tab('new', '#/', t('shell.new')), tab('jobs', '#/jobs', t('shell.jobs'))),
      h('div', {class: 'tools'}, languages(), themes(), account())));
}

function mark() {
  return h('span', {class: 'mark', 'aria-hidden': 'true'}, icon('document'));
}

function tab(view, href, text) {
  return h('a', {href, 'data-view': view}, text);
}

function languages() {
  return h('select', {
    class: 'quiet-select', 'aria-label': t('shell.language'), onchange: change,
  }, LANGUAGES.map(tag =>
    h('option', {value: tag, lang: tag, selected: tag === spoken()}, LANGUAGE_NAMES[tag])));

  async function change(event) {
    await speak(event.target.value, true);
    draw();
    showNetwork(navigator.onLine);
    show(true);
    header.querySelector('select').focus();
    announce(t('shell.language.changed'));
  }
}

function themes() {
  const now = document.documentElement.dataset.theme ?? 'system';
  const button = h('button', {
    class: 'icon-button', type: 'button', onclick: next,
    'aria-label': t('shell.theme', {theme: t(`shell.theme.${now}`)}),
    title: t('shell.theme', {theme: t(`shell.theme.${now}`)}),
  }, icon(now));
  return button;

  function next() {
    const chosen = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
    setTheme(chosen);
    const after = themes();
    button.replaceWith(after);
    after.focus();
    announce(t('shell.theme', {theme: t(`shell.theme.${chosen}`)}));
  }
}

function setTheme(chosen) {
  if (chosen === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = chosen;
  }
  try {
    localStorage.setItem('digital-worker.theme', chosen);
  } catch {
    // for this visit only then
  }
}

function account() {
  if (setting().auth.mode !== 'jwt' || !hasSession()) {
    return null;
  }
  return h('div', {class: 'account'},
    h('span', {class: 'account-name', title: who()}, who()),
    h('button', {class: 'quiet', type: 'button', onclick: leave}, t('shell.signOut')));

  async function leave() {
    forgetAll();
    await signOut();
    draw();
    show(true);
  }
}

function show(redraw) {
  const next = route();
  markTab(next.view);
  if (!redraw && shown?.view === 'job' && next.view === 'job' && shown.jobId === next.jobId) {
    shown = next;
    return; // the job's own parts
  }
  ending.abort();
  ending = new AbortController();
  const first = shown === null;
  shown = next;
  draw();
  markTab(next.view);
  fill(main, signInNeeded() ? door() : VIEWS[next.view](next, ending.signal));
  if (!first && !redraw) {
    window.scrollTo(0, 0);
    const heading = main.querySelector('h1');
    if (heading) {
      focusOn(heading);
    }
  }
  titled(main.querySelector('h1')?.textContent);
}

function markTab(view) {
  for (const link of header.querySelectorAll('.views a')) {
    const current = link.dataset.view === view || (view === 'job' && link.dataset.view === 'jobs');
    link.toggleAttribute('aria-current', current);
    if (current) {
      link.setAttribute('aria-current', 'page');
    }
  }
}

function door() {
  const button = h('button', {class: 'primary large', type: 'button', onclick: leave},
    t('signIn.do'));
  return h('section', {class: 'door card'}, mark(), h('h1', {}, t('signIn.title')),
    h('p', {}, t('signIn.why')), button);

  async function leave() {
    button.disabled = true;
    try {
      await signIn();
    } catch {
      button.disabled = false;
      main.prepend(notice('fault', t('signIn.fault.title'), t('signIn.fault.unreachable')));
    }
  }
}

function showNetwork(online) {
  fill(banner, online ? null : [icon('offline'), h('span', {}, t('shell.offline'))]);
  banner.hidden = online;
}
