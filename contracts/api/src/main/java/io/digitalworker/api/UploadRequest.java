package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An archive that is to be uploaded. Like {@link Descriptor}, it may be constructed with any content.
 *
 * @param size in bytes; null where none was named
 * @param sha256 64 hexadecimal digits; null where none was named
 */
public record UploadRequest(@Nullable Long size, @Nullable String sha256) {
    /** 50 MB: what the gate takes. */
    public static final long MAX_SIZE = 50L << 20;

    private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");

    /** What is wrong but for too great a size; empty where nothing is. */
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        if (size == null || size < 1) {
            faults.add(new FieldError("size", "must be the archive's size in bytes, from 1"));
        }
        if (sha256 == null || !SHA256.matcher(sha256).matches()) {
            faults.add(new FieldError("sha256", "must be 64 hexadecimal digits"));
        }
        return faults;
    }

    /** Whether no archive of that size is taken. */
    @JsonIgnore
    public boolean isTooLarge() {
        return size != null && size > MAX_SIZE;
    }
}
