/**
 * What this installation is like, from `settings.json` beside the page. Everything has its default, so
 * that the page also stands without the file.
 */

const DEFAULTS = {
  api: 'v1/',
  auth: {mode: 'none'},
  limits: {archiveBytes: 50 * 1024 * 1024, existingBytes: 1024 * 1024},
};

let settings = DEFAULTS;

/** Reads them; the service worker answers while nobody is there. */
export async function readSettings() {
  try {
    const answer = await fetch(at('settings.json'), {cache: 'no-cache'});
    if (answer.ok) {
      const given = await answer.json();
      settings = {
        ...DEFAULTS, ...given,
        auth: {...DEFAULTS.auth, ...given.auth},
        limits: {...DEFAULTS.limits, ...given.limits},
      };
    }
  } catch {
    // offline, or no file: the defaults
  }
  return settings;
}

export function setting() {
  return settings;
}

/** An address below the page, wherever the page is. */
export function at(path) {
  return new URL(path, document.baseURI).href;
}

/** An address of the API. */
export function api(path) {
  return new URL(path, at(settings.api)).href;
}
