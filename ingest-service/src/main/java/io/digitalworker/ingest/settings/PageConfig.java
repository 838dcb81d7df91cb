package io.digitalworker.ingest.settings;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** How the web page signs in, in auth mode {@code jwt}. */
@ConfigMapping(prefix = "digitalworker.page")
public interface PageConfig {
    /** Its public client at the issuer; needless where tokens of one client alone are taken. */
    Optional<String> clientId();

    /** What it asks the issuer for. */
    String scope();

    /** Where the issuer's discovery document does not say. */
    Endpoints endpoints();

    /** Addresses of the issuer. */
    interface Endpoints {
        Optional<URI> authorization();

        Optional<URI> token();

        /** Where signing out ends the issuer's own session as well. */
        Optional<URI> endSession();
    }
}
