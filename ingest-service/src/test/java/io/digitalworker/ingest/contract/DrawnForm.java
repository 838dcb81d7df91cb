package io.digitalworker.ingest.contract;

import io.digitalworker.ingest.SampleArchives;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws multipart forms: sound ones, and those that break the rules of RFC 7578 and 2046. */
final class DrawnForm {
    static final String BOUNDARY = "----drawn";
    private static final byte[] ARCHIVE = SampleArchives.sound();

    private final Random random;
    private final ByteArrayOutputStream form = new ByteArrayOutputStream();

    DrawnForm(Random random) {
        this.random = random;
    }

    /** A form with the archive and one text. */
    byte[] sound(String field, String json) {
        archive(ARCHIVE);
        text(field, json);
        return end();
    }

    byte[] odd(String field, String json) {
        switch (random.nextInt(12)) {
            case 0 -> archive(Arrays.copyOf(ARCHIVE, random.nextInt(ARCHIVE.length)));
            case 1 -> archive(flipped());
            case 2 -> part("Content-Disposition: form-data; name=\"archive\"", "planted");
            case 3 -> part("Content-Disposition: form-data", "planted");
            case 4 -> part("Content-Disposition: attachment; filename=planted", "planted");
            case 5 -> part("Content-Disp", "planted");
            case 6 -> part("X-Long: " + "planted".repeat(3_000), "planted");
            case 7 -> text("planted", "planted");
            case 8 -> file("archive", "../../planted.zip", ARCHIVE);
            case 9 -> file("archive", "a\u0000\"\\.zip", new byte[0]);
            case 10 -> text(field, json);
            default -> text(field, "planted".repeat(60_000));
        }
        if (random.nextBoolean()) {
            text(field, json);
        }
        if (random.nextInt(4) == 0) {
            archive(ARCHIVE);
        }
        return random.nextInt(6) == 0 ? form.toByteArray() : end();
    }

    /** Values of the header that announces the form; only the first is right. */
    String mediaType(boolean sound) {
        List<String> odd =
                List.of(
                        "multipart/form-data",
                        "multipart/form-data; boundary=",
                        "multipart/form-data; boundary=another",
                        "multipart/form-data; boundary=\"" + BOUNDARY,
                        "multipart/mixed; boundary=" + BOUNDARY,
                        "Multipart/Form-Data;boundary=" + BOUNDARY + ";charset=planted");
        return sound
                ? "multipart/form-data; boundary=" + BOUNDARY
                : odd.get(random.nextInt(odd.size()));
    }

    private byte[] flipped() {
        byte[] archive = ARCHIVE.clone();
        for (int i = 0; i < 5; i++) {
            archive[random.nextInt(archive.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return archive;
    }

    private void archive(byte[] zip) {
        file("archive", "a.zip", zip);
    }

    private void file(String name, String filename, byte[] content) {
        write(
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"; filename=\""
                        + filename
                        + "\"\r\nContent-Type: application/zip\r\n\r\n");
        form.writeBytes(content);
        write("\r\n");
    }

    private void text(String name, String text) {
        part("Content-Disposition: form-data; name=\"" + name + "\"", text);
    }

    private void part(String header, String text) {
        write("--" + BOUNDARY + "\r\n" + header + "\r\n\r\n" + text + "\r\n");
    }

    private byte[] end() {
        write("--" + BOUNDARY + "--\r\n");
        return form.toByteArray();
    }

    private void write(String text) {
        form.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
