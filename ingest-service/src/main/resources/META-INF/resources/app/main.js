import {LANGUAGES, preferred, speak} from './messages.js';
import {readSettings} from './settings.js';
import {begin} from './session/session.js';
import {startShell} from './shell.js';
import {registerWorker} from './offline.js';

/** Starts the page: settings, language, session, then what the address names. */
async function start() {
  const tag = preferred();
  await Promise.all([readSettings(), speak(LANGUAGES.includes(tag) ? tag : 'en')]);
  const {fault} = await begin();
  startShell(fault);
  registerWorker();
}

start();
