import {EventReader} from './events.js';
import {Refusal, call, read} from './client.js';

const POLL_MS = 5000;
const SETTLED_MS = 30000;
const JUST_ENDED_MS = 2000;
const ASK = 'digital-worker-ask';

/**
 * Tells where a job stands until the signal ends it: by its event stream, which resumes where it was cut
 * off; by asking every 5 s where there is none. A job that has ended is asked after more rarely, for its
 * deliveries and its deletion.
 *
 * @param told `{status(view), progress({stage, progress}), fault(error)}`
 */
export async function follow(jobId, told, signal) {
  const reader = new EventReader();
  let streams = true;
  let afterEnd = 0;
  while (!signal.aborted) {
    const view = await status(jobId, told, signal);
    if (view === 'gone' || (view && isEnded(view) && view.deletion.state === 'deleted')) {
      return;
    }
    if (view && !isEnded(view)) {
      const ending = streams ? await stream(jobId, reader, told, signal) : 'none';
      streams = ending !== 'none';
      await pause(ending === 'cut' ? reader.retry : POLL_MS, signal);
    } else if (view) {
      afterEnd += 1;
      await pause(afterEnd < 5 || isDue(view) ? JUST_ENDED_MS : SETTLED_MS, signal);
    } else {
      await pause(POLL_MS, signal);
    }
  }
}

/** Asks after the job at once: something was done to it from here. */
export function askAgain() {
  window.dispatchEvent(new Event(ASK));
}

export function isEnded(view) {
  return view.status === 'Succeeded' || view.status === 'Failed';
}

/** Whether its deletion is under way. */
function isDue(view) {
  return Date.parse(view.deletion.at) <= Date.now();
}

async function status(jobId, told, signal) {
  try {
    const view = await read(`job-status/${encodeURIComponent(jobId)}`, {signal, cache: 'no-cache'});
    told.status(view);
    return view;
  } catch (fault) {
    if (fault.name === 'AbortError') {
      return 'gone';
    }
    told.fault(fault);
    return fault instanceof Refusal && [401, 403, 404, 410].includes(fault.status) ? 'gone' : null;
  }
}

/**
 * Reads the stream until it ends.
 *
 * @returns `cut` where it goes on after a moment, `away` where nobody answered, `none` where there is none
 */
async function stream(jobId, reader, told, signal) {
  const headers = {Accept: 'text/event-stream'};
  if (reader.lastId !== '') {
    headers['Last-Event-ID'] = reader.lastId;
  }
  reader.restart();
  let ending = 'away';
  try {
    const answer = await call(`jobs/${encodeURIComponent(jobId)}/events`, {headers, signal});
    if (answer.status === 204) {
      return 'cut';
    }
    if (!(answer.headers.get('Content-Type') ?? '').startsWith('text/event-stream')) {
      return 'none';
    }
    ending = 'cut';
    await readAll(answer.body, reader, jobId, told, signal);
    return ending;
  } catch (fault) {
    return fault instanceof Refusal && fault.status !== 429 && fault.status !== 503 ? 'none' : ending;
  }
}

async function readAll(body, reader, jobId, told, signal) {
  const pieces = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const {value, done} = await pieces.read();
    if (done) {
      return;
    }
    const messages = reader.take(value);
    for (const message of messages.filter(each => each.event === 'progress')) {
      told.progress(JSON.parse(message.data));
    }
    if (messages.some(each => each.event !== 'progress')) {
      const view = await status(jobId, told, signal);
      if (view === 'gone' || (view && isEnded(view))) {
        await pieces.cancel();
        return;
      }
    }
  }
}

function pause(milliseconds, signal) {
  return new Promise(resolve => {
    const timer = setTimeout(done, milliseconds);
    const wake = () => { if (document.visibilityState === 'visible') { done(); } };
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      window.removeEventListener('online', done);
      window.removeEventListener(ASK, done);
      document.removeEventListener('visibilitychange', wake);
      resolve();
    }
    signal.addEventListener('abort', done);
    window.addEventListener('online', done);
    window.addEventListener(ASK, done);
    document.addEventListener('visibilitychange', wake);
  });
}
