package io.digitalworker.local.issuer;

/**
 * What somebody who signed in let a client have.
 *
 * @param challenge SHA-256 of the verifier that the client must show (RFC 7636), base64url
 * @param nonce for the ID token; empty without
 */
record Grant(String subject, String redirectUri, String scope, String challenge, String nonce) {}
