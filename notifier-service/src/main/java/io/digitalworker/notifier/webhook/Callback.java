package io.digitalworker.notifier.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.Options;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Finds the callback address of a job where it is kept, in its options in the object store: it is free
 * text of a user, so it is not in the ledger (design §4.5).
 */
@Singleton
final class Callback {
    private static final Logger LOG = Logger.getLogger(Callback.class);

    private final S3Client s3;
    private final ObjectMapper json;

    Callback(S3Client s3, ObjectMapper json) {
        this.s3 = s3;
        this.json = json;
    }

    /** The address; absent where the options are gone, cannot be read, or name none. */
    Optional<String> of(ObjectRef options) {
        if (options.size() > Options.MAX_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] text =
                    s3.getObjectAsBytes(r -> r.bucket(options.bucket()).key(options.key()))
                            .asByteArray();
            return Optional.ofNullable(json.readValue(text, Options.class).callbackUrl());
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.warnf("options at %s are unreadable", options.key());
            return Optional.empty();
        }
    }
}
