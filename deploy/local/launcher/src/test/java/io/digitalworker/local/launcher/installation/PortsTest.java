package io.digitalworker.local.launcher.installation;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {
    @Test
    void areEightNeighbours() {
        Ports ports = new Ports(9000);
        List<Integer> all = new ArrayList<>();
        for (Service service : Service.values()) {
            all.add(ports.of(service));
        }
        all.addAll(List.of(ports.sqs(), ports.s3(), ports.dynamodb(), ports.events()));

        assertThat(all).containsExactly(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007);
    }

    @Test
    void mustAllBePortNumbers() {
        assertThatThrownBy(() -> new Ports(0)).isInstanceOf(NotStarted.class);
        assertThatThrownBy(() -> new Ports(65_529)).isInstanceOf(NotStarted.class);
        assertThat(new Ports(65_528).events()).isEqualTo(65_535);
    }
}
