package io.digitalworker.document.prompt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON object of an answer. A fence around it is let pass; other words around it are a fault, though the
 * object is read.
 */
record Answer(JsonNode json, boolean framed) {
    static final int LONGEST = 60_000;

    private static final int DEEPEST = 12;
    private static final Pattern FENCED =
            Pattern.compile("\\A```[A-Za-z]*\\s*\\n(.*?)\\n?\\s*```\\z", Pattern.DOTALL);

    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxDocumentLength(LONGEST)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads an answer.
     *
     * @throws AnswerFault if there is no such object in it
     */
    static Answer read(String answer) throws AnswerFault {
        if (answer.length() > LONGEST) {
            throw new AnswerFault("the answer is longer than " + LONGEST + " characters");
        }
        String text = answer.strip();
        Matcher fence = FENCED.matcher(text);
        String inner = fence.matches() ? fence.group(1).strip() : text;
        if (inner.isEmpty()) {
            throw new AnswerFault("the answer is empty");
        }
        int from = inner.indexOf('{');
        int to = inner.lastIndexOf('}');
        if (from < 0 || to < from) {
            throw new AnswerFault("the answer holds no whole JSON object");
        }
        boolean framed = from > 0 || to < inner.length() - 1;
        return new Answer(object(inner.substring(from, to + 1)), framed);
    }

    private static JsonNode object(String text) throws AnswerFault {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AnswerFault("the answer is no JSON object that can be read" + at(e));
        }
    }

    /** Where, and never what: the parser's own words quote the text. */
    private static String at(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ": line "
                        + e.getLocation().getLineNr()
                        + ", column "
                        + e.getLocation().getColumnNr();
    }

    /** Whether an object has fields besides these. */
    static boolean hasOthers(JsonNode object, List<String> fields) {
        return object.properties().stream().anyMatch(each -> !fields.contains(each.getKey()));
    }
}
