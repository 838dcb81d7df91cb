package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeFile;
import org.jspecify.annotations.Nullable;

/** What stands before a dot. */
record Receiver(Meant type, boolean ofType, @Nullable CodeFile module, String word) {
    static final Receiver NONE = new Receiver(Meant.UNKNOWN, false, null, "");

    static Receiver of(Meant type) {
        return new Receiver(type, false, null, "");
    }
}
