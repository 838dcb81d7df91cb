package io.digitalworker.cleanup.removal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.paginators.ListObjectsV2Iterable;

/** Two buckets in memory, listed in pages, with a history of requests. */
final class Buckets implements S3Client {
    private final Map<String, Long> objects = new TreeMap<>();
    private final List<String> history = new ArrayList<>();
    private final Deque<String> refusals = new ArrayDeque<>();
    private Runnable afterDelete = () -> {};
    private boolean deaf;

    Buckets with(String bucket, String key, long size) {
        objects.put(bucket + ":" + key, size);
        return this;
    }

    /** The next deletion of an object answers with this code. */
    void refuse(String code) {
        refusals.add(code);
    }

    /** Deletions are confirmed and do nothing. */
    void ignoreDeletions() {
        deaf = true;
    }

    void afterFirstDelete(Runnable action) {
        afterDelete = action;
    }

    List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    List<String> history() {
        return List.copyOf(history);
    }

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        history.add("list " + request.bucket() + " " + request.prefix());
        String from = request.bucket() + ":" + request.prefix();
        List<String> found =
                objects.keySet().stream()
                        .filter(key -> key.startsWith(from))
                        .filter(
                                key ->
                                        request.continuationToken() == null
                                                || key.compareTo(request.continuationToken()) > 0)
                        .toList();
        List<String> page = found.subList(0, Math.min(request.maxKeys(), found.size()));
        boolean more = page.size() < found.size();
        return ListObjectsV2Response.builder()
                .contents(page.stream().map(this::object).toList())
                .isTruncated(more)
                .nextContinuationToken(more ? page.get(page.size() - 1) : null)
                .build();
    }

    @Override
    public ListObjectsV2Iterable listObjectsV2Paginator(ListObjectsV2Request request) {
        return new ListObjectsV2Iterable(this, request);
    }

    @Override
    public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
        List<ObjectIdentifier> keys = request.delete().objects();
        history.add("delete " + request.bucket() + " " + keys.size());
        List<S3Error> errors = new ArrayList<>();
        for (ObjectIdentifier key : keys) {
            if (!refusals.isEmpty()) {
                errors.add(S3Error.builder().key(key.key()).code(refusals.remove()).build());
            } else if (!deaf) {
                objects.remove(request.bucket() + ":" + key.key());
            }
        }
        afterDelete.run();
        afterDelete = () -> {};
        return DeleteObjectsResponse.builder().errors(errors).build();
    }

    private S3Object object(String key) {
        return S3Object.builder()
                .key(key.substring(key.indexOf(':') + 1))
                .size(objects.get(key))
                .build();
    }

    @Override
    public String serviceName() {
        return "s3";
    }

    @Override
    public void close() {}
}
