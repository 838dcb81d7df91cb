package io.digitalworker.facts.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.data.DataNode.Mapping;
import io.digitalworker.facts.data.DataNode.Scalar;
import io.digitalworker.facts.data.DataNode.Sequence;
import io.digitalworker.facts.syntax.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON as people write it: with comments, trailing commas, single quotes and bare keys. */
final class JsonReader {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    // names are seldom met twice, and a table of them can be attacked
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(10 * DataNode.MAX_DEPTH)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final String text;
    private final JsonParser parser;

    private JsonReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    static DataFile.Content read(String text) {
        List<DataNode> documents = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(text.toCharArray())) {
            JsonReader reader = new JsonReader(text, parser);
            while (parser.nextToken() != null) {
                documents.add(reader.value(0));
            }
            return new DataFile.Content(documents, XmlElement.NONE, Optional.empty());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            return broken(documents, line, e.getOriginalMessage());
        } catch (IOException e) {
            return broken(documents, 1, e.toString());
        } catch (TooDeep e) {
            return broken(documents, e.line, e.reason());
        }
    }

    private static DataFile.Content broken(List<DataNode> documents, int line, String reason) {
        return new DataFile.Content(
                documents, XmlElement.NONE, Optional.of(new Unreadable(line, reason)));
    }

    private DataNode value(int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (depth > DataNode.MAX_DEPTH) {
            throw new TooDeep(parser.currentTokenLocation().getLineNr());
        }
        return switch (token) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> sequence(depth);
            default -> scalar(token);
        };
    }

    private DataNode mapping(int depth) throws IOException {
        int start = tokenStart();
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Span keySpan = keySpan(tokenStart());
            parser.nextToken();
            entries.add(new Entry(key, keySpan, value(depth + 1)));
        }
        return new Mapping(entries, new Span(start, tokenEnd()), "");
    }

    private DataNode sequence(int depth) throws IOException {
        int start = tokenStart();
        List<DataNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1));
        }
        return new Sequence(items, new Span(start, tokenEnd()), "");
    }

    private DataNode scalar(JsonToken token) throws IOException {
        int start = tokenStart();
        String value = parser.getText();
        Span span = new Span(start, Math.max(start, tokenEnd()));
        return switch (token) {
            case VALUE_STRING -> new Scalar(value, true, ScalarType.STRING, span, "");
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(value, false, ScalarType.BOOLEAN, span, "");
            case VALUE_NULL -> new Scalar("", false, ScalarType.NULL, span, "");
            default -> new Scalar(value, false, ScalarType.NUMBER, span, "");
        };
    }

    private int tokenStart() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private int tokenEnd() {
        return (int) Math.min(text.length(), parser.currentLocation().getCharOffset());
    }

    /** The parser is past the colon when it gives a name. */
    private Span keySpan(int start) {
        char quote = text.charAt(start);
        int at = start + 1;
        if (quote == '"' || quote == '\'') {
            while (at < text.length() && text.charAt(at) != quote) {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            return new Span(start, Math.min(text.length(), at + 1));
        }
        while (at < text.length() && text.charAt(at) != ':' && text.charAt(at) > ' ') {
            at++;
        }
        return new Span(start, at);
    }
}
