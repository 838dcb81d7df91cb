package io.digitalworker.document.rendering;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.digitalworker.document.rendering.Documents.file;
import static io.digitalworker.document.rendering.Documents.paragraph;
import static io.digitalworker.document.rendering.Documents.rendered;
import static io.digitalworker.document.rendering.Documents.section;
import static org.assertj.core.api.Assertions.assertThat;

class InferredMarkTest {
    @Test
    void aConclusionSaysSoInEveryForm() throws IOException {
        Sentence concluded =
                Sentence.of(ClaimClass.INFERRED, new Span.Text("The one follows from the other."));
        SectionDraft draft = section("one", "One", paragraph(concluded));
        List<RenderedFile> files = rendered(draft);
        assertThat(text(files, ".md")).contains("The one follows from the other. *(INFERRED)*");
        assertThat(text(files, ".html"))
                .contains("The one follows from the other. <em>(INFERRED)</em>");
        PdfReader reader = new PdfReader(file(files, ".pdf").bytes());
        StringBuilder pdf = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pdf.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        assertThat(pdf.toString().replaceAll("[\\s\u00a0]+", ""))
                .contains("Theonefollowsfromtheother.(INFERRED)");
    }

    private static String text(List<RenderedFile> files, String ending) {
        return new String(file(files, ending).bytes(), StandardCharsets.UTF_8);
    }
}
