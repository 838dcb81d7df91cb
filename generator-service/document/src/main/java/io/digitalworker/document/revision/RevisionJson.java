package io.digitalworker.document.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.RevisionAnswer;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.document.edition.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The object {@code revision} of {@code report.json} (JSON Schema {@code /schema/report.json}). */
final class RevisionJson {
    /** Sentences told of each kind; their numbers are told in full. */
    private static final int TOLD = 50;

    private RevisionJson() {}

    static JsonNode of(RevisionOutcome outcome) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("revisionOf", outcome.root());
        json.put("basedOn", outcome.basedOn());
        json.put("number", outcome.number());
        json.put("action", outcome.request().toDo().key());
        json.put("status", outcome.status().key());
        analysis(outcome.request(), json);
        places(outcome.concerned(), json.putArray("concerned"));
        answers(outcome, json.putArray("answers"));
        ArrayNode notes = json.putArray("notes");
        outcome.notes()
                .forEach(
                        note ->
                                notes.addObject()
                                        .put("rule", note.rule())
                                        .put("detail", note.detail()));
        ArrayNode sections = json.putArray("sections");
        outcome.diffs().forEach(diff -> section(diff, sections.addObject()));
        return json;
    }

    private static void analysis(RevisionRequest request, ObjectNode json) {
        if (request.message() == null) {
            return;
        }
        MessageAnalysis analysis = MessageAnalysis.of(request.words());
        json.putObject("analysis")
                .put("words", analysis.words())
                .put("code", analysis.code())
                .put("question", analysis.question())
                .put("complexity", analysis.complexity().key())
                .put("language", analysis.language());
    }

    private static void places(Set<Place> places, ArrayNode json) {
        new TreeSet<>(places)
                .forEach(
                        place ->
                                json.addObject()
                                        .put("document", place.document())
                                        .put("section", place.section()));
    }

    private static void answers(RevisionOutcome outcome, ArrayNode json) {
        for (RevisionAnswer answer : outcome.request().answers()) {
            json.addObject()
                    .put("question", answer.questionId())
                    .put("merged", outcome.merged().contains(answer.questionId()));
        }
    }

    private static void section(SectionDiff diff, ObjectNode json) {
        json.put("document", diff.document())
                .put("id", diff.section())
                .put("title", diff.title())
                .put("change", diff.kind().name().toLowerCase(Locale.ROOT))
                .put("sha256", diff.sha256());
        if (diff.kind() != SectionDiff.Kind.CHANGED) {
            return;
        }
        sentences("added", diff.added(), json);
        sentences("removed", diff.removed(), json);
        ObjectNode reworded = json.putObject("reworded").put("count", diff.reworded().size());
        ArrayNode pairs = reworded.putArray("sentences");
        diff.reworded().stream()
                .limit(TOLD)
                .forEach(
                        each ->
                                pairs.addObject()
                                        .put("before", each.before())
                                        .put("after", each.after()));
    }

    private static void sentences(String name, List<String> sentences, ObjectNode json) {
        ObjectNode node = json.putObject(name).put("count", sentences.size());
        ArrayNode told = node.putArray("sentences");
        sentences.stream().limit(TOLD).forEach(told::add);
    }
}
