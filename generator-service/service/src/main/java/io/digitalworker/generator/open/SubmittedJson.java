package io.digitalworker.generator.open;

import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.digitalworker.api.Descriptor;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.Options;
import io.digitalworker.api.RevisionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads descriptor and options as strictly as they were accepted. */
final class SubmittedJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private SubmittedJson() {}

    static Descriptor descriptor(Path file) throws IOException, Unusable {
        return read(
                file,
                Descriptor.class,
                Descriptor::faults,
                ErrorCode.DESCRIPTOR_NOT_JSON,
                ErrorCode.DESCRIPTOR_INVALID);
    }

    static Options options(Path file) throws IOException, Unusable {
        return read(
                file,
                Options.class,
                Options::faults,
                ErrorCode.OPTIONS_NOT_JSON,
                ErrorCode.OPTIONS_INVALID);
    }

    /** What is asked of documents, without secrets, in a file which need not be there. */
    static Optional<RevisionRecord> revision(Path file) throws IOException, Unusable {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        RevisionRecord asked =
                read(
                        file,
                        RevisionRecord.class,
                        RevisionRecord::faults,
                        ErrorCode.REVISION_NOT_JSON,
                        ErrorCode.REVISION_INVALID);
        return Optional.of(WithoutSecrets.of(asked));
    }

    private static <T> T read(
            Path file,
            Class<T> type,
            Function<T, List<FieldError>> faults,
            ErrorCode notJson,
            ErrorCode invalid)
            throws IOException, Unusable {
        @Nullable T value;
        try {
            value = JSON.readValue(file.toFile(), type);
        } catch (StreamReadException e) {
            throw new Unusable(notJson);
        } catch (DatabindException e) {
            throw new Unusable(invalid);
        }
        if (value == null || !faults.apply(value).isEmpty()) {
            throw new Unusable(invalid);
        }
        return value;
    }
}
