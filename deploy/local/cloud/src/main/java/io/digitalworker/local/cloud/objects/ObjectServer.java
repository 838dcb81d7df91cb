package io.digitalworker.local.cloud.objects;

import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.PortBusyException;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;

/** S3 on 127.0.0.1: S3Proxy over a directory; signatures and the expiry of links are checked. */
public final class ObjectServer implements AutoCloseable {
    private final S3Proxy server;
    private final BlobStore store;

    private ObjectServer(S3Proxy server, BlobStore store) {
        this.server = server;
        this.store = store;
    }

    /**
     * Starts on that port; 0 means any free one.
     *
     * @param origins whose pages may read and write through presigned addresses
     */
    public static ObjectServer start(int port, Path directory, AllowedOrigins origins)
            throws IOException {
        Files.createDirectories(directory);
        BlobStore store =
                new EncryptionTolerantStore(
                        new FilesystemNio2BlobStore(directory.toAbsolutePath().toString()));
        S3Proxy server =
                S3Proxy.builder()
                        .blobStore(store)
                        .endpoint(URI.create("http://127.0.0.1:" + port))
                        .awsAuthentication(
                                AuthenticationType.AWS_V2_OR_V4,
                                Account.ACCESS_KEY,
                                Account.SECRET_KEY)
                        .ignoreUnknownHeaders(true)
                        .corsRules(origins.rules())
                        .build();
        listen(server, port);
        return new ObjectServer(server, store);
    }

    // S3Proxy.start declares Exception
    private static void listen(S3Proxy server, int port) throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            if (caused(e)) {
                throw new PortBusyException("s3", port);
            }
            throw new IOException("S3 did not start", e);
        }
    }

    private static boolean caused(@Nullable Throwable fault) {
        return fault != null && (fault instanceof BindException || caused(fault.getCause()));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Creates the bucket unless it is there. */
    public void ensureBucket(String name) {
        if (!store.containerExists(name)) {
            store.createContainer(name);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3 did not stop", e);
        }
    }
}
