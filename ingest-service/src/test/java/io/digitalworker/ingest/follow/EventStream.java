package io.digitalworker.ingest.follow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events that reads as far as it likes. */
final class EventStream implements AutoCloseable {
    /** What was sent between two empty lines; absent fields are empty. */
    record Message(String id, String event, String data, String comment) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    static EventStream open(URI address, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new EventStream(
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The next message; empty at the end. */
    Optional<Message> next() {
        String[] fields = {"", "", "", ""};
        List<String> names = List.of("id", "event", "data", "");
        boolean any = false;
        for (String line = line(); line != null; line = line()) {
            if (line.isEmpty() && any) {
                return Optional.of(new Message(fields[0], fields[1], fields[2], fields[3]));
            }
            int colon = line.indexOf(':');
            int field = colon < 0 ? -1 : names.indexOf(line.substring(0, colon));
            if (field >= 0) {
                fields[field] = line.substring(colon + 1).strip();
                any = true;
            }
        }
        return Optional.empty();
    }

    private @Nullable String line() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything up to the end. */
    List<Message> rest() {
        List<Message> messages = new ArrayList<>();
        for (Optional<Message> next = next(); next.isPresent(); next = next()) {
            messages.add(next.get());
        }
        return messages;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
