package io.digitalworker.local.launcher.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/** A submission as {@code multipart/form-data} (RFC 7578), its files streamed. */
record MultipartBody(String contentType, BodyPublisher publisher) {
    /** Cannot occur in a ZIP's or a descriptor's own lines: CR LF and two hyphens precede it. */
    private static final String BOUNDARY = "digital-worker-3f9c1b7ae25d4c60";

    /** @param options JSON */
    static MultipartBody of(Path archive, Path descriptor, String options)
            throws FileNotFoundException {
        BodyPublisher publisher =
                BodyPublishers.concat(
                        head("archive", "archive.zip", "application/zip"),
                        BodyPublishers.ofFile(archive),
                        BodyPublishers.ofString("\r\n"),
                        head("descriptor", "descriptor.json", "application/json"),
                        BodyPublishers.ofFile(descriptor),
                        BodyPublishers.ofString("\r\n"),
                        head("options", "options.json", "application/json"),
                        BodyPublishers.ofString(options),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return new MultipartBody("multipart/form-data; boundary=" + BOUNDARY, publisher);
    }

    private static BodyPublisher head(String field, String fileName, String contentType) {
        return BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(BOUNDARY, field, fileName, contentType));
    }
}
