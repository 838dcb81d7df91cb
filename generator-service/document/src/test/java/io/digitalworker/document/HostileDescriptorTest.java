package io.digitalworker.document;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.publication.ArtifactSet;
import java.io.IOException;
import java.util.List;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class HostileDescriptorTest {
    private static final String SCRIPT =
            "<script>alert(1)</script> ![x](https://evil.example/a.png) [go](javascript:alert(1))"
                    + " <img src=x onerror=alert(1)> wrapping paper\n\n# Heading\n\n| a | b |";
    private static final ArtifactSet ARTIFACTS =
            Sample.example(
                            "Gift",
                            SCRIPT,
                            "\ud808\udc00\ud808\udc01 wrapping paper उपहार",
                            "=cmd()",
                            "?!")
                    .artifacts();

    @Test
    void htmlHasNothingActive() {
        String html = new String(ARTIFACTS.file("srs.html").bytes(), UTF_8);
        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("default-src 'none'")
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("href=\"javascript")
                .doesNotContain("src=\"");
    }

    @Test
    void markdownKeepsOtherPeoplesWordsAsWords() {
        String markdown = new String(ARTIFACTS.file("srs.md").bytes(), UTF_8);
        Node root =
                Parser.builder()
                        .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
                        .build()
                        .parse(markdown);
        root.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(HtmlBlock node) {
                        throw new AssertionError("active: " + node.getLiteral());
                    }

                    @Override
                    public void visit(HtmlInline node) {
                        throw new AssertionError("active: " + node.getLiteral());
                    }

                    @Override
                    public void visit(Image node) {
                        throw new AssertionError("picture: " + node.getDestination());
                    }

                    @Override
                    public void visit(Link node) {
                        assertThat(node.getDestination()).startsWith("#");
                    }
                });
        assertThat(markdown).doesNotContain("\n# Heading");
    }

    @Test
    void pdfShowsWhereItsFontsLackACharacter() throws IOException {
        PdfReader reader = new PdfReader(ARTIFACTS.file("srs.pdf").bytes());
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        assertThat(text.toString()).contains("[?] wrapping paper").contains("Note:");
    }

    @Test
    void aFeatureOfNoWordsHasNoEvidence() {
        assertThat(Sample.example("Gift", "?!", "the of and").material().features())
                .allMatch(feature -> feature.status() == FeatureStatus.NO_EVIDENCE)
                .allMatch(feature -> feature.matches().isEmpty());
    }

    @Test
    void aVeryLongDescriptionIsLookedUpAllTheSame() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 800; i++) {
            words.append((char) ('a' + i % 26)).append((char) ('a' + i / 26)).append("zqx ");
        }
        Sample sample = Sample.example("Gift", words.toString());
        assertThat(sample.verified().faults()).isEmpty();
    }
}
