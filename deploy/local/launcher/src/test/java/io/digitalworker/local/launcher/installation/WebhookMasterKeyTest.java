package io.digitalworker.local.launcher.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookMasterKeyTest {
    @TempDir Path data;

    @Test
    void isMadeOnceAndKeptForItsOwnerAlone() throws IOException {
        String first = WebhookMasterKey.of(data).value();

        assertThat(WebhookMasterKey.of(data).value()).isEqualTo(first);
        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(Files.getPosixFilePermissions(data.resolve("webhook-master-key"))).hasSize(2);
    }
}
