package io.digitalworker.ingest.check;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Feature;
import io.digitalworker.api.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a descriptor as strictly as its schema says. */
final class DescriptorJson {
    private DescriptorJson() {}

    static Checked<Descriptor> read(byte[] bytes) {
        if (bytes.length > Descriptor.MAX_BYTES) {
            return Checked.faulty(
                    ErrorCode.DESCRIPTOR_INVALID,
                    "descriptor",
                    "must have at most " + Descriptor.MAX_BYTES + " bytes");
        }
        Optional<Fields> fields = StrictJson.object(bytes);
        return fields.isEmpty()
                ? Checked.faulty(ErrorCode.DESCRIPTOR_NOT_JSON)
                : check(fields.get());
    }

    private static Checked<Descriptor> check(Fields fields) {
        Descriptor descriptor = descriptor(fields);
        List<FieldError> faults = fields.faults();
        if (faults.isEmpty()) {
            faults = descriptor.faults();
        }
        return faults.isEmpty()
                ? new Checked.Sound<>(descriptor)
                : new Checked.Faulty<>(ErrorCode.DESCRIPTOR_INVALID, faults);
    }

    private static Descriptor descriptor(Fields fields) {
        Descriptor descriptor =
                new Descriptor(
                        fields.text("moduleName"),
                        features(fields.objects("features")),
                        fields.text("version"),
                        fields.texts("actors"),
                        fields.texts("nfr"),
                        fields.texts("constraints"));
        fields.end();
        return descriptor;
    }

    private static List<Feature> features(List<Fields> objects) {
        List<Feature> features = new ArrayList<>();
        for (Fields object : objects) {
            features.add(new Feature(object.textOrEmpty("id"), object.textOrEmpty("description")));
            object.end();
        }
        return features;
    }
}
