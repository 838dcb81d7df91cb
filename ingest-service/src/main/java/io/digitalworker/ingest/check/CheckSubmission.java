package io.digitalworker.ingest.check;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Options;
import io.digitalworker.ingest.ArchiveSource;
import io.digitalworker.ingest.Submission;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Checks a submission, from what is cheap to what is dear: texts, address, archive. */
@Singleton
public final class CheckSubmission {
    private final CallbackCheck callbacks;
    private final ExistingCheck documents;
    private final ArchiveCheck archives;

    CheckSubmission(CallbackCheck callbacks, ExistingCheck documents, ArchiveCheck archives) {
        this.callbacks = callbacks;
        this.documents = documents;
        this.archives = archives;
    }

    /**
     * All of it. What is sound is to be closed.
     *
     * @param principal who submits: an upload must be theirs
     */
    public Checked<CheckedSubmission> check(Submission submission, String principal) {
        return texts(submission).then(texts -> with(submission, texts, principal));
    }

    /** Hash of an archive as sent or announced, 64 hexadecimal digits; zeros where there is none. */
    public String sha256(ArchiveSource source, String principal) {
        return archives.sha256(source, principal);
    }

    /** Everything but the archive. */
    public Checked<CheckedTexts> texts(Submission submission) {
        return descriptor(submission)
                .then(
                        descriptor ->
                                options(submission)
                                        .then(options -> with(submission, descriptor, options)));
    }

    private Checked<CheckedTexts> with(
            Submission submission, Descriptor descriptor, Options options) {
        return existing(submission, options)
                .then(existing -> together(submission, descriptor, options, existing));
    }

    private Checked<CheckedSubmission> with(
            Submission submission, CheckedTexts texts, String principal) {
        return submission
                .archive()
                .map(source -> archives.check(source, principal).optional())
                .orElseGet(() -> new Checked.Sound<>(Optional.empty()))
                .then(archive -> new Checked.Sound<>(texts.with(archive)));
    }

    private static Checked<Descriptor> descriptor(Submission submission) {
        return submission
                .descriptor()
                .map(DescriptorJson::read)
                .orElseGet(() -> Checked.faulty(ErrorCode.DESCRIPTOR_MISSING));
    }

    private Checked<Options> options(Submission submission) {
        return submission
                .options()
                .map(OptionsJson::read)
                .orElseGet(() -> new Checked.Sound<>(Options.defaults()))
                .then(callbacks::check);
    }

    private Checked<Optional<byte[]>> existing(Submission submission, Options options) {
        return submission
                .existing()
                .map(document -> documents.check(document, options).optional())
                .orElseGet(() -> new Checked.Sound<>(Optional.empty()));
    }

    private static Checked<CheckedTexts> together(
            Submission submission,
            Descriptor descriptor,
            Options options,
            Optional<byte[]> existing) {
        if (submission.archive().isEmpty() && options.needsArchive()) {
            return Checked.faulty(ErrorCode.ARCHIVE_MISSING);
        }
        String moduleName = descriptor.moduleName();
        if (moduleName == null) {
            throw new IllegalStateException("a descriptor without faults has a module name");
        }
        return new Checked.Sound<>(new CheckedTexts(descriptor, moduleName, options, existing));
    }
}
