package io.digitalworker.ledger;

/**
 * What a request that holds its key did under it.
 *
 * @param contentSha256 of what the request said, 64 hexadecimal digits
 */
public record KeyUse(KeyClaim.Held held, String contentSha256) {}
