package io.digitalworker.ingest.check;

/**
 * What lies in the bucket, as it was read.
 *
 * @param version its tag: another one means other bytes
 */
public record UploadedObject(String bucket, String key, String version) {}
