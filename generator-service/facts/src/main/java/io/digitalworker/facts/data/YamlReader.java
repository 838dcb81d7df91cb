package io.digitalworker.facts.data;

import io.digitalworker.facts.data.DataNode.Scalar;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML 1.2 from parser events, so that nothing in a file decides about recursion or memory. */
final class YamlReader {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).build();

    /** A secret's asterisks would begin an alias; this is no character of any text. */
    private static final char MASK = '\uE000';

    private static final String MASKED = "***";

    private final ToIntFunction<Mark> offsets;
    private final List<DataNode> documents = new ArrayList<>();
    private YamlDocument document = new YamlDocument();

    private YamlReader(String text) {
        this.offsets = offsets(text);
    }

    static DataFile.Content read(String text) {
        YamlReader reader = new YamlReader(text);
        Optional<Unreadable> failure = reader.readAll(text);
        return new DataFile.Content(
                reader.documents, XmlElement.NONE, failure.map(f -> explained(f, text)));
    }

    private static Unreadable explained(Unreadable failure, String text) {
        boolean template = text.contains("{{") || text.contains("{%");
        return template
                ? new Unreadable(failure.line(), "a template rather than YAML: " + failure.reason())
                : failure;
    }

    private Optional<Unreadable> readAll(String text) {
        try {
            for (Event event : new Parse(SETTINGS).parseString(withoutMasks(text))) {
                take(event);
            }
            return Optional.empty();
        } catch (YamlDocument.Unfit e) {
            return Optional.of(new Unreadable(e.line, e.reason));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return Optional.of(new Unreadable(line, String.valueOf(e.getProblem())));
        } catch (YamlEngineException | IndexOutOfBoundsException e) {
            return Optional.of(new Unreadable(1, String.valueOf(e.getMessage())));
        }
    }

    /** The same text with another character where a secret was hidden. */
    private static String withoutMasks(String text) {
        if (!text.contains(MASKED)) {
            return text;
        }
        char[] out = text.toCharArray();
        for (int at = text.indexOf(MASKED); at >= 0; at = text.indexOf(MASKED, at)) {
            while (at < out.length && out[at] == '*') {
                out[at++] = MASK;
            }
        }
        return new String(out);
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> document = new YamlDocument();
            case DocumentEnd -> documents.add(document.root());
            case Scalar -> document.scalar(scalar((ScalarEvent) event), anchor(event), line(event));
            case Alias -> document.alias(((AliasEvent) event).getAlias().getValue(), line(event));
            case MappingStart, SequenceStart -> start((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> document.end(span(event).end(), line(event));
            default -> {}
        }
    }

    private void start(CollectionStartEvent event) {
        document.start(
                new YamlDocument.Frame(
                        event.getEventId() == Event.ID.MappingStart,
                        event.getFlowStyle() == FlowStyle.FLOW,
                        span(event).start(),
                        event.getTag().orElse(""),
                        anchor(event)),
                line(event));
    }

    private Scalar scalar(ScalarEvent event) {
        boolean quoted = event.getScalarStyle() != ScalarStyle.PLAIN;
        String tag = event.getTag().orElse("");
        String value = event.getValue().replace(MASK, '*');
        ScalarType type = quoted || !tag.isEmpty() ? ScalarType.STRING : YamlScalars.typeOf(value);
        return new Scalar(type == ScalarType.NULL ? "" : value, quoted, type, span(event), tag);
    }

    private static String anchor(Event event) {
        return event instanceof ScalarEvent scalar
                ? scalar.getAnchor().map(Object::toString).orElse("")
                : ((CollectionStartEvent) event).getAnchor().map(Object::toString).orElse("");
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private Span span(Event event) {
        int start = event.getStartMark().map(offsets::applyAsInt).orElse(0);
        int end = event.getEndMark().map(offsets::applyAsInt).orElse(start);
        return new Span(start, Math.max(start, end));
    }

    /** Marks count code points. */
    private static ToIntFunction<Mark> offsets(String text) {
        if (text.codePointCount(0, text.length()) == text.length()) {
            return Mark::getIndex;
        }
        int[] starts = new int[text.length() + 1];
        int count = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            starts[count++] = at;
        }
        int points = count;
        starts[points] = text.length();
        return mark -> starts[Math.min(mark.getIndex(), points)];
    }
}
