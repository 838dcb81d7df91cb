package io.digitalworker.ingest.check;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Options;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Takes a partial document where the options keep one. Any text is Markdown. */
@Singleton
final class ExistingCheck {
    private final long limit;

    @Inject
    ExistingCheck(ExistingConfig config) {
        this(config.limit().asLongValue());
    }

    /** @param limit in bytes */
    ExistingCheck(long limit) {
        if (limit < 1 || limit > Options.MAX_EXISTING_BYTES) {
            throw new IllegalArgumentException(
                    "digitalworker.existing.limit must be 1 to "
                            + Options.MAX_EXISTING_BYTES
                            + " bytes, not "
                            + limit);
        }
        this.limit = limit;
    }

    Checked<byte[]> check(byte[] document, Options options) {
        if (!options.keepsExisting()) {
            return Checked.faulty(
                    ErrorCode.EXISTING_UNEXPECTED,
                    "existing",
                    "is kept in the scenario hybrid only");
        }
        if (document.length > limit) {
            return Checked.faulty(
                    ErrorCode.EXISTING_TOO_LARGE,
                    "existing",
                    "must have at most " + limit + " bytes");
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(document))
                            .toString();
            boolean blank = text.codePoints().allMatch(ExistingCheck::isBlank);
            return blank
                    ? Checked.faulty(ErrorCode.EXISTING_EMPTY, "existing", "says nothing")
                    : new Checked.Sound<>(document);
        } catch (CharacterCodingException e) {
            return Checked.faulty(ErrorCode.EXISTING_NOT_TEXT, "existing", "must be UTF-8");
        }
    }

    /** Also a byte order mark. */
    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isISOControl(c) || c == '\ufeff';
    }
}
