package io.digitalworker.document.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.translation.Translation;
import io.digitalworker.document.verification.Fault;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.inventory.Inventory;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** {@code report.json} (design §4.8; JSON Schema {@code /schema/report.json}). */
final class ReportJson {
    static final String SCHEMA_VERSION = "1.0";

    /** Decimal places of money. */
    private static final int MICRO = 6;

    private final List<WrittenDocument> documents;
    private final Material material;
    private final RunRecord run;
    private final ObjectNode json = Json.object();

    private ReportJson(List<WrittenDocument> documents, RunRecord run) {
        this.documents = documents;
        this.material = documents.get(0).material();
        this.run = run;
    }

    static byte[] write(List<WrittenDocument> documents, RunRecord run, Supplement supplement) {
        ReportJson report = new ReportJson(documents, run);
        report.head();
        report.translations();
        report.sections();
        report.claims();
        report.checks();
        report.faults("faults", Verified::faults);
        report.faults("style", Verified::style);
        report.features();
        report.contradictions();
        report.questions();
        report.gaps();
        report.redactions();
        report.writing();
        report.usage();
        report.durations();
        supplement.revision().ifPresent(revision -> report.json.set("revision", revision));
        return Json.write(report.json);
    }

    private void head() {
        json.put("schemaVersion", SCHEMA_VERSION);
        ArrayNode names = json.putArray("documents");
        documents.forEach(document -> names.add(document.name()));
        json.put("moduleName", material.moduleName());
        json.put("version", material.version());
        json.put("generatedAt", run.at().toString());
        json.put("writer", run.writer());
        json.put("model", run.model().model());
        json.put("fallbacks", run.model().fallbacks());
        json.put("degraded", run.model().degraded());
        ArrayNode fonts = json.putArray("fonts");
        run.fonts().forEach(fonts::add);
    }

    /** How far each document is in the language asked for. */
    private void translations() {
        ArrayNode translations = json.putArray("translations");
        for (WrittenDocument document : documents) {
            Translation translation = document.translation();
            of(document, translations)
                    .put("language", document.material().outline().wording().language())
                    .put("sentences", translation.sentences())
                    .put("translated", translation.translated());
        }
    }

    private void sections() {
        ArrayNode sections = json.putArray("sections");
        for (WrittenDocument document : documents) {
            for (SectionDraft draft : document.verified().drafts()) {
                of(document, sections)
                        .put("id", draft.section().id())
                        .put("title", draft.section().title())
                        .put("status", draft.status().key())
                        .put("reason", draft.reason());
            }
        }
        json.putObject("completeness")
                .put("complete", count(SectionStatus.COMPLETE))
                .put("incomplete", count(SectionStatus.INCOMPLETE))
                .put("needsInput", count(SectionStatus.NEEDS_INPUT));
    }

    private static ObjectNode of(WrittenDocument document, ArrayNode entries) {
        return entries.addObject().put("document", document.name());
    }

    private long count(SectionStatus status) {
        return documents.stream()
                .flatMap(document -> document.verified().drafts().stream())
                .filter(draft -> draft.status() == status)
                .count();
    }

    private int sum(ToIntFunction<Verified> number) {
        return documents.stream().map(WrittenDocument::verified).mapToInt(number).sum();
    }

    private void claims() {
        ObjectNode claims = json.putObject("claims");
        for (ClaimClass claimClass : ClaimClass.values()) {
            claims.put(claimClass.key(), sum(v -> v.claims().getOrDefault(claimClass, 0)));
        }
        claims.put("removed", sum(Verified::claimsRemoved));
    }

    private void checks() {
        json.putObject("identifiers")
                .put("mentioned", sum(Verified::identifiers))
                .put("resolved", sum(v -> v.identifiers() - v.ghosts()))
                .put("ghosts", sum(Verified::ghosts));
        json.putObject("citations")
                .put("total", sum(Verified::citations))
                .put("valid", sum(Verified::citationsValid));
        json.putObject("diagrams")
                .put("total", sum(Verified::diagrams))
                .put("valid", sum(Verified::diagramsValid));
    }

    private void faults(String name, Function<Verified, List<Fault>> of) {
        ArrayNode faults = json.putArray(name);
        for (WrittenDocument document : documents) {
            for (Fault fault : of.apply(document.verified())) {
                of(document, faults)
                        .put("section", fault.section())
                        .put("rule", fault.rule())
                        .put("detail", fault.detail());
            }
        }
    }

