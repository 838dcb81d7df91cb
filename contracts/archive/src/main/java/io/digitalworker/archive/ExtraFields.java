package io.digitalworker.archive;

import org.jspecify.annotations.Nullable;

/** The list of extra fields of a header (APPNOTE 4.5): number, length, data. */
final class ExtraFields {
    static final int ZIP64 = 0x0001;

    /** Info-ZIP's Unicode path: the true name where the header's is in some code page. */
    static final int UNICODE_PATH = 0x7075;

    /** ASi's Unix field, which can make a link of any entry. */
    static final int ASI_UNIX = 0x756e;

    private static final int FIELD_HEADER = 4;

    private ExtraFields() {}

    /**
     * The data of a field. A tail too short for a field is passed over, since alignment tools leave
     * such padding; a field given twice is a contradiction.
     */
    static @Nullable RawRecord find(RawRecord extra, int id) throws Refused {
        RawRecord found = null;
        int at = 0;
        while (at <= extra.length() - FIELD_HEADER) {
            int length = extra.u16(at + 2);
            RawRecord data = extra.part(at + FIELD_HEADER, length);
            if (extra.u16(at) == id) {
                if (found != null) {
                    throw Refused.contradiction("an extra field is given twice");
                }
                found = data;
            }
            at += FIELD_HEADER + length;
        }
        return found;
    }
}
