package io.digitalworker.document.rendering;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static io.digitalworker.document.rendering.Documents.file;
import static io.digitalworker.document.rendering.Documents.paragraph;
import static io.digitalworker.document.rendering.Documents.rendered;
import static io.digitalworker.document.rendering.Documents.section;
import static io.digitalworker.document.rendering.Documents.table;
import static io.digitalworker.document.rendering.Documents.words;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class FootnotesTest {
    private static final String PLACE = "src/A.cs:L1-L2";

    private static String markdown(List<RenderedFile> files) {
        return new String(file(files, ".md").bytes(), UTF_8);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void samePlacesHaveOneFootnoteInASection() {
        String text =
                markdown(
                        rendered(
                                section(
                                        "one",
                                        "One",
                                        paragraph(words("First.", PLACE)),
                                        paragraph(words("Second.", PLACE)))));
        List<String> labels = all("\\[\\^one-[0-9a-f]{8}]", text);
        assertThat(labels).hasSize(3).containsOnly(labels.get(0));
        assertThat(all("^\\[\\^.*]: `src/A\\.cs:L1-L2`$", text)).hasSize(1);
    }

    @Test
    void aSectionKeepsItsLabelsWhateverStandsBeforeIt() {
        List<RenderedFile> alone =
                rendered(section("two", "Two", paragraph(words("Words.", PLACE))));
        List<RenderedFile> behind =
                rendered(
                        section("one", "One", paragraph(words("Other words.", "src/B.cs:L1-L1"))),
                        section("two", "Two", paragraph(words("Words.", PLACE))));
        String section = markdown(alone).substring(markdown(alone).indexOf("## Two"));
        assertThat(markdown(behind)).endsWith(section);
    }

    @Test
    void aRowHasOneFootnote() {
        String text = markdown(rendered(section("one", "One", table(20))));
        List<String> rows = all("^\\|.*reviews.*$", text);
        assertThat(rows).hasSize(20).allMatch(row -> all("\\[\\^", row).size() == 1);
    }

    @Test
    void everyReferenceInHtmlLeadsToItsNoteAndBack() {
        String html =
                new String(file(rendered(section("one", "One", table(5))), ".html").bytes(), UTF_8);
        for (String reference : all("href=\"#[^\"]+\"", html)) {
            String id = reference.substring("href=\"#".length(), reference.length() - 1);
            assertThat(all("id=\"" + Pattern.quote(id) + "\"", html)).as(id).hasSize(1);
        }
        assertThat(all("<sup>", html)).hasSize(5);
    }
}
