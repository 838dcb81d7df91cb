package io.digitalworker.ingest.inbound;

import io.digitalworker.api.FieldError;
import io.digitalworker.api.Options;
import io.digitalworker.ingest.ArchiveSource;
import io.digitalworker.ingest.Submission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The fields of the multipart form. Texts may come as files or as plain fields, the archive as a file. */
final class SubmissionForm {
    private static final Set<String> NAMES = Set.of("archive", "descriptor", "options", "existing");

    /** Enough to see that a text is too long: the partial document is the longest. */
    private static final int MOST_TEXT = Options.MAX_EXISTING_BYTES + 1;

    private final Map<String, Collection<FormValue>> fields = new TreeMap<>();

    SubmissionForm(MultipartFormDataInput input) {
        // a part may come without a name, which is null then
        input.getValues().forEach((name, each) -> fields.put(Objects.toString(name, ""), each));
    }

    /** What is wrong with the form as such. */
    List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        fields.forEach(
                (name, values) -> {
                    if (!NAMES.contains(name)) {
                        faults.add(new FieldError("?", "is not a field of this form"));
                    } else if (values.size() > 1) {
                        faults.add(new FieldError(name, "stands there twice"));
                    }
                });
        return faults;
    }

    Submission submission() {
        return new Submission(
                value("archive")
                        .filter(FormValue::isFileItem)
                        .<ArchiveSource>map(value -> new ArchiveSource.Sent(file(value))),
                value("descriptor").map(SubmissionForm::bytes),
                value("options").map(SubmissionForm::bytes),
                value("existing").map(SubmissionForm::bytes));
    }

    private Optional<FormValue> value(String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Path file(FormValue value) {
        return value.getFileItem().getFile();
    }

    private static byte[] bytes(FormValue value) {
        if (!value.isFileItem()) {
            return value.getValue().getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream in = value.getFileItem().getInputStream()) {
            return in.readNBytes(MOST_TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
