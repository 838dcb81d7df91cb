package io.digitalworker.document.rendering;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.SimpleBookmark;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.digitalworker.api.Options;
import io.digitalworker.document.Sample;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.outline.Wording;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

import static io.digitalworker.document.rendering.Documents.figure;
import static io.digitalworker.document.rendering.Documents.file;
import static io.digitalworker.document.rendering.Documents.name;
import static io.digitalworker.document.rendering.Documents.paragraph;
import static io.digitalworker.document.rendering.Documents.rendered;
import static io.digitalworker.document.rendering.Documents.section;
import static io.digitalworker.document.rendering.Documents.table;
import static io.digitalworker.document.rendering.Documents.words;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PdfTest {
    private static final SectionDraft EVERYTHING =
            section(
                    "everything",
                    "Everything क्षत्रिय 礼品",
                    paragraph(
                            words("Кириллица, Ελληνικά, é → 日本語 한국어 प्रक्रिया। ", "src/A.cs:L1-L2"),
                            name("Vendor.Product.VeryLongNameOfAServiceThatDoesNotEnd")),
                    new Block.Heading(words("Drawn")),
                    figure(),
                    new Block.Listing("json", List.of(words("{ \"a\": 1 }", "src/A.cs:L3-L3"))),
                    table(120));
    private static final List<RenderedFile> FILES = rendered(EVERYTHING);

    private static String text(RenderedFile pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf.bytes());
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }

    private static String packed(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    private static List<String> faults(RenderedFile pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                Foundries.defaultInstance()
                        .createParser(
                                new ByteArrayInputStream(pdf.bytes()), PDFAFlavour.PDFA_1_B)) {
            ValidationResult result =
                    Foundries.defaultInstance()
                            .createValidator(PDFAFlavour.PDFA_1_B, false)
                            .validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(1000);
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .toList();
        }
    }

    @Test
    void isPdfA1b() throws Exception {
        assertThat(faults(file(FILES, ".pdf"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "hi"})
    void theExampleIsPdfA1bInEveryScript(String language) throws Exception {
        Options options = new Options(List.of("srs"), null, null, null, language, null, null);
        Sample example = Sample.example().as(Outline.all(options).get(0));
        RenderedFile pdf = file(Rendering.all(example.document()), ".pdf");
        assertThat(faults(pdf)).isEmpty();
        assertThat(packed(text(pdf))).contains(Wording.of(language).say("Overview"));
    }

    @Test
    void holdsAllHeadingsAndIdentifiersOfTheMarkdown() throws IOException {
        List<RenderedFile> files = Rendering.all(Sample.example().document());
        String pdf = packed(text(file(files, ".pdf")));
        Node root =
                Parser.builder()
                        .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
                        .build()
                        .parse(new String(file(files, ".md").bytes(), UTF_8));
        List<String> shown = new ArrayList<>();
        root.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Code code) {
                        shown.add(code.getLiteral());
                    }

                    @Override
                    public void visit(Heading heading) {
                        heading.accept(
                                new AbstractVisitor() {
                                    @Override
                                    public void visit(Text text) {
                                        shown.add(text.getLiteral());
                                    }
                                });
                    }
                });
        assertThat(shown).hasSizeGreaterThan(50);
        assertThat(shown).allMatch(words -> pdf.contains(packed(words)));
    }

    @Test
    void showsTheScriptsOfTheBundledFontsAndSaysWhatIsMissing() throws IOException {
        assertThat(packed(text(file(FILES, ".pdf"))))
                .contains("Кириллица,Ελληνικά,é→日本語한국어")
                .doesNotContain(PdfFonts.UNKNOWN);
        SectionDraft missing =
                section("one", "One", paragraph(words("\ud808\udc00\ud808\udc01 x")));
        assertThat(text(file(rendered(missing), ".pdf")))
                .contains("[?] x")
                .contains("Note: 2 characters are not in the fonts");
    }

    @Test
    void takesFurtherFontsFromAFolder(@TempDir Path folder) throws IOException {
        Path font = Path.of("src/main/resources/fonts/NotoSansDevanagari-Regular.ttf");
        Files.copy(font, folder.resolve("More.ttf"));
        SectionDraft draft = section("one", "One", paragraph(words("\u1cd3 x")));
        assertThat(text(file(rendered(draft), ".pdf"))).contains("Note: 1 character");
        assertThat(text(file(rendered(Typefaces.andThoseIn(folder), draft), ".pdf")))
                .doesNotContain("Note: 1 character");
    }

    @Test
    void isTheSameInEveryLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("hi-IN-u-nu-deva", "ar-EG-u-nu-arab", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                List<RenderedFile> again = rendered(EVERYTHING);
                assertThat(again.stream().map(RenderedFile::sha256))
                        .as(tag)
                        .containsExactlyElementsOf(
                                FILES.stream().map(RenderedFile::sha256).toList());
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void namesTheSectionsInBookmarksAndContents() throws IOException {
        PdfReader reader = new PdfReader(file(FILES, ".pdf").bytes());
        assertThat(SimpleBookmark.getBookmarkList(reader).toString())
                .contains("Everything")
                .contains("Drawn");
        String contents = new PdfTextExtractor(reader).getTextFromPage(2);
        assertThat(contents).contains("Contents").contains("Drawn").contains("3");
        assertThat(reader.getInfo()).containsEntry("Subject", "Misc.GiftWrapping");
        assertThat(reader.getInfo().get("CreationDate")).startsWith("D:20260304000000");
    }
}
