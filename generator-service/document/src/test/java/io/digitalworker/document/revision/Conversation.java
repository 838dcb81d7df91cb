package io.digitalworker.document.revision;

import io.digitalworker.api.Options;
import io.digitalworker.api.RevisionAnswer;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.document.Sample;
import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.edition.Edition;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.publication.DocumentSet;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.SectionTexts;
import io.digitalworker.document.writing.ExtractiveWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Revisions of the example's three documents, one upon the other, the way the service makes them. */
final class Conversation {
    private static final long BEGUN = Sample.AT.toEpochMilli();

    private final Sample sample = Sample.example();
    private final Options options;
    private final Revising revising;
    private RevisionRecord record = new RevisionRecord("root", BEGUN, List.of());

    /** The documents of an edition. */
    record Made(List<WrittenDocument> documents, List<DocumentTree> trees) {
        /** Markdown by {@code document/section}. */
        Map<String, String> texts() {
            Map<String, String> texts = new LinkedHashMap<>();
            for (int i = 0; i < documents.size(); i++) {
                List<SectionDraft> drafts = documents.get(i).verified().drafts();
                List<String> sections = SectionTexts.of(trees.get(i));
                for (int j = 0; j < sections.size(); j++) {
                    String id = drafts.get(j).section().id();
                    texts.put(documents.get(i).name() + "/" + id, sections.get(j));
                }
            }
            return texts;
        }

        List<DocumentDiff.Side> sides() {
            List<DocumentDiff.Side> sides = new ArrayList<>();
            for (int i = 0; i < documents.size(); i++) {
                sides.add(new DocumentDiff.Side(documents.get(i), trees.get(i)));
            }
            return sides;
        }

        SectionDraft draft(String document, String section) {
            return documents.stream()
                    .filter(each -> each.name().equals(document))
                    .flatMap(each -> each.verified().drafts().stream())
                    .filter(each -> each.section().id().equals(section))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One revision: what was, what is, and what the report says of it. */
    record Turn(Made before, Made after, Editions editions, RevisionOutcome outcome) {
        /** Sections whose Markdown is another one, or which are there on one side only. */
        List<String> changed() {
            Map<String, String> was = before.texts();
            Map<String, String> is = after.texts();
            List<String> changed = new ArrayList<>();
            is.forEach(
                    (id, text) -> {
                        if (!text.equals(was.get(id))) {
                            changed.add(id);
                        }
                    });
            was.keySet().stream().filter(id -> !is.containsKey(id)).forEach(changed::add);
            return changed;
        }

        List<String> notes() {
            return outcome.notes().stream().map(RevisionOutcome.Note::rule).toList();
        }
    }

    Conversation() {
        this("en");
    }

    Conversation(String language) {
        this.options =
                new Options(
                        List.of("srs", "functional-spec", "tech-design"),
                        "standard",
                        null,
                        null,
                        language,
                        null,
                        null);
        this.revising = new Revising(options, outline -> sample.gathered(outline).material());
    }

    Sample sample() {
        return sample;
    }

    Turn revise(String message, String... sections) {
        return turn(new RevisionRequest("revise", message, List.of(), List.of(sections)));
    }

    Turn answer(String questionId, String answer) {
        return turn(
                new RevisionRequest(
                        "revise",
                        null,
                        List.of(new RevisionAnswer(questionId, answer)),
                        List.of()));
    }

    Turn turn(String action, String message, String... sections) {
        return turn(new RevisionRequest(action, message, List.of(), List.of(sections)));
    }

    private Turn turn(RevisionRequest request) {
        int number = record.steps().size() + 1;
        long at = BEGUN + Duration.ofDays(number).toMillis();
        record = record.and(new RevisionRecord.Step("revision-" + number, at, request));
        Editions editions = revising.editions(record);
        Made before = made(editions.base());
        Made after = made(editions.next().edition());
        RevisionOutcome outcome =
                new Revision(record, "base", editions)
                        .outcome(before.sides(), after.sides(), Optional.empty());
        return new Turn(before, after, editions, outcome);
    }

    private Made made(Edition edition) {
        DocumentSet set = new DocumentSet(sample.tree(), revising.material(edition), () -> {});
        List<WrittenDocument> documents =
                set.verify(set.write(revising.outlines(edition), new ExtractiveWriter()));
        return new Made(documents, DocumentSet.assemble(documents, edition.date()));
    }
}
