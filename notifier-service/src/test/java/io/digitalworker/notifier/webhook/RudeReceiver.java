package io.digitalworker.notifier.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A receiver that writes whatever it likes, for as long as it is let. */
final class RudeReceiver implements AutoCloseable {
    /** What it does with a connection; an exception ends it. */
    interface Manner {
        void treat(OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong hungUp = new AtomicLong();

    RudeReceiver(Manner manner) {
        this("127.0.0.1", 0, manner);
    }

    RudeReceiver(String address, int port, Manner manner) {
        try {
            server = new ServerSocket(port, 0, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(
                () -> {
                    while (true) {
                        Socket socket = server.accept();
                        connections.incrementAndGet();
                        threads.submit(() -> treat(socket, manner));
                    }
                });
    }

    private void treat(Socket socket, Manner manner) {
        try (socket) {
            manner.treat(socket.getOutputStream());
            while (socket.getInputStream().read() >= 0) {
                // as long as the other side wants
            }
        } catch (IOException gone) {
            // as below
        }
        hungUp.incrementAndGet();
    }

    /** Says nothing at all. */
    static Manner silent() {
        return out -> {};
    }

    /** Says this, and then nothing. */
    static Manner saying(String text) {
        return out -> out.write(text.getBytes(US_ASCII));
    }

    /** Says the first, then the second for ever, with pauses of so many milliseconds. */
    static Manner repeating(String first, String second, int pause) {
        return out -> {
            out.write(first.getBytes(US_ASCII));
            while (true) {
                out.write(second.getBytes(US_ASCII));
                out.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            }
        };
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** Connections that the other side has ended. */
    long hungUp() {
        return hungUp.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
