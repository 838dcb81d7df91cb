package io.digitalworker.ingest.check;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Options;
import io.digitalworker.ingest.Submission;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Checks a submission, from what is cheap to what is dear: texts, address, archive. */
@Singleton
public final class CheckSubmission {
    private final CallbackCheck callbacks;
    private final ArchiveCheck archives;

    CheckSubmission(CallbackCheck callbacks, ArchiveCheck archives) {
        this.callbacks = callbacks;
        this.archives = archives;
    }

    public Checked<CheckedSubmission> check(Submission submission) {
        Path archive = submission.archive().orElse(null);
        if (archive == null) {
            return Checked.faulty(ErrorCode.ARCHIVE_MISSING);
        }
        byte[] descriptor = submission.descriptor().orElse(null);
        if (descriptor == null) {
            return Checked.faulty(ErrorCode.DESCRIPTOR_MISSING);
        }
        return with(archive, DescriptorJson.read(descriptor), options(submission));
    }

    private Checked<CheckedSubmission> with(
            Path archive, Checked<Descriptor> descriptor, Checked<Options> options) {
        if (descriptor instanceof Checked.Faulty<Descriptor> faulty) {
            return faulty.of();
        }
        if (options instanceof Checked.Faulty<Options> faulty) {
            return faulty.of();
        }
        Checked<CheckedArchiveFile> file = archives.check(archive);
        if (file instanceof Checked.Faulty<CheckedArchiveFile> faulty) {
            return faulty.of();
        }
        return new Checked.Sound<>(together(value(file), value(descriptor), value(options)));
    }

    private Checked<Options> options(Submission submission) {
        Checked<Options> read =
                submission
                        .options()
                        .map(OptionsJson::read)
                        .orElseGet(() -> new Checked.Sound<>(Options.defaults()));
        return read instanceof Checked.Sound<Options> sound ? callbacks.check(sound.value()) : read;
    }

    private static CheckedSubmission together(
            CheckedArchiveFile archive, Descriptor descriptor, Options options) {
        String moduleName = descriptor.moduleName();
        if (moduleName == null) {
            throw new IllegalStateException("a descriptor without faults has a module name");
        }
        return new CheckedSubmission(archive, descriptor, moduleName, options);
    }

    private static <T> T value(Checked<T> checked) {
        return ((Checked.Sound<T>) checked).value();
    }
}
