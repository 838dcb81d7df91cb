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
