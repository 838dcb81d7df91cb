package io.digitalworker.runtime.testing;

import io.digitalworker.runtime.HostAddresses;
import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A name server on loopback (UDP, RFC 1035) that gives another answer each time it is asked for IPv4
 * addresses, begins anew after the last one, lets nobody keep them (a time to live of 0), and remembers
 * what it was asked. The JDK's own resolver cannot be pointed at a server, so {@link #resolver} asks
 * this one with a DNS client of Vert.x (JNDI's is switched off where Quarkus runs).
 */
public final class NameServer implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int TYPE_A = 1;
    private static final int ANSWER_AUTHORITATIVE = 0x8580;

    private final DatagramSocket socket;
    private final Vertx vertx = Vertx.vertx();
    private final DnsClient client;
    private final List<List<InetAddress>> answers;
    private final AtomicInteger next = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param answers each is one address or several separated by spaces */
    public NameServer(String... answers) {
        this.answers = Arrays.stream(answers).map(NameServer::literals).toList();
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = vertx.createDnsClient(socket.getLocalPort(), "127.0.0.1");
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** The names that were asked for, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Asks this server, once for each call. */
    public HostAddresses resolver() {
        return host -> {
            if (!host.matches(".*[g-z].*")) {
                return literals(host); // as the JDK does not ask for addresses either
            }
            try {
                return ask(host);
            } catch (ExecutionException | TimeoutException unknown) {
                return List.of();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        };
    }

    private List<InetAddress> ask(String host)
            throws ExecutionException, InterruptedException, TimeoutException {
        return client.resolveA(host)
                .map(found -> found.stream().flatMap(a -> literals(a).stream()).toList())
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(byte[] query) {
        ByteBuffer question = ByteBuffer.wrap(query, HEADER, query.length - HEADER);
        String name = name(question);
        boolean ipv4 = question.getShort() == TYPE_A;
        int end = question.position() + 2;
        asked.add(name);
        List<InetAddress> given =
                ipv4 ? answers.get(next.getAndIncrement() % answers.size()) : List.of();
        ByteBuffer out = ByteBuffer.allocate(end + 16 * given.size());
        out.put(query, 0, end);
        out.putShort(2, (short) ANSWER_AUTHORITATIVE).putShort(6, (short) given.size());
        out.putShort(8, (short) 0).putShort(10, (short) 0);
        for (InetAddress address : given) {
            out.putShort((short) (0xC000 | HEADER)).putShort((short) TYPE_A).putShort((short) 1);
            out.putInt(0).putShort((short) 4).put(address.getAddress());
        }
        return out.array();
    }

    private static String name(ByteBuffer question) {
        List<String> labels = new ArrayList<>();
        for (int length = question.get(); length > 0; length = question.get()) {
            byte[] label = new byte[length];
            question.get(label);
            labels.add(new String(label, US_ASCII));
        }
        return String.join(".", labels);
    }

    private static List<InetAddress> literals(String addresses) {
        try {
            List<InetAddress> all = new ArrayList<>();
            for (String address : addresses.split(" ")) {
                all.add(InetAddress.getByName(address));
            }
            return all;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + addresses, e);
        }
    }

    @Override
    public void close() {
        socket.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
