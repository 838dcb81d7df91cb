package io.digitalworker.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.Evidence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code facts.json} (design §4.7; JSON Schema {@code /schema/facts.json}). */
public final class FactsJson {
    /** Of the file's form; a new optional field raises the second number. */
    public static final String SCHEMA_VERSION = "1.0";

    /** Kinds of facts that are not extracted yet: present, and empty. */
    private static final List<String> EMPTY =
            List.of(
                    "services",
                    "calls",
                    "views",
                    "validations",
                    "messages",
                    "configuration",
                    "dependencies",
                    "datastores",
                    "accessPatterns",
                    "resources",
                    "schedules",
                    "permissions",
                    "externalCalls",
                    "localization",
                    "tests",
                    "unresolved");

    private final JsonGenerator json;

    private FactsJson(JsonGenerator json) {
        this.json = json;
    }

    /** The facts in UTF-8; byte-identical for equal facts on every machine. */
    public static byte[] write(Facts facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        JsonFactory factory = new ObjectMapper().getFactory();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(lines());
            new FactsJson(json).all(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Line ends do not depend on the machine; arrays of facts have a fact to a line. */
    private static DefaultPrettyPrinter lines() {
        DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return printer;
    }

    private void all(Facts facts) throws IOException {
        json.writeStartObject();
        json.writeStringField("schemaVersion", SCHEMA_VERSION);
        archive(facts);
        empty("endpoints");
        empty("entities");
        json.writeArrayFieldStart("types");
        for (TypeDeclaration type : facts.types()) {
            type(type);
        }
        json.writeEndArray();
        for (String name : EMPTY) {
            empty(name);
        }
        json.writeEndObject();
    }

    private void empty(String name) throws IOException {
        json.writeArrayFieldStart(name);
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
        evidence(type.evidence());
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

    private void evidence(Evidence evidence) throws IOException {
        json.writeObjectFieldStart("evidence");
        json.writeStringField("path", evidence.path());
        json.writeNumberField("startLine", evidence.startLine());
        json.writeNumberField("endLine", evidence.endLine());
        json.writeStringField("sha256", evidence.sha256());
        json.writeEndObject();
    }
}
