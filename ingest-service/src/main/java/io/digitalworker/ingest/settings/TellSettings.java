package io.digitalworker.ingest.settings;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Options;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.api.Settings;
import io.digitalworker.archive.ArchiveLimits;
import io.digitalworker.door.DoorConfig;
import io.digitalworker.door.Issuer;
import io.digitalworker.runtime.AuthMode;
import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** Tells clients what they must know of this installation; the same to everybody. */
@Singleton
public final class TellSettings {
    private final DoorConfig door;
    private final PageConfig page;
    private final ServiceConfig service;
    private final S3Client objects;

    TellSettings(DoorConfig door, PageConfig page, ServiceConfig service, S3Client objects) {
        this.door = door;
        this.page = page;
        this.service = service;
        this.objects = objects;
    }

    public Settings settings() {
        return new Settings(auth(), limits(), objectOrigin());
    }

    private Settings.AuthSettings auth() {
        AuthMode mode = AuthMode.of(door.mode());
        return mode == AuthMode.JWT
                ? new Settings.AuthSettings(
                        mode.word(),
                        Issuer.of(door.jwt()),
                        clientId().orElse(null),
                        page.scope(),
                        endpoints())
                : new Settings.AuthSettings(mode.word(), null, null, null, null);
    }

    private Optional<String> clientId() {
        Set<String> clients = door.jwt().clientIds().orElse(Set.of());
        return page.clientId()
                .or(() -> clients.stream().filter(only -> clients.size() == 1).findFirst());
    }

    private Settings.@Nullable Endpoints endpoints() {
        PageConfig.Endpoints named = page.endpoints();
        boolean none =
                named.authorization().isEmpty()
                        && named.token().isEmpty()
                        && named.endSession().isEmpty();
        return none
                ? null
                : new Settings.Endpoints(
                        named.authorization().map(URI::toString).orElse(null),
                        named.token().map(URI::toString).orElse(null),
                        named.endSession().map(URI::toString).orElse(null));
    }

    private static Settings.Limits limits() {
        return new Settings.Limits(
                ArchiveLimits.standard().archiveBytes(),
                Descriptor.MAX_BYTES,
                Options.MAX_BYTES,
                Options.MAX_EXISTING_BYTES,
                RevisionRequest.MAX_BYTES);
    }

    private String objectOrigin() {
        URL object =
                objects.utilities().getUrl(url -> url.bucket(service.outputBucket()).key("any"));
        return object.getProtocol() + "://" + object.getAuthority();
    }
}
