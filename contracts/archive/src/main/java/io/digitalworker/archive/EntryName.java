package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The text of an entry's name. It is UTF-8 where the header says so. Where it does not, it is still
 * UTF-8 if it can be (macOS does not say so), else IBM 437 (APPNOTE appendix D).
 *
 * @param raw the name's bytes, one character each
 * @param inField the Unicode path field's spelling, where that field is present and belongs to this
 *     name (APPNOTE 4.6.9); some readers obey it and some do not, so both have to be safe
 */
record EntryName(String raw, @Nullable String inField) {
    private static final Charset IBM_437 = Charset.forName("IBM437");
    private static final int FIELD_TEXT = 5;

    static EntryName read(byte[] name, boolean saidToBeUtf8, RawRecord extra) throws Refused {
        String raw = new String(name, ISO_8859_1);
        RawRecord field = ExtraFields.find(extra, ExtraFields.UNICODE_PATH);
        if (field == null || field.length() < FIELD_TEXT || field.u32(1) != crc32(name)) {
            return new EntryName(raw, null);
        }
        String unicode = utf8(field.from(FIELD_TEXT).toBytes());
        EntryName both = new EntryName(raw, unicode);
        if (saidToBeUtf8 && !unicode.equals(both.inHeader(true))) {
            throw Refused.contradiction("two UTF-8 names for one entry");
        }
        return both;
    }

    /** The text for which the bytes in the header are taken. */
    String inHeader(boolean saidToBeUtf8) throws Refused {
        if (Ascii.isAll(raw)) {
            return raw;
        }
        byte[] bytes = raw.getBytes(ISO_8859_1);
        return saidToBeUtf8 ? utf8(bytes) : guessed(bytes);
    }

    private static String guessed(byte[] raw) {
        try {
            return strictUtf8(raw);
        } catch (CharacterCodingException e) {
            return new String(raw, IBM_437);
        }
    }

    private static String utf8(byte[] raw) throws Refused {
        try {
            return strictUtf8(raw);
        } catch (CharacterCodingException e) {
            throw new Refused(ErrorCode.ARCHIVE_PATH_INVALID, "a name is not the UTF-8 it claims");
        }
    }

    private static String strictUtf8(byte[] raw) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    }

    private static long crc32(byte[] raw) {
        CRC32 crc = new CRC32();
        crc.update(raw);
        return crc.getValue();
    }
}
