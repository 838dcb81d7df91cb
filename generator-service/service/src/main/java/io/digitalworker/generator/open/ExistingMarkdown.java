package io.digitalworker.generator.open;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Options;
import io.digitalworker.document.existing.ExistingDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a partial document as strictly as it was accepted. */
final class ExistingMarkdown {
    private ExistingMarkdown() {}

    /** The document in a file, which need not be there. */
    static Optional<ExistingDocument> read(Path file, Options options)
            throws IOException, Unusable {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!options.keepsExisting()) {
            throw new Unusable(ErrorCode.EXISTING_UNEXPECTED);
        }
        if (Files.size(file) > ExistingDocument.MAX_BYTES) {
            throw new Unusable(ErrorCode.EXISTING_TOO_LARGE);
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            boolean blank =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()
                            .isBlank();
            if (blank) {
                throw new Unusable(ErrorCode.EXISTING_EMPTY);
            }
        } catch (CharacterCodingException e) {
            throw new Unusable(ErrorCode.EXISTING_NOT_TEXT);
        }
        return Optional.of(ExistingDocument.read(bytes));
    }
}
