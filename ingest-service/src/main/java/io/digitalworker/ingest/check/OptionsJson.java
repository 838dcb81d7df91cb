package io.digitalworker.ingest.check;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.Options;
import java.util.List;
import java.util.Optional;

/** Reads options as strictly as their schema says. */
final class OptionsJson {
    private OptionsJson() {}

    static Checked<Options> read(byte[] bytes) {
        if (bytes.length > Options.MAX_BYTES) {
            return Checked.faulty(
                    ErrorCode.OPTIONS_INVALID,
                    "options",
                    "must have at most " + Options.MAX_BYTES + " bytes");
        }
        Optional<Fields> fields = StrictJson.object(bytes);
        return fields.isEmpty() ? Checked.faulty(ErrorCode.OPTIONS_NOT_JSON) : check(fields.get());
    }

    private static Checked<Options> check(Fields fields) {
        Options options = options(fields);
        List<FieldError> faults = fields.faults();
        if (faults.isEmpty()) {
            faults = options.faults();
        }
        return faults.isEmpty()
                ? new Checked.Sound<>(options)
                : new Checked.Faulty<>(ErrorCode.OPTIONS_INVALID, faults);
    }

    private static Options options(Fields fields) {
        Options options =
                new Options(
                        fields.texts("documents"),
                        fields.texts("sections"),
                        fields.text("detail"),
                        fields.text("diagrams"),
                        fields.text("scenario"),
                        fields.text("language"),
                        fields.text("writer"),
                        fields.text("callbackUrl"),
                        fields.number("maxUsd"),
                        fields.integer("maxTokens"),
                        fields.truth("estimateOnly"));
        fields.end();
        return options;
    }
}
