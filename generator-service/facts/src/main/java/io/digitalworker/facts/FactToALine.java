package io.digitalworker.facts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Each entry of the file's arrays has a line; line ends do not depend on the machine. */
final class FactToALine extends MinimalPrettyPrinter {
    /** Deeper values stay in the line of the fact. */
    private static final int DEPTH = 2;

    private int depth;

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        line(json);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        separate(json);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(": ");
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        end(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        json.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        line(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        separate(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        end(json, values, ']');
    }

    private void separate(JsonGenerator json) throws IOException {
        json.writeRaw(',');
        if (depth > DEPTH) {
            json.writeRaw(' ');
        }
        line(json);
    }

    private void end(JsonGenerator json, int inside, char close) throws IOException {
        depth--;
        if (inside > 0 && depth < DEPTH) {
            json.writeRaw('\n');
            indent(json);
        }
        json.writeRaw(close);
        if (depth == 0) {
            json.writeRaw('\n');
        }
    }

    private void line(JsonGenerator json) throws IOException {
        if (depth <= DEPTH) {
            json.writeRaw('\n');
            indent(json);
        }
    }

    private void indent(JsonGenerator json) throws IOException {
        for (int i = 0; i < depth; i++) {
            json.writeRaw(' ');
        }
    }
}
