package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;

/**
 * An archive that is not let in. Refusals are values: bad input never ends in an exception.
 *
 * @param code one of the catalogue's {@code ARCHIVE_…}
 * @param detail where and by how much, such as {@code entry 17 of 20: 61 bytes, at most 60}.
 *     Numbers and fixed words only, never text from the archive, so that it may be shown and logged
 */
public record Refusal(ErrorCode code, String detail) implements GateResult {
    public Refusal {
        if (!code.name().startsWith("ARCHIVE_")) {
            throw new IllegalArgumentException(code + " is not a fault of an archive");
        }
    }
}
