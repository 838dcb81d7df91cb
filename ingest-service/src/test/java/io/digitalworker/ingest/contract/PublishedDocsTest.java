package io.digitalworker.ingest.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.digitalworker.api.Schemas;
import io.digitalworker.api.contract.OpenApi;
import io.digitalworker.api.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is served under {@code /docs/} is made from the contracts; {@code -Dupdate.docs=true} makes it anew. */
class PublishedDocsTest {
    private static final Path DOCS = Path.of("src/main/resources/META-INF/resources/docs");
    private static final OpenApi API = OpenApi.read();

    @Test
    void thePageTellsWhatTheContractsTell() throws IOException {
        String page = new ReferencePage(API).write();

        assertPublished("index.html", page);
        assertThat(page)
                .as("a page without scripts, styles of its own and things from elsewhere")
                .doesNotContain("<script", " style=", "<style", "src=")
                .doesNotContainPattern("<[^>]*\\son\\w+=");
        assertThat(page.split("href=\"")).allMatch(part -> !part.matches("(?s)^(https?:|//).*"));
    }

    @Test
    void everyLinkOfThePageLeadsSomewhere() {
        String page = new ReferencePage(API).write();

        java.util.regex.Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .forEach(anchor -> assertThat(page).contains("id=\"" + anchor + "\""));
    }

    @Test
    void theCollectionHoldsEveryOperation() throws IOException {
        assertThat(RequestCollection.ORDER)
                .containsExactlyInAnyOrderElementsOf(
                        API.operations().stream().map(Operation::id).toList());
        assertPublished("requests.postman_collection.json", pretty());
    }

    private static String pretty() throws JsonProcessingException {
        return Schemas.JSON
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new RequestCollection(API).write())
                + "\n";
    }

    private static void assertPublished(String name, String content) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("made from other contracts; run with -Dupdate.docs=true")
                .hasContent(content);
    }
}
