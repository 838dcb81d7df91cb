import {at} from './settings.js';

/**
 * The service worker keeps the page itself for when there is no network; never what the API or the
 * object store answered.
 */
export function registerWorker() {
  if (!('serviceWorker' in navigator) || !isSecureContext) {
    return;
  }
  navigator.serviceWorker.register(trusted(at('service-worker.js'))).catch(() => {
    // no offline use then; everything else works
  });
}

/** Where scripts' addresses must be trusted ones, this is the only one that is. */
function trusted(address) {
  if (!globalThis.trustedTypes) {
    return address;
  }
  return trustedTypes.createPolicy('own-worker', {
    createScriptURL: url => {
      if (url !== at('service-worker.js')) {
        throw new TypeError('no other worker');
      }
      return url;
    },
  }).createScriptURL(address);
}

/** Calls back when the network goes and comes, and once for how it is now. */
export function onNetwork(told) {
  const tell = () => told(navigator.onLine);
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  tell();
}
