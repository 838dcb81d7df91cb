import {at, setting} from '../settings.js';
import {challenge, claims, randomWord} from './pkce.js';

/**
 * Who is signed in, where the installation asks for it (`auth.mode` is `jwt`): authorization code with
 * PKCE, by OpenID Connect discovery.
 *
 * The access token is held in memory only. The refresh token is in `sessionStorage`, so that a reload
 * goes on without asking anybody to sign in again; it ends with the tab, no other tab reads it, and
 * scripts that could steal it do not run here (content security policy, no markup from documents). A
 * cookie would need a server of its own behind the page, which then could not lie on a CDN.
 */

const REFRESH = 'digital-worker.refresh';
const ASKED = 'digital-worker.asked';
const EARLY_MS = 30000;

let access = null;
let person = null;
let endpoints = null;
let renewal = null;
const listeners = new Set();

/** Whether nobody is signed in but somebody has to be. */
export function signInNeeded() {
  return setting().auth.mode === 'jwt' && access === null;
}

/** Who is signed in, for people to read; empty where nobody has to be. */
export function who() {
  return person ?? '';
}

export function hasSession() {
  return access !== null;
}

/** Is told when somebody was signed out by the issuer. */
export function onChange(listener) {
  listeners.add(listener);
}

/**
 * Takes up the session: from the address that the issuer sent back, or from a refresh token.
 *
 * @returns `{fault}` with a key of a text where signing in went wrong; `{route}` to go on at
 */
export async function begin() {
  if (setting().auth.mode !== 'jwt') {
    return {};
  }
  const answer = new URLSearchParams(location.search);
  if (answer.has('state') && (answer.has('code') || answer.has('error'))) {
    return returned(answer);
  }
  if (stored(REFRESH) !== null) {
    await renew();
  }
  return {};
}

/** Leaves for the issuer's page; comes back at the present route. */
export async function signIn() {
  const {auth} = setting();
  const known = await discover();
  const asked = {
    state: randomWord(), nonce: randomWord(), verifier: randomWord(), route: location.hash,
  };
  sessionStorage.setItem(ASKED, JSON.stringify(asked));
  const address = new URL(known.authorization_endpoint);
  const parameters = {
    response_type: 'code', client_id: auth.clientId, redirect_uri: at('./'), scope: scope(),
    state: asked.state, nonce: asked.nonce,
    code_challenge: await challenge(asked.verifier), code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) {
    address.searchParams.set(name, value);
  }
  location.assign(address.href);
}

/** Forgets the tokens, here and at the issuer. */
export async function signOut() {
  const refresh = stored(REFRESH);
  const {auth} = setting();
  forget();
  const known = await discover().catch(() => ({}));
  if (refresh && known.revocation_endpoint) {
    await fetch(known.revocation_endpoint, {
      method: 'POST', credentials: 'omit',
      body: new URLSearchParams({token: refresh, client_id: auth.clientId}),
    }).catch(() => {});
  }
  if (known.end_session_endpoint) {
    const address = new URL(known.end_session_endpoint);
    address.searchParams.set('client_id', auth.clientId);
    address.searchParams.set('post_logout_redirect_uri', at('./'));
    address.searchParams.set('logout_uri', at('./')); // Cognito's own name for it
    location.assign(address.href);
  }
}

/** The header of a call of the API; none where nobody is asked. */
export async function authorization() {
  if (access && access.until < Date.now() + EARLY_MS) {
    await renew();
  }
  return access ? {Authorization: `Bearer ${access.token}`} : {};
}

/** Asks for a new access token, once for all who wait. Returns whether there is one. */
export function renew() {
  if (setting().auth.mode !== 'jwt') {
    return Promise.resolve(false);
  }
  renewal ??= refreshed().finally(() => { renewal = null; });
  return renewal;
}

async function refreshed() {
  const token = stored(REFRESH);
  if (token === null) {
    lost();
    return false;
  }
  try {
    const answer = await tokens({grant_type: 'refresh_token', refresh_token: token});
    if (answer === null) {
      lost();
      return false;
    }
    hold(answer);
    return true;
  } catch {
    return false; // the issuer is not there; the token may still be good
  }
}

async function returned(answer) {
  const asked = JSON.parse(stored(ASKED) ?? '{}');
  sessionStorage.removeItem(ASKED);
  history.replaceState(null, '', at('./') + (asked.route ?? ''));
  if (!asked.state || answer.get('state') !== asked.state) {
    return {fault: 'signIn.fault.state'};
  }
  if (answer.has('error')) {
    return {fault: 'signIn.fault.refused'};
  }
  try {
    const given = await tokens({
      grant_type: 'authorization_code', code: answer.get('code'),
      redirect_uri: at('./'), code_verifier: asked.verifier,
    });
    if (given === null || !isFor(given.id_token, asked.nonce)) {
      return {fault: 'signIn.fault.token'};
    }
    hold(given);
    return {route: asked.route};
  } catch {
    return {fault: 'signIn.fault.unreachable'};
  }
}

function isFor(token, nonce) {
  const {auth} = setting();
  const said = claims(token ?? '.e30.');
  return said.nonce === nonce && said.iss === auth.issuer
    && [said.aud].flat().includes(auth.clientId) && said.exp * 1000 > Date.now();
}

async function tokens(parameters) {
  const known = await discover();
  const answer = await fetch(known.token_endpoint, {
    method: 'POST', credentials: 'omit',
    body: new URLSearchParams({...parameters, client_id: setting().auth.clientId}),
  });
  if (answer.status >= 500) {
    throw new Error('issuer');
  }
  return answer.ok ? answer.json() : null;
}

function hold(given) {
  access = {token: given.access_token, until: Date.now() + (given.expires_in ?? 300) * 1000};
  if (given.refresh_token) {
    sessionStorage.setItem(REFRESH, given.refresh_token);
  }
  if (given.id_token) {
    const said = claims(given.id_token);
    person = said.email ?? said.name ?? said['cognito:username'] ?? said.sub ?? '';
  }
}

function lost() {
  const had = access !== null;
  forget();
  if (had) {
    listeners.forEach(listener => listener());
  }
}

function forget() {
  access = null;
  person = null;
  sessionStorage.removeItem(REFRESH);
}

/** What the issuer says of itself, and what settings.json says in its place. */
async function discover() {
  if (endpoints === null) {
    const {auth} = setting();
    const named = auth.endpoints ?? {};
    const known = named.authorization && named.token ? {} : await discovered(auth.issuer);
    endpoints = {
      ...known,
      authorization_endpoint: named.authorization ?? known.authorization_endpoint,
      token_endpoint: named.token ?? known.token_endpoint,
      end_session_endpoint: named.endSession ?? known.end_session_endpoint,
    };
  }
  return endpoints;
}

async function discovered(issuer) {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, {credentials: 'omit'});
  if (!answer.ok) {
    throw new Error('discovery');
  }
  return answer.json();
}

function scope() {
  const words = (setting().auth.scope ?? 'digitalworker:generate').split(' ');
  return [...new Set(['openid', ...words])].join(' ');
}

function stored(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}
