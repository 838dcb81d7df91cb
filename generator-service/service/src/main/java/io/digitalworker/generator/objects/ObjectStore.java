package io.digitalworker.generator.objects;

import io.digitalworker.api.ObjectRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Buckets, as far as the generator may use them: it reads input, adds output and deletes nothing.
 * Faults of the store come through as the SDK's exceptions.
 */
public interface ObjectStore {
    /**
     * Copies an object to a file that does not exist yet.
     *
     * @return false if there is no such object
     */
    boolean fetch(ObjectRef object, Path file) throws IOException;

    /** Puts an object into the output bucket, in place of whatever was there. */
    void store(String key, String contentType, byte[] content) throws IOException;

    /** Reads an object of the output bucket, which fits into the memory; empty if there is none. */
    Optional<byte[]> load(String key) throws IOException;
}
