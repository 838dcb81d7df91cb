package io.digitalworker.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.ingest.check.PublishedNames;
import io.digitalworker.ledger.Job;
import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What is asked of documents, in the input bucket; and what their report names, in the output bucket. */
@Singleton
public final class RevisionStore {
    private static final String REPORT = "report.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final S3Client s3;
    private final SourceStore sources;
    private final ServiceConfig config;

    RevisionStore(S3Client s3, SourceStore sources, ServiceConfig config) {
        this.s3 = s3;
        this.sources = sources;
        this.config = config;
    }

    /** Puts what is asked under the job that it is asked of. */
    public ObjectRef store(String jobId, RevisionRecord record) {
        return sources.json(jobId + "/revision.json", record);
    }

    /** What was asked by a revision, and by those before it; empty once it is deleted. */
    public Optional<RevisionRecord> read(ObjectRef object) {
        return bytes(object.bucket(), object.key()).map(RevisionStore::record);
    }

    private static RevisionRecord record(byte[] json) {
        try {
            return JSON.readValue(json, RevisionRecord.class);
        } catch (JsonProcessingException e) {
            // its message shows what was sent
            throw new IllegalStateException("the record of a revision cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The questions and sections of a job that is {@code Succeeded}; empty once they are deleted. */
    public Optional<PublishedNames> published(Job job) {
        return bytes(config.outputBucket(), job.outputKey() + REPORT).map(RevisionStore::names);
    }

    private static PublishedNames names(byte[] json) {
        try {
            JsonNode report = JSON.readTree(json);
            return new PublishedNames(ids(report.path("questions")), ids(report.path("sections")));
        } catch (IOException e) {
            throw new IllegalStateException("the report of a job cannot be read");
        }
    }

    private static Set<String> ids(JsonNode entries) {
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> ids.add(entry.path("id").asText()));
        return ids;
    }

    private Optional<byte[]> bytes(String bucket, String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }
}
