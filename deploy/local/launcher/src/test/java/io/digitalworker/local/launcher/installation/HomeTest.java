package io.digitalworker.local.launcher.installation;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeTest {
    @Test
    void isFoundUpwardsFromTheWorkingDirectory() {
        assertThat(Home.find().root().resolve("deploy/local/launcher")).isDirectory();
        assertThat(Home.find().example()).isDirectory();
    }

    @Test
    void saysWhatToRunWhereAServiceIsNotBuilt(@TempDir Path empty) {
        assertThatThrownBy(() -> new Home(empty).runnable(Service.INGEST))
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("ingest")
                .hasMessageContaining("mvn");
    }
}
