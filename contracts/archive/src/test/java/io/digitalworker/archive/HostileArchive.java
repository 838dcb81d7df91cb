package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.util.function.Supplier;

/**
 * One row of the corpus.
 *
 * @param name what is wrong with it
 * @param expected the code with which it is refused
 */
public record HostileArchive(String name, ErrorCode expected, Supplier<byte[]> bytes) {
    /** Stands in names and contents, and may not come back in a refusal. */
    public static final String PLANTED = "planted";

    @Override
    public String toString() {
        return name;
    }
}
