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
 * @param inHeader the text that these bytes are taken for
 * @param inField the Unicode path field's spelling, where that field is present and belongs to this
 *     name (APPNOTE 4.6.9); some readers obey it and some do not, so both have to be safe
 */
record EntryName(String raw, String inHeader, @Nullable String inField) {
    private static final Charset IBM_437 = Charset.forName("IBM437");
    private static final int FIELD_TEXT = 5;

    static EntryName read(byte[] raw, boolean saidToBeUtf8, RawRecord extra) throws Refused {
        String bytes = new String(raw, ISO_8859_1);
        String name = saidToBeUtf8 ? utf8(raw) : guessed(raw);
        RawRecord field = ExtraFields.find(extra, ExtraFields.UNICODE_PATH);
        if (field == null || field.length() < FIELD_TEXT || field.u32(1) != crc32(raw)) {
            return new EntryName(bytes, name, null);
        }
        String unicode = utf8(field.from(FIELD_TEXT).toBytes());
        if (saidToBeUtf8 && !unicode.equals(name)) {
            throw Refused.contradiction("two UTF-8 names for one entry");
        }
        return new EntryName(bytes, name, unicode);
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
