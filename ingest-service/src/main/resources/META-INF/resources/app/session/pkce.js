/** Proof key for code exchange (RFC 7636, S256), and the random words around it. */

export function randomWord() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** The challenge that goes ahead of a verifier. */
export async function challenge(verifier) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What an ID token says. It came from the issuer itself over TLS (OpenID Connect Core §3.1.3.7). */
export function claims(token) {
  const part = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(part), letter => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
