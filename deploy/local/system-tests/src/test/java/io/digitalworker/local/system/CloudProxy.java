package io.digitalworker.local.system;

import io.digitalworker.local.process.CloudEndpoints;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between one service and the cloud and sees each request before the cloud does, and each answer
 * before the service does. Whoever watches may let the caller die at either moment.
 */
final class CloudProxy implements AutoCloseable {
    /** Watches the boundary; a method that throws {@link Severed} cuts the connection there. */
    interface Watch {
        default void before(CloudCall call) {}

        /** What the caller is answered in the cloud's place; null where the cloud is asked. */
        default HttpMessage insteadOf(CloudCall call) {
            return null;
        }

        default void after(CloudCall call, HttpMessage answer) {}
    }

    /** The caller is gone: nothing goes on, in either direction. */
    static final class Severed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final String service;
    private final Watch watch;
    private final List<ServerSocket> listeners = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CloudEndpoints endpoints;

    CloudProxy(String service, CloudEndpoints cloud, Watch watch) throws IOException {
        this.service = service;
        this.watch = watch;
        this.endpoints =
                new CloudEndpoints(
                        listen("SQS", cloud.sqs()),
                        listen("S3", cloud.s3()),
                        listen("DynamoDB", cloud.dynamodb()),
                        listen("Events", cloud.events()));
    }

    /** What the service is told. */
    CloudEndpoints endpoints() {
        return endpoints;
    }

    private URI listen(String endpoint, URI upstream) throws IOException {
        ServerSocket listener = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        listeners.add(listener);
        start("proxy-" + service + "-" + endpoint, () -> accept(listener, endpoint, upstream));
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void accept(ServerSocket listener, String endpoint, URI upstream) {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections.add(client);
                start("proxied", () -> serve(client, endpoint, upstream));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client, String endpoint, URI upstream) {
        try (client;
                Socket cloud = new Socket("127.0.0.1", upstream.getPort())) {
            client.setTcpNoDelay(true);
            cloud.setTcpNoDelay(true);
            connections.add(cloud);
            InputStream fromClient = new BufferedInputStream(client.getInputStream());
            InputStream fromCloud = new BufferedInputStream(cloud.getInputStream());
            boolean open = true;
            while (open) {
                open = exchange(endpoint, client, fromClient, cloud, fromCloud);
            }
        } catch (IOException | Severed e) {
            // the connection ends, as connections do
        } finally {
            connections.remove(client);
            connections.removeIf(Socket::isClosed);
        }
    }

    private boolean exchange(
            String endpoint,
            Socket client,
            InputStream fromClient,
            Socket cloud,
            InputStream fromCloud)
            throws IOException {
        HttpMessage request = HttpMessage.readRequest(fromClient, client.getOutputStream());
        if (request == null) {
            return false;
        }
        CloudCall call = CloudCall.of(service, endpoint, request);
        watch.before(call);
        HttpMessage answer = watch.insteadOf(call);
        if (answer == null) {
            cloud.getOutputStream().write(request.raw());
            cloud.getOutputStream().flush();
            answer = HttpMessage.readAnswer(fromCloud, request.start().startsWith("HEAD "));
        }
        watch.after(call, answer);
        client.getOutputStream().write(answer.raw());
        client.getOutputStream().flush();
        return !answer.closes() && !request.closes();
    }

    /** Cuts all connections, as the kernel does for a process that died; new ones are taken. */
    void sever() {
        for (Socket connection : connections) {
            try {
                connection.close();
            } catch (IOException e) {
                // it is closed
            }
        }
        connections.clear();
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket listener : listeners) {
            listener.close();
        }
        sever();
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
