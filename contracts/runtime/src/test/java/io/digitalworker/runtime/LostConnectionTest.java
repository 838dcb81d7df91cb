package io.digitalworker.runtime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class LostConnectionTest {
    private static final int POOLED = 5;

    private final ClosingServer server = new ClosingServer();
    private S3Client s3;
    @TempDir Path directory;

    @BeforeEach
    void client() {
        s3 =
                new CloudClients()
                        .s3(
                                S3Client.builder()
                                        .endpointOverride(server.address())
                                        .region(Region.EU_WEST_1)
                                        .serviceConfiguration(
                                                s3 ->
                                                        s3.pathStyleAccessEnabled(true)
                                                                .chunkedEncodingEnabled(false))
                                        .credentialsProvider(
                                                StaticCredentialsProvider.create(
                                                        AwsBasicCredentials.create("a", "b")))
                                        .httpClientBuilder(UrlConnectionHttpClient.builder()));
    }

    @AfterEach
    void end() throws IOException {
        s3.close();
        server.close();
    }

    @Test
    void anUploadSurvivesThatTheIdleConnectionWasClosed() {
        put("first", RequestBody.fromString("one"));
        server.closeIdle();

        put("second", RequestBody.fromString("two"));

        assertThat(server.bodies).containsExactly("one", "two");
    }

    @Test
    void aFileIsSentFromItsBeginningAgain() throws IOException {
        String content = "0123456789".repeat(100_000);
        Path file = Files.writeString(directory.resolve("archive.zip"), content);
        put("first", RequestBody.fromString("one"));
        server.closeIdle();

        put("second", RequestBody.fromFile(file));

        assertThat(server.bodies).containsExactly("one", content);
    }

    @Test
    void anUploadSurvivesThatAllIdleConnectionsWereClosed() {
        server.together = new CyclicBarrier(POOLED);
        IntStream.range(0, POOLED)
                .mapToObj(i -> new Thread(() -> put("k" + i, RequestBody.fromString("same"))))
                .peek(Thread::start)
                .toList()
                .forEach(LostConnectionTest::join);
        assertThat(server.bodies).as("each over a connection of its own").hasSize(POOLED);
        server.together = new CyclicBarrier(1);
        server.closeIdle();

        put("last", RequestBody.fromString("last"));

        assertThat(server.bodies).hasSize(POOLED + 1).endsWith("last");
    }

    @Test
    void whatTheServerRefusesIsNotSentAgain() {
        server.status = "503 Slow Down";

        assertThatThrownBy(() -> put("first", RequestBody.fromString("one")))
                .isInstanceOf(S3Exception.class);
        assertThat(server.bodies).containsExactly("one");
    }

    @Test
    void aConnectionThatCannotBeMadeOrALateAnswerIsNoLostConnection() {
        assertThat(LostConnection.is(caused(new SocketException("Broken pipe")))).isTrue();
        assertThat(LostConnection.is(caused(new IOException("Error writing request body"))))
                .isTrue();
        assertThat(LostConnection.is(caused(new ConnectException()))).isFalse();
        assertThat(LostConnection.is(caused(new UnknownHostException()))).isFalse();
        assertThat(LostConnection.is(caused(new SSLHandshakeException("untrusted")))).isFalse();
        assertThat(LostConnection.is(caused(new SocketTimeoutException()))).isFalse();
        assertThat(LostConnection.is(new IOException())).isFalse();
    }

    private void put(String key, RequestBody body) {
        s3.putObject(put -> put.bucket("bucket").key(key).checksumSHA256("AA=="), body);
    }

    private static SdkClientException caused(IOException cause) {
        return SdkClientException.create("request", cause);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Answers every request and keeps its connections until told to close them. */
    private static final class ClosingServer {
        private final ServerSocket listener;
        private final List<Socket> connections = new CopyOnWriteArrayList<>();
        private final List<String> bodies = new CopyOnWriteArrayList<>();
        private volatile String status = "200 OK";
        private volatile CyclicBarrier together = new CyclicBarrier(1);

        ClosingServer() {
            try {
                listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            start(this::accept);
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + listener.getLocalPort());
        }

        private static void start(Runnable work) {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            thread.start();
        }

        private void accept() {
            try {
                while (true) {
                    Socket connection = listener.accept();
                    connections.add(connection);
                    start(() -> serve(connection));
                }
            } catch (IOException closed) {
                // the end of the test
            }
        }

        private void serve(Socket connection) {
            try (connection) {
                InputStream in = new BufferedInputStream(connection.getInputStream());
                for (String head = head(in); !head.isEmpty(); head = head(in)) {
                    if (head.contains("100-continue")) {
                        answer(connection, "HTTP/1.1 100 Continue\r\n\r\n");
                    }
                    byte[] body = in.readNBytes(length(head));
                    together.await();
                    bodies.add(new String(body, StandardCharsets.UTF_8));
                    answer(connection, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
                }
            } catch (Exception closed) {
                // by the test or the client
            } finally {
                connections.remove(connection);
            }
        }

        private static void answer(Socket connection, String text) throws IOException {
            connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        private static int length(String head) {
            return head.lines()
                    .filter(line -> line.startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(line.split(":")[1].strip()))
                    .findFirst()
                    .orElse(0);
        }

        /** Request line and headers in lower case; empty at the end of the stream. */
        private static String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            for (int b = in.read(); b >= 0; b = in.read()) {
                head.append((char) b);
                if (head.toString().endsWith("\r\n\r\n")) {
                    return head.toString().toLowerCase(Locale.ROOT);
                }
            }
            return "";
        }

        void closeIdle() {
            for (Socket connection : connections) {
                try {
                    connection.close();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            await().until(connections::isEmpty);
        }

        void close() throws IOException {
            listener.close();
            closeIdle();
        }
    }
}
