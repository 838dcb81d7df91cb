package io.digitalworker.document.writing.srs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.document.Sample;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The questions stand in {@code /questions/example-srs.json}; they were written before the sections. */
class ReviewersQuestionsTest {
    private static final List<SectionDraft> DRAFTS = Sample.example().verified().drafts();

    static List<Arguments> questions() throws IOException {
        JsonNode file =
                new ObjectMapper()
                        .readTree(
                                ReviewersQuestionsTest.class.getResourceAsStream(
                                        "/questions/example-srs.json"));
        List<Arguments> questions = new ArrayList<>();
        for (JsonNode each : file.get("questions")) {
            List<String> words = new ArrayList<>();
            each.get("words").forEach(word -> words.add(word.asText()));
            questions.add(
                    Arguments.of(
                            each.get("question").asText(), each.get("heading").asText(), words));
        }
        return questions;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void isAnsweredWhereItShouldBeOrListedAsOpen(
            String question, String heading, List<String> words) {
        String section =
                DRAFTS.stream()
                        .filter(draft -> draft.section().title().equals(heading))
                        .flatMap(ReviewersQuestionsTest::words)
                        .collect(Collectors.joining("\n"));
        assertThat(section).as(question).contains(words);
    }

    /** With the heads of tables, which are no sentences. */
    private static Stream<String> words(SectionDraft draft) {
        return Stream.concat(
                draft.blocks().stream()
                        .filter(Block.Table.class::isInstance)
                        .map(Block.Table.class::cast)
                        .flatMap(table -> table.header().stream()),
                draft.sentences().map(Sentence::shown));
    }

    @Test
    void thereAreFifteen() throws IOException {
        assertThat(questions()).hasSize(15);
    }
}
