package io.digitalworker.door;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Which web pages may use the API. */
@ConfigMapping(prefix = "digitalworker.cors")
public interface OriginConfig {
    /** Origins beside the API's own, such as {@code https://pages.example.org}. */
    Optional<Set<String>> origins();
}
