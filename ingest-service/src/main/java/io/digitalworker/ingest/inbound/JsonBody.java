package io.digitalworker.ingest.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.ingest.check.Checked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** How much JSON is read into memory. */
enum JsonBody {
    /** A few fields. */
    SMALL(16 << 10),

    /** A descriptor (256 KB), options and a partial document (1 MB), with room for escapes. */
    SUBMISSION(2 << 20),

    /** A hundred descriptors; the longest are then to be sent by themselves. */
    BATCH(8 << 20);

    private final int most;

    JsonBody(int most) {
        this.most = most;
    }

    /** What is longer is refused when so much was read. */
    Checked<byte[]> read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(most + 1);
            return bytes.length > most
                    ? Checked.faulty(
                            ErrorCode.BODY_TOO_LARGE,
                            "body",
                            "must have at most " + most + " bytes of JSON")
                    : new Checked.Sound<>(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