    private void features() {
        ArrayNode features = json.putArray("features");
        for (FeatureEvidence feature : material.features()) {
            ObjectNode node =
                    features.addObject()
                            .put("id", feature.feature().id())
                            .put("status", feature.status().key())
                            .put("coverage", Math.round(feature.coverage() * 100) / 100.0);
            ArrayNode evidence = node.putArray("evidence");
            feature.matches().forEach(match -> evidence.add(match.chunk().evidence().id()));
        }
    }

    /** What does not agree: within the code, with its documents, and with what was asked for. */
    private void contradictions() {
        ArrayNode contradictions = json.putArray("contradictions");
        for (FeatureEvidence feature : material.features()) {
            if (feature.status() == FeatureStatus.NO_EVIDENCE) {
                String says = feature.requirement() + " is asked for, but no code bears it out";
                contradiction(contradictions, "asked-without-evidence", says, "inferred")
                        .putArray("evidence");
            }
        }
        for (Contradiction found : material.facts().all(Contradiction.class)) {
            ArrayNode evidence =
                    contradiction(
                                    contradictions,
                                    found.kind(),
                                    found.statement(),
                                    found.confidence().key())
                            .putArray("evidence")
                            .add(found.evidence().id());
            if (found.other() != null) {
                evidence.add(found.other().id());
            }
        }
    }

    private static ObjectNode contradiction(
            ArrayNode entries, String kind, String statement, String confidence) {
        return entries.addObject()
                .put("kind", kind)
                .put("statement", statement)
                .put("confidence", confidence);
    }

    /** A question that several documents leave open stands once, at the first. */
    private void questions() {
        ArrayNode questions = json.putArray("questions");
        Set<String> asked = new HashSet<>();
        for (WrittenDocument document : documents) {
            for (SectionDraft draft : document.verified().drafts()) {
                for (Question question : draft.questions()) {
                    if (asked.add(question.id())) {
                        of(document, questions)
                                .put("id", question.id())
                                .put("role", question.role())
                                .put("section", draft.section().id())
                                .put("question", question.text());
                    }
                }
            }
        }
    }

    private void gaps() {
        ArrayNode gaps = json.putArray("gaps");
        for (WrittenDocument document : documents) {
            for (SectionDraft draft : document.verified().drafts()) {
                if (draft.status() != SectionStatus.COMPLETE) {
                    of(document, gaps)
                            .put("section", draft.section().id())
                            .put("reason", draft.reason());
                }
            }
        }
    }

    private void redactions() {
        List<Inventory.RedactedCount> redacted = material.facts().inventory().redacted();
        ArrayNode redactions = json.putArray("redactions");
        redacted.forEach(r -> redactions.addObject().put("rule", r.rule()).put("count", r.count()));
    }

    private void usage() {
        ModelUse use = run.model();
        json.putObject("usage")
                .put("calls", use.calls())
                .put("tokensIn", use.tokensIn())
                .put("tokensOut", use.tokensOut())
                .put("tokensCached", use.tokensCached())
                .put("usd", BigDecimal.valueOf(use.microUsd(), MICRO))
                .put("usdReserved", BigDecimal.valueOf(use.microUsdReserved(), MICRO))
                .put("priceTable", use.priceTable());
    }

    /** How each section came about that a model was to write. */
    private void writing() {
        ArrayNode sections = json.putArray("writing");
        for (SectionWriting section : run.writing()) {
            ObjectNode one =
                    sections.addObject()
                            .put("document", section.document())
                            .put("section", section.section())
                            .put("writer", section.writer())
                            .put("model", section.model())
                            .put("reason", section.reason())
                            .put("calls", section.calls())
                            .put("repairs", section.repairs())
                            .put("removed", section.removed())
                            .put("inferred", section.inferred());
            ObjectNode faults = one.putObject("faults");
            section.faults().forEach(faults::put);
            one.put("tokensIn", section.tokensIn())
                    .put("tokensOut", section.tokensOut())
                    .put("tokensCached", section.tokensCached())
                    .put("usd", BigDecimal.valueOf(section.microUsd(), MICRO));
        }
    }

    private void durations() {
        ObjectNode milliseconds = json.putObject("milliseconds");
        run.durations()
                .forEach((stage, duration) -> milliseconds.put(stage.key(), duration.toMillis()));
    }
}
