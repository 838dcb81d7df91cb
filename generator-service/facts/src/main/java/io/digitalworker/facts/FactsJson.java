package io.digitalworker.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.inventory.Inventory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** {@code facts.json} (design §4.7; JSON Schema {@code /schema/facts.json}). */
public final class FactsJson {
    /** Of the file's form; a new optional field raises the second number. */
    public static final String SCHEMA_VERSION = "1.0";

    private final JsonGenerator json;
    private final RecordJson records;

    private FactsJson(JsonGenerator json) {
        this.json = json;
        this.records = new RecordJson(json);
    }

    /** The facts in UTF-8; byte-identical for equal facts on every machine. */
    public static byte[] write(Facts facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        try {
            write(facts, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same into a stream, which is not closed: a large archive's facts need not be held twice. */
    public static void write(Facts facts, OutputStream out) throws IOException {
        JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(new FactToALine());
            new FactsJson(json).all(facts);
        }
    }

    private void all(Facts facts) throws IOException {
        json.writeStartObject();
        json.writeStringField("schemaVersion", SCHEMA_VERSION);
        archive(facts);
        for (FactKind kind : FactKind.values()) {
            facts(kind, facts);
            if (kind == FactKind.ENTITY) {
                types(facts);
            }
        }
        json.writeEndObject();
    }

    private void facts(FactKind kind, Facts facts) throws IOException {
        json.writeArrayFieldStart(kind.array());
        for (Fact fact : facts.all(kind.type())) {
            records.write((Record) fact);
        }
        json.writeEndArray();
    }

    private void types(Facts facts) throws IOException {
        json.writeArrayFieldStart("types");
        for (TypeDeclaration type : facts.types()) {
            type(type);
        }
        json.writeEndArray();
    }

    private void archive(Facts facts) throws IOException {
        Inventory inventory = facts.inventory();
        json.writeObjectFieldStart("archive");
        json.writeStringField("sha256", facts.archiveSha256());
        json.writeNumberField("files", inventory.archiveFiles());
        json.writeNumberField("bytes", inventory.archiveBytes());
        json.writeArrayFieldStart("languages");
        for (Inventory.LanguageCount language : inventory.languages()) {
            named("name", language.name(), language.files(), language.lines());
        }
        json.writeEndArray();
        modules(inventory);
        json.writeArrayFieldStart("excluded");
        for (Inventory.ExcludedCount excluded : inventory.excluded()) {
            counted("reason", excluded.reason(), "files", excluded.files());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("redacted");
        for (Inventory.RedactedCount redacted : inventory.redacted()) {
            counted("rule", redacted.rule(), "count", redacted.count());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void modules(Inventory inventory) throws IOException {
        json.writeArrayFieldStart("modules");
        for (Inventory.ModuleCount module : inventory.modules()) {
            json.writeStartObject();
            json.writeStringField("name", module.name());
            json.writeStringField("path", module.path());
            json.writeStringField("buildFile", module.buildFile());
            json.writeNumberField("files", module.files());
            json.writeNumberField("lines", module.lines());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void named(String field, String name, int files, long lines) throws IOException {
        json.writeStartObject();
        json.writeStringField(field, name);
        json.writeNumberField("files", files);
        json.writeNumberField("lines", lines);
        json.writeEndObject();
    }

    private void counted(String field, String name, String countField, int count)
            throws IOException {
        json.writeStartObject();
        json.writeStringField(field, name);
        json.writeNumberField(countField, count);
        json.writeEndObject();
    }

    private void type(TypeDeclaration type) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", type.name());
        json.writeStringField("namespace", type.namespace());
        json.writeStringField("kind", type.kind().key());
        json.writeStringField("language", type.language());
        json.writeStringField("signature", type.signature());
        json.writeFieldName("evidence");
        records.evidence(type.evidence());
        json.writeArrayFieldStart("members");
        for (Member member : type.members()) {
            json.writeStartObject();
            json.writeStringField("name", member.name());
            json.writeStringField("kind", member.kind().key());
            json.writeStringField("signature", member.signature());
            json.writeNumberField("startLine", member.evidence().startLine());
            json.writeNumberField("endLine", member.evidence().endLine());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
