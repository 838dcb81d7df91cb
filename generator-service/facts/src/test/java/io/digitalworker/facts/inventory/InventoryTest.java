package io.digitalworker.facts.inventory;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.inventory.Inventory.ExcludedCount;
import io.digitalworker.facts.inventory.Inventory.LanguageCount;
import io.digitalworker.facts.inventory.Inventory.ModuleCount;
import io.digitalworker.facts.inventory.Inventory.RedactedCount;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class InventoryTest {
    private final Map<String, byte[]> files = new HashMap<>();

    private void file(String path, String text) {
        files.put(path, text.getBytes(UTF_8));
    }

    @Test
    void aDirectoryWithABuildFileIsAModule() {
        file("src/Core/Nop.Core.csproj", "<Project/>");
        file("src/Core/Domain/A.cs", "class A\n{\n}\n");
        file("src/Core/Plugin/package.json", "{}");
        file("src/Core/Plugin/a.ts", "let a = 1");
        file("docs/index.md", "# x");
        file("README.md", "# x");
        assertThat(Inventory.of(Trees.of(files)).modules())
                .containsExactly(
                        new ModuleCount("(root)", "", "", 1, 1),
                        new ModuleCount("docs", "docs", "", 1, 1),
                        new ModuleCount("Nop.Core", "src/Core", "src/Core/Nop.Core.csproj", 2, 4),
                        new ModuleCount(
                                "Plugin", "src/Core/Plugin", "src/Core/Plugin/package.json", 2, 2));
    }

    @Test
    void aBuildFileAtTheRootMakesOneModule() {
        file("pom.xml", "<project/>");
        file("src/main/A.java", "class A { }");
        assertThat(Inventory.of(Trees.of(files)).modules())
                .containsExactly(new ModuleCount("(root)", "", "pom.xml", 2, 2));
    }

    @Test
    void countsLanguagesExclusionsAndRedactions() {
        file("a/A.cs", "class A\n{\n}\n");
        file("a/b.json", "{\"password\": \"hunter22\"}");
        file("a/logo.png", "x");
        Inventory inventory = Inventory.of(Trees.of(files));
        assertThat(inventory.languages())
                .containsExactly(new LanguageCount("C#", 1, 3), new LanguageCount("JSON", 1, 1));
        assertThat(inventory.excluded()).containsExactly(new ExcludedCount("binary", 1));
        assertThat(inventory.redacted()).containsExactly(new RedactedCount("secret-assignment", 1));
        assertThat(inventory.archiveFiles()).isEqualTo(3);
        assertThat(inventory.lines()).isEqualTo(4);
    }
}
