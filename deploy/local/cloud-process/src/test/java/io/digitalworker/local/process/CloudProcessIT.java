package io.digitalworker.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CloudProcessIT {
    @TempDir Path data;

    private static boolean listens(URI endpoint) {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void startsWithEverythingListeningAndEndsWithItsInput() throws IOException {
        CloudProcess cloud = CloudProcess.start(CloudProcess.Options.in(data));
        CloudEndpoints endpoints = cloud.endpoints();
        assertThat(cloud.isAlive()).isTrue();
        assertThat(ProcessHandle.of(cloud.pid())).isPresent();
        assertThat(endpoints.sqs()).matches(CloudProcessIT::listens);
        assertThat(endpoints.s3()).matches(CloudProcessIT::listens);
        assertThat(endpoints.dynamodb()).matches(CloudProcessIT::listens);
        assertThat(endpoints.events()).matches(CloudProcessIT::listens);
        cloud.endInput();
        assertThat(cloud.isAlive()).as("alive after the end of its input").isFalse();
        assertThat(listens(endpoints.sqs())).isFalse();
    }

    @Test
    void namesABusyPortInOneLineWithExitCode3() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            CloudProcess.Options free = CloudProcess.Options.in(data);
            for (CloudProcess.Options options :
                    new CloudProcess.Options[] {
                        free.withPorts(port, 0, 0, 0), free.withPorts(0, port, 0, 0),
                        free.withPorts(0, 0, port, 0), free.withPorts(0, 0, 0, port)
                    }) {
                assertThatThrownBy(() -> CloudProcess.start(options))
                        .isInstanceOfSatisfying(
                                CloudStartException.class,
                                e ->
                                        assertThat(e.exitCode())
                                                .isEqualTo(CloudStartException.BUSY_PORT))
                        .hasMessageContaining("port " + port)
                        .hasMessageContaining("is busy");
            }
        }
    }

    @Test
    void refusesAnUnknownArgumentWithExitCode2() {
        assertThatThrownBy(() -> CloudProcess.start(CloudProcess.Options.in(data).with("--colour")))
                .isInstanceOfSatisfying(
                        CloudStartException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessageContaining("unknown argument --colour");
    }
}
