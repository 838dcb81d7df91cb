/**
 * Keeps the page itself for when there is no network: the files listed here and settings.json, nothing
 * else. What the API or the object store answers is never in a cache of ours, so nothing of a job outlives
 * its deletion here. With a network everything is asked for anew.
 */

const KEPT = 'digital-worker-page-1';
const SHELL = [
  './',
  'app/api/client.js',
  'app/api/events.js',
  'app/api/follow.js',
  'app/api/upload.js',
  'app/document/evidence.js',
  'app/document/markdown.js',
  'app/document/preview.js',
  'app/document/sanitise.js',
  'app/first.js',
  'app/job/activity.js',
  'app/job/anew.js',
  'app/job/artifacts.js',
  'app/job/ask.js',
  'app/job/estimate.js',
  'app/job/files.js',
  'app/job/finished.js',
  'app/job/header.js',
  'app/job/live.js',
  'app/job/quality.js',
  'app/job/questions.js',
  'app/job/requests.js',
  'app/job/review.js',
  'app/job/stages.js',
  'app/job/view.js',
  'app/jobs.js',
  'app/main.js',
  'app/messages.js',
  'app/messages/de.js',
  'app/messages/en.js',
  'app/messages/errors/de.js',
  'app/messages/errors/en.js',
  'app/messages/errors/hi.js',
  'app/messages/hi.js',
  'app/offline.js',
  'app/route.js',
  'app/session/pkce.js',
  'app/session/session.js',
  'app/settings.js',
  'app/shell.js',
  'app/submit/choices.js',
  'app/submit/draft.js',
  'app/submit/features.js',
  'app/submit/module.js',
  'app/submit/rules.js',
  'app/submit/send.js',
  'app/submit/source.js',
  'app/submit/view.js',
  'app/ui/announce.js',
  'app/ui/dialog.js',
  'app/ui/dom.js',
  'app/ui/drop.js',
  'app/ui/fields.js',
  'app/ui/icons.js',
  'app/ui/notice.js',
  'app/ui/pill.js',
  'app/ui/tabs.js',
  'app/ui/title.js',
  'icons/icon-180.png',
  'icons/icon-192.png',
  'icons/icon-512.png',
  'icons/icon-maskable-512.png',
  'icons/icon.svg',
  'manifest.webmanifest',
  'style/base.css',
  'style/controls.css',
  'style/document.css',
  'style/job.css',
  'style/submit.css',
  'style/tokens.css',
];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(KEPT)
    .then(cache => cache.addAll([...SHELL, 'settings.json'].map(path =>
      new Request(path, {cache: 'no-cache'}))))
    .then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(name => name !== KEPT).map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
  const address = new URL(event.request.url);
  if (event.request.method === 'GET' && isOurs(address)) {
    event.respondWith(fromNetwork(event.request, address));
  }
});

function isOurs(address) {
  const base = new URL('./', self.location.href);
  if (address.origin !== base.origin || !address.pathname.startsWith(base.pathname)) {
    return false;
  }
  const path = address.pathname.slice(base.pathname.length);
  return path === 'settings.json' || SHELL.includes(path === '' ? './' : path);
}

async function fromNetwork(request, address) {
  const cache = await caches.open(KEPT);
  const name = address.origin + address.pathname; // never what stands after it, such as a code
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await cache.put(name, answer.clone());
    }
    return answer;
  } catch (fault) {
    const kept = await cache.match(name);
    if (kept) {
      return kept;
    }
    throw fault;
  }
}
