package io.digitalworker.notifier.webhook;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A receiver on loopback with a certificate, made by the JDK's keytool, for names of its choice. */
final class TlsReceiver implements AutoCloseable {
    private static final String PASSWORD = "password";

    private final Path keys;
    private final HttpsServer server;
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    /** @param names as keytool takes them: {@code dns:hooks.example.com} */
    TlsReceiver(Path directory, String names) throws Exception {
        keys = directory.resolve("keys-" + names.replaceAll("\\W", "-") + ".p12");
        makeCertificate(names);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext(
                "/",
                request -> {
                    hosts.add(request.getRequestHeaders().getFirst("Host"));
                    request.getRequestBody().readAllBytes();
                    request.sendResponseHeaders(204, -1);
                    request.close();
                });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    Path keys() {
        return keys;
    }

    static String password() {
        return PASSWORD;
    }

    /** The header {@code Host} of each request. */
    List<String> hosts() {
        return List.copyOf(hosts);
    }

    private void makeCertificate(String names) throws Exception {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "receiver",
                                "-dname",
                                "CN=receiver",
                                "-ext",
                                "SAN=" + names,
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as("keytool made a certificate: " + said)
                .isTrue();
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
