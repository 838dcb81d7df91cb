package io.digitalworker.ingest.settings;

import io.digitalworker.api.Settings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What browsers let the web page do (Content Security Policy 3): run its own scripts and styles, and reach
 * the API, the object store and the issuer. Nothing else is loaded, nobody may frame it, and no text becomes
 * markup or a script but by the two policies that the page's code names.
 */
@Singleton
public final class PagePolicy {
    private final TellSettings settings;

    PagePolicy(TellSettings settings) {
        this.settings = settings;
    }

    /** The header's value. */
    public String policy() {
        List<String> directives = new ArrayList<>();
        directives.add("default-src 'none'");
        directives.add("script-src 'self'");
        directives.add("style-src 'self'");
        directives.add("img-src 'self' data:");
        directives.add("manifest-src 'self'");
        directives.add("worker-src 'self'");
        directives.add("connect-src 'self' " + String.join(" ", origins(settings.settings())));
        directives.add("frame-ancestors 'none'");
        directives.add("base-uri 'none'");
        directives.add("form-action 'none'");
        directives.add("require-trusted-types-for 'script'");
        directives.add("trusted-types inert-document own-worker");
        return String.join("; ", directives);
    }

    private static Set<String> origins(Settings settings) {
        String issuer = settings.auth().issuer();
        Settings.Endpoints endpoints = settings.auth().endpoints();
        Set<String> origins = new TreeSet<>();
        add(settings.objectOrigin(), origins);
        add(issuer, origins);
        add(endpoints == null ? null : endpoints.token(), origins);
        return origins;
    }

    private static void add(@Nullable String address, Set<String> origins) {
        if (address != null) {
            origins.add(origin(URI.create(address)));
        }
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
