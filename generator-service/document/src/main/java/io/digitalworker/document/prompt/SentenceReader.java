package io.digitalworker.document.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the sentences of an answer: words with handles in braces, a class and evidence. */
final class SentenceReader {
    private static final int LONGEST = 700;
    private static final int MENTIONS = 20;
    private static final int EVIDENCE = 20;
    private static final List<String> FIELDS = List.of("say", "class", "evidence");

    /** What joins a word to a name after it, and a name to a word after it. */
    private static final Pattern ENDS_IN_WORD =
            Pattern.compile(".*[\\p{L}\\p{N}]\\z", Pattern.DOTALL);

    private static final Pattern BEGINS_WITH_WORD =
            Pattern.compile("\\A[\\p{L}\\p{N}].*", Pattern.DOTALL);

    private final Handles handles;
    private final Mentions mentions;

    SentenceReader(Handles handles, Mentions mentions) {
        this.handles = handles;
        this.mentions = mentions;
    }

    Sentence read(JsonNode node) throws AnswerFault {
        if (!node.isObject() || Answer.hasOthers(node, FIELDS)) {
            throw new AnswerFault("is no object of say, class and evidence");
        }
        return new Sentence(
                spans(node.path("say")), claimClass(node.path("class")), evidence(node));
    }

    private static ClaimClass claimClass(JsonNode node) throws AnswerFault {
        return switch (node.asText()) {
            case "EXTRACTED" -> ClaimClass.EXTRACTED;
            case "INFERRED" -> ClaimClass.INFERRED;
            default -> throw new AnswerFault("its class is neither EXTRACTED nor INFERRED");
        };
    }

    private List<String> evidence(JsonNode node) throws AnswerFault {
        JsonNode all = node.path("evidence");
        if (!all.isArray() || all.size() > EVIDENCE) {
            throw new AnswerFault("its evidence is no list of at most " + EVIDENCE + " handles");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode each : all) {
            if (!ids.add(place(each.isTextual() ? each.asText().strip() : ""))) {
                throw new AnswerFault("cites " + each.asText().strip() + " twice");
            }
        }
        return List.copyOf(ids);
    }

    private String place(String handle) throws AnswerFault {
        Optional<Evidence> place = handles.places.of(handle);
        if (place.isPresent()) {
            return place.get().id();
        }
        boolean form = handle.matches("[A-Z][0-9]{1,6}");
        throw new AnswerFault(
                "cites " + (form ? handle : "something") + ", which is no place of the catalogue");
    }

    /**
     * Words and mentions.
     *
     * @throws AnswerFault for braces that hold no handle, and for what cannot be seen
     */
    List<Span> spans(JsonNode node) throws AnswerFault {
        if (!node.isTextual() || node.asText().isBlank()) {
            throw new AnswerFault("says nothing");
        }
        String say = node.asText().strip();
        if (say.length() > LONGEST) {
            throw new AnswerFault("is longer than " + LONGEST + " characters");
        }
        if (say.codePoints().anyMatch(Plain::isUnseen)) {
            throw new AnswerFault("holds characters that cannot be seen");
        }
        return spans(say);
    }

    private List<Span> spans(String say) throws AnswerFault {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        int mentioned = 0;
        while (at < say.length()) {
            int open = say.indexOf('{', at);
            int close = say.indexOf('}', at);
            if (open < 0 && close < 0) {
                words(spans, say.substring(at));
                return spans;
            }
            if (open < 0 || close < open || say.substring(open + 1, close).indexOf('{') >= 0) {
                throw new AnswerFault("has braces that do not match");
            }
            words(spans, say.substring(at, open));
            mention(spans, mentions.of(say.substring(open + 1, close)));
            if (++mentioned > MENTIONS) {
                throw new AnswerFault("mentions more than " + MENTIONS + " things");
            }
            at = close + 1;
        }
        return spans;
    }

    /** Words never stick to a name. */
    private static void words(List<Span> spans, String words) {
        if (!words.isEmpty()) {
            boolean sticks = !spans.isEmpty() && BEGINS_WITH_WORD.matcher(words).matches();
            spans.add(new Span.Text(sticks ? " " + words : words));
        }
    }

    private static void mention(List<Span> spans, Span.Mention mention) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last) instanceof Span.Mention) {
            spans.add(new Span.Text(" "));
        } else if (last >= 0 && ENDS_IN_WORD.matcher(spans.get(last).shown()).matches()) {
            spans.set(last, new Span.Text(spans.get(last).shown() + " "));
        }
        spans.add(mention);
    }
}
