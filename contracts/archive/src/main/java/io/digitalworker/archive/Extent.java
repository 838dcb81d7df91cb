package io.digitalworker.archive;

/**
 * Size and place of an entry as a header gives them, with what it left to its ZIP64 field (APPNOTE
 * 4.5.3) filled in.
 *
 * @param localOffset 0 in a local header, which does not give it
 */
record Extent(long size, long compressedSize, long localOffset) {
    private static final long LEFT_TO_ZIP64 = 0xFFFFFFFFL;

    Extent withZip64(RawRecord extra) throws Refused {
        RawRecord field = ExtraFields.find(extra, ExtraFields.ZIP64);
        if (field == null) {
            return this;
        }
        int at = 0;
        long[] numbers = {size, compressedSize, localOffset};
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == LEFT_TO_ZIP64) {
                numbers[i] = field.part(at, Long.BYTES).u64(0);
                at += Long.BYTES;
            }
        }
        return new Extent(numbers[0], numbers[1], numbers[2]);
    }
}
