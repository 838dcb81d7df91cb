package io.digitalworker.local.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that were free a moment ago, below those that the system gives to outgoing connections (from 32768
 * on Linux): one of these may be taken by any connection before the process that is to have it starts.
 */
final class FreePorts {
    private static final int FROM = 15_000;
    private static final int TO = 32_000;
    private static final int ATTEMPTS = 200;

    private FreePorts() {}

    /** A port. */
    static int one() throws IOException {
        return neighbours(1);
    }

    /** The first of so many ports in a row. */
    static int neighbours(int count) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (areFree(base, count)) {
                return base;
            }
        }
        throw new IOException("no " + count + " neighbouring ports are free");
    }

    private static boolean areFree(int base, int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(base + i, 1, InetAddress.getByName("127.0.0.1")));
            }
            return true;
        } catch (IOException taken) {
            return false;
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }
}
