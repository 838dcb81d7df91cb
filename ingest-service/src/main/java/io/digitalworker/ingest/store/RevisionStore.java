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
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;

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

    /** What was asked by a revision, and by those before it. */
    public RevisionRecord read(ObjectRef object) {
        try {
            return JSON.readValue(bytes(object.bucket(), object.key()), RevisionRecord.class);
        } catch (JsonProcessingException e) {
            // its message shows what was sent
            throw new IllegalStateException("the record of a revision cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The questions and sections of a job that is {@code Succeeded}. */
    public PublishedNames published(Job job) {
        try {
            JsonNode report = JSON.readTree(bytes(config.outputBucket(), job.outputKey() + REPORT));
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

    private byte[] bytes(String bucket, String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
    }
}
