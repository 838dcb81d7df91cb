package io.digitalworker.ingest.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.Options;
import io.digitalworker.ingest.store.SourceStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What a batch asks for, under its id in the input bucket: it goes when its jobs do. */
@Singleton
final class BatchStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final S3Client s3;
    private final SourceStore sources;

    BatchStore(S3Client s3, SourceStore sources) {
        this.s3 = s3;
        this.sources = sources;
    }

    ObjectRef request(String batchId, BatchRecord record) {
        return sources.json(batchId + "/batch.json", record);
    }

    /** The batch's own: they hold its callback address, which is no text for the ledger. */
    ObjectRef options(String batchId, Options options) {
        return sources.json(batchId + "/options.json", options);
    }

    /** Empty once it is deleted. */
    Optional<BatchRecord> read(ObjectRef request) {
        try {
            byte[] json =
                    s3.getObjectAsBytes(get -> get.bucket(request.bucket()).key(request.key()))
                            .asByteArray();
            return Optional.of(JSON.readValue(json, BatchRecord.class));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            // its message shows what was sent
            throw new IllegalStateException("the request of a batch cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
