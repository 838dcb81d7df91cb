package io.digitalworker.door;

import java.util.Optional;
import java.util.regex.Pattern;

/** The subject of a token as part of a principal, which stands in keys of the ledger. */
final class Subject {
    /** OpenID Connect Core §2: at most 255 ASCII characters. */
    private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private Subject() {}

    /** With the ledger's separator escaped; empty where it is no subject. */
    static Optional<String> of(String claim) {
        return ALLOWED.matcher(claim).matches()
                ? Optional.of(claim.replace("%", "%25").replace("#", "%23"))
                : Optional.empty();
    }
}
