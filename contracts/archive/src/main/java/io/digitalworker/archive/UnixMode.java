package io.digitalworker.archive;

import org.jspecify.annotations.Nullable;

/**
 * The kind of a file as Unix knows it. It is looked at whichever system the archive says it comes
 * from, because readers do not agree on when to believe that.
 */
record UnixMode(int bits) {
    private static final int KIND = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int DIRECTORY = 0x4000;

    /** Written for "not known", by Maven for directories among others. */
    private static final int NOT_TOLD = 0xFFFF;

    private static final int ASI_MODE_AT = 4;

    static UnixMode inAttributes(long externalAttributes) {
        return new UnixMode((int) (externalAttributes >>> 16));
    }

    /** Whether the ASi field makes something else of the entry than the attributes say. */
    static boolean isSpecial(RawRecord extra) throws Refused {
        @Nullable RawRecord field = ExtraFields.find(extra, ExtraFields.ASI_UNIX);
        return field != null
                && !new UnixMode(field.part(ASI_MODE_AT, Short.BYTES).u16(0)).isPlain();
    }

    boolean isPlain() {
        int kind = bits & KIND;
        return kind == 0 || kind == REGULAR || kind == DIRECTORY || bits == NOT_TOLD;
    }

    boolean isDirectory() {
        return (bits & KIND) == DIRECTORY;
    }
}
