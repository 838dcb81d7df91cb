package io.digitalworker.cleanup.removal;

import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Everything under {@code <jobId>/} in both buckets (design §4.6). A removal has happened only when a
 * listing afterwards is empty. Also what was uploaded to be submitted: one object each, under {@code
 * uploads/}.
 */
@Singleton
public final class JobObjects {
    /** Most that one listing gives and one DeleteObjects takes. */
    private static final int PAGE = 1_000;

    private static final int ROUNDS = 3;
    private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
    private static final Set<String> PASSING =
            Set.of("InternalError", "SlowDown", "ServiceUnavailable", "RequestTimeout");

    private final S3Client s3;
    private final ServiceConfig config;

    public JobObjects(S3Client s3, ServiceConfig config) {
        this.s3 = s3;
        this.config = config;
    }

    /**
     * Removes the source and whatever was made from it. The options stay, since they hold the callback
     * address that the notification of the failure still needs.
     *
     * @throws ObjectsRemain if the bucket keeps some; faults of the cloud come as they are
     */
    public Removed removeSource(String jobId) {
        String options = prefix(jobId) + "options.json";
        return remove(config.inputBucket(), jobId, object -> !object.key().equals(options))
                .and(remove(config.outputBucket(), jobId, object -> true));
    }

    /** Removes everything; see {@link #removeSource}. */
    public Removed removeAll(String jobId) {
        return remove(config.inputBucket(), jobId, object -> true)
                .and(remove(config.outputBucket(), jobId, object -> true));
    }

    /** Removes what was uploaded under that identifier; nothing where it never came. */
    public void removeUpload(String uploadId) {
        if (!JOB_ID.matcher(uploadId).matches()) {
            throw new IllegalArgumentException(
                    "not the id of an upload: " + uploadId.length() + " letters");
        }
        s3.deleteObject(delete -> delete.bucket(config.inputBucket()).key("uploads/" + uploadId));
    }

    private Removed remove(String bucket, String jobId, Predicate<S3Object> goes) {
        Removed removed = Removed.NOTHING;
        for (int round = 0; round < ROUNDS; round++) {
            List<S3Object> there = list(bucket, prefix(jobId), goes);
            if (there.isEmpty()) {
                return removed;
            }
            for (int from = 0; from < there.size(); from += PAGE) {
                removed = removed.and(delete(bucket, page(there, from)));
            }
        }
        if (!list(bucket, prefix(jobId), goes).isEmpty()) {
            throw new ObjectsRemain("objects of job " + jobId + " remain in " + bucket);
        }
        return removed;
    }

    private List<S3Object> list(String bucket, String prefix, Predicate<S3Object> goes) {
        return s3
                .listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix).maxKeys(PAGE))
                .contents()
                .stream()
                .filter(goes)
                .toList();
    }

    private Removed delete(String bucket, List<S3Object> objects) {
        List<ObjectIdentifier> keys =
                objects.stream().map(o -> ObjectIdentifier.builder().key(o.key()).build()).toList();
        DeleteObjectsResponse answer =
                s3.deleteObjects(
                        r ->
                                r.bucket(bucket)
                                        .delete(
                                                Delete.builder()
                                                        .objects(keys)
                                                        .quiet(true)
                                                        .build()));
        requireNoErrors(answer.errors());
        long bytes = objects.stream().mapToLong(S3Object::size).sum();
        return new Removed(objects.size(), bytes);
    }

    private static void requireNoErrors(List<S3Error> errors) {
        if (errors.isEmpty()) {
            return;
        }
        String codes = errors.stream().map(S3Error::code).distinct().sorted().toList().toString();
        if (errors.stream().allMatch(error -> PASSING.contains(error.code()))) {
            throw S3Exception.builder().statusCode(503).message("DeleteObjects: " + codes).build();
        }
        throw new ObjectsRemain("DeleteObjects refused " + errors.size() + " objects: " + codes);
    }

    private static List<S3Object> page(List<S3Object> objects, int from) {
        return objects.subList(from, Math.min(from + PAGE, objects.size()));
    }

    /** A wrong id would be a wrong prefix, and take away what belongs to others. */
    private static String prefix(String jobId) {
        if (!JOB_ID.matcher(jobId).matches()) {
            throw new IllegalArgumentException(
                    "not the id of a job: " + jobId.length() + " letters");
        }
        return jobId + "/";
    }
}
