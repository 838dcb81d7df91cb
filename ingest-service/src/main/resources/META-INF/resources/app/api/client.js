import {api} from '../settings.js';
import {authorization, renew} from '../session/session.js';

/** The API said no: one problem of RFC 9457, as the API describes it. */
export class Refusal extends Error {
  constructor(status, problem, retryAfter) {
    super(problem.message ?? problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem.code ?? '';
    this.title = problem.title ?? '';
    this.details = problem.details ?? [];
    this.requestId = problem.requestId ?? '';
    this.retryAfter = retryAfter;
  }
}

/** Nobody answered: no network, or no service. */
export class Unreachable extends Error {}

/**
 * Asks the API, as who is signed in.
 *
 * @param path below `/v1/`
 * @param options those of `fetch`; `json` is sent as such
 * @returns the answer, if it is not a refusal
 * @throws Refusal, Unreachable; `AbortError` where a signal ended it
 */
export async function call(path, {json, headers = {}, ...options} = {}) {
  const all = {...headers};
  let body = options.body;
  if (json !== undefined) {
    all['Content-Type'] = 'application/json';
    body = JSON.stringify(json);
  }
  const ask = async () => reach(api(path), {
    ...options, body, headers: {...all, ...await authorization()}, credentials: 'omit',
  });
  let answer = await ask();
  if (answer.status === 401 && await renew()) {
    answer = await ask();
  }
  if (answer.status >= 400) {
    throw await refusal(answer);
  }
  return answer;
}

/** The same for an answer of JSON. */
export async function read(path, options) {
  return (await call(path, options)).json();
}

/** A file of the object store, by an address that needs nothing else. */
export async function readFile(url, signal) {
  const answer = await reach(url, {signal, credentials: 'omit', cache: 'no-store'});
  if (!answer.ok) {
    throw new Refusal(answer.status, {code: answer.status === 403 ? 'GONE' : 'NOT_FOUND'});
  }
  return answer;
}

async function reach(url, options) {
  try {
    return await fetch(url, options);
  } catch (fault) {
    if (fault.name === 'AbortError') {
      throw fault;
    }
    throw new Unreachable();
  }
}

async function refusal(answer) {
  const retryAfter = Number(answer.headers.get('Retry-After')) || undefined;
  return new Refusal(answer.status, await problem(answer), retryAfter);
}

async function problem(answer) {
  try {
    return await answer.json();
  } catch {
    return {};
  }
}
