package io.digitalworker.local.launcher.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Eight neighbouring ports on loopback: the four services, then queues, objects, table and events.
 *
 * @param base the first of them, 1 to 65,528
 */
public record Ports(int base) {
    private static final int COUNT = 8;
    private static final int FIRST_OF_CLOUD = 4;

    public Ports {
        if (base < 1 || base + COUNT > 65_536) {
            throw new NotStarted("The base port must lie between 1 and " + (65_536 - COUNT) + ".");
        }
    }

    int of(Service service) {
        return base + service.portOffset();
    }

    /** Of the web page that ingest serves: its uploads and downloads go to the objects' port. */
    List<String> origins() {
        int ingest = of(Service.INGEST);
        return List.of("http://127.0.0.1:" + ingest, "http://localhost:" + ingest);
    }

    int sqs() {
        return base + FIRST_OF_CLOUD;
    }

    int s3() {
        return base + FIRST_OF_CLOUD + 1;
    }

    int dynamodb() {
        return base + FIRST_OF_CLOUD + 2;
    }

    int events() {
        return base + FIRST_OF_CLOUD + 3;
    }

    /** Refuses with one sentence if any of them is taken. */
    public void mustBeFree() {
        List<Integer> busy =
                IntStream.range(base, base + COUNT).filter(port -> !free(port)).boxed().toList();
        if (!busy.isEmpty()) {
            throw new NotStarted(
                    "Port "
                            + busy.get(0)
                            + " is in use. Free it, or choose eight others with --base-port"
                            + " (such as --base-port 18080).");
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
