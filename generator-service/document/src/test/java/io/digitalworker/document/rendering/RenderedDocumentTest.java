package io.digitalworker.document.rendering;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import io.digitalworker.document.ScenarioSample;
import io.digitalworker.document.prose.SectionDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.digitalworker.document.rendering.Documents.document;
import static io.digitalworker.document.rendering.Documents.paragraph;
import static io.digitalworker.document.rendering.Documents.section;
import static io.digitalworker.document.rendering.Documents.words;
import static org.assertj.core.api.Assertions.assertThat;

class RenderedDocumentTest {
    @Test
    void namesTheFontsThatThePdfHolds() throws IOException {
        SectionDraft draft =
                section("one", "One", paragraph(words("plain and \u65e5\u672c\u8a9e")));

        RenderedDocument rendered = Rendering.of(document(draft), Typefaces.bundled());

        assertThat(rendered.fonts())
                .contains("LiberationSans", "LiberationSans-Bold", "DroidSansFallback")
                .doesNotContain("NotoSansDevanagari-Regular")
                .containsAll(embedded(rendered));
    }

    @Test
    void namesAFontOfTheFolder(@TempDir Path folder) throws IOException {
        Path font = Path.of("src/main/resources/fonts/NotoSansDevanagari-Regular.ttf");
        Files.copy(font, folder.resolve("More.ttf"));
        SectionDraft draft = section("one", "One", paragraph(words("\u1cd3 x")));

        assertThat(Rendering.of(document(draft), Typefaces.bundled()).fonts())
                .doesNotContain("NotoSansDevanagari-Regular");
        assertThat(Rendering.of(document(draft), Typefaces.andThoseIn(folder)).fonts())
                .contains("NotoSansDevanagari-Regular");
    }

    /** Base fonts of the file, without the tags of their subsets. */
    private static List<String> embedded(RenderedDocument rendered) throws IOException {
        PdfReader reader = new PdfReader(rendered.files().get(2).bytes());
        TreeSet<String> names = new TreeSet<>();
        for (int i = 1; i < reader.getXrefSize(); i++) {
            if (reader.getPdfObject(i) instanceof com.lowagie.text.pdf.PdfDictionary dictionary
                    && PdfName.FONT.equals(dictionary.getAsName(PdfName.TYPE))) {
                String name = dictionary.getAsName(PdfName.BASEFONT).toString().substring(1);
                names.add(name.replaceFirst("^[A-Z]{6}\\+", "").replaceFirst("-Identity-H$", ""));
            }
        }
        assertThat(names).isNotEmpty();
        return new ArrayList<>(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "hi"})
    void saysWhichLanguageItIsIn(String language) throws IOException {
        ScenarioSample sample = ScenarioSample.example("{\"language\": \"" + language + "\"}", "");

        assertThat(sample.text("srs.html")).contains("<html lang=\"" + language + "\">");
        PdfReader reader = new PdfReader(sample.files().file("srs.pdf").bytes());
        assertThat(reader.getCatalog().getAsString(PdfName.LANG).toUnicodeString())
                .isEqualTo(language);
        assertThat(new String(reader.getMetadata(), StandardCharsets.UTF_8))
                .contains("<dc:language><rdf:Bag><rdf:li>" + language + "</rdf:li>");
    }
}
