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
        if (fields.faultsAreUnknownFields()) {
            return new Checked.Faulty<>(ErrorCode.DESCRIPTOR_FIELD_UNKNOWN, fields.faults());
        }
        if (!fields.faults().isEmpty()) {
            return new Checked.Faulty<>(ErrorCode.DESCRIPTOR_INVALID, fields.faults());
        }
        List<FieldError> faults = descriptor.faults();
        return faults.isEmpty()
                ? new Checked.Sound<>(descriptor)
                : new Checked.Faulty<>(code(descriptor, faults), faults);
    }

    private static ErrorCode code(Descriptor descriptor, List<FieldError> faults) {
        return descriptor.features().isEmpty() && faults.size() == 1
                ? ErrorCode.DESCRIPTOR_WITHOUT_FEATURES
                : ErrorCode.DESCRIPTOR_INVALID;
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
