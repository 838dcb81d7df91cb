package io.digitalworker.document.published;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.rendering.RenderedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublishedMarkdownTest {
    @ParameterizedTest
    @MethodSource("io.digitalworker.document.published.Case#all")
    void everyIdentifierIsInTheArchiveEveryCitationIsValidAndNoLinkIsBroken(Case asked)
            throws IOException {
        IndependentCheck check = new IndependentCheck(asked.zip(), asked.descriptor());
        for (String detail : List.of("overview", "standard", "comprehensive")) {
            for (Material material : asked.documents(detail)) {
                read(check, asked.rendered(material));
            }
        }
        System.out.printf(
                "%s: %d identifiers, %d unknown; %d citations, %d invalid; %d links, %d broken%n",
                asked,
                check.identifiers,
                check.unknownIdentifiers.size(),
                check.citations,
                check.invalidCitations.size(),
                check.links,
                check.brokenLinks.size());
        assertThat(check.identifiers).isPositive();
        assertThat(check.citations).isPositive();
        assertThat(check.unknownIdentifiers).isEmpty();
        assertThat(check.invalidCitations).isEmpty();
        assertThat(check.brokenLinks).isEmpty();
    }

    private static void read(IndependentCheck check, List<RenderedFile> files) {
        Set<String> names = files.stream().map(RenderedFile::name).collect(Collectors.toSet());
        files.stream()
                .filter(file -> file.name().endsWith(".md"))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .forEach(markdown -> check.read(markdown, names));
    }

    @Test
    void theScriptFindsWhatIsNotThere() throws IOException {
        Case example = Case.example();
        IndependentCheck check = new IndependentCheck(example.zip(), example.descriptor());
        String file = "Nop.Plugin.Misc.GiftWrapping/Services/GiftWrappingService.cs";
        check.read(
                "# Some title\n\n`GiftWrappingService` and `GiftUnwrapper`, see `"
                        + file
                        + ":L1-L3`, `"
                        + file
                        + ":L1-L9999`, `"
                        + file
                        + ":L1, L9-L8` and `nowhere.cs:L1-L1`.[^a] [Some](#some-title) [No](#none)\n"
                        + "\n```json\n`{\"Ghost\": 1}`\n```\n| `POST /GiftPhantom` \\| x |\n\n[^b]: x\n",
                Set.of());
        assertThat(check.unknownIdentifiers).containsExactly("GiftUnwrapper", "POST /GiftPhantom");
        assertThat(check.invalidCitations)
                .containsExactly(file + ":L1-L9999", file + ":L1, L9-L8", "nowhere.cs:L1-L1");
        assertThat(check.brokenLinks).containsExactly("#none", "[^a", "[^b:");
        assertThat(check.identifiers).isEqualTo(3);
    }
}
