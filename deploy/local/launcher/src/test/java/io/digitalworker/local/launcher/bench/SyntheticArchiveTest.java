package io.digitalworker.local.launcher.bench;

import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SyntheticArchiveTest {
    @TempDir Path directory;

    @Test
    void hasTheLinesThatItTells() throws IOException {
        Path zip = directory.resolve("a.zip");
        long lines = SyntheticArchive.write(zip, 1_000, 1);
        assertThat(lines).isBetween(1_000L, 1_200L);
        try (CheckedArchive archive = (CheckedArchive) ArchiveGate.standard().open(zip)) {
            Inventory inventory = Inventory.of(SourceTree.open(archive));
            assertThat(inventory.lines()).isEqualTo(lines);
            assertThat(inventory.languages()).hasSize(3);
        }
    }
}
