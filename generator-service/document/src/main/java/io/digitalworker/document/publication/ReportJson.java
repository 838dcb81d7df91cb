package io.digitalworker.document.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Question;
import io.digitalworker.document.outline.SectionContent;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.verification.Fault;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.facts.inventory.Inventory;
import java.util.List;

/** {@code report.json} (design §4.8; JSON Schema {@code /schema/report.json}). */
final class ReportJson {
    static final String SCHEMA_VERSION = "1.0";

    private final Material material;
    private final Verified verified;
    private final RunRecord run;
    private final ObjectNode json = Json.object();

    private ReportJson(Material material, Verified verified, RunRecord run) {
        this.material = material;
        this.verified = verified;
        this.run = run;
    }

    static byte[] write(Material material, Verified verified, RunRecord run) {
        ReportJson report = new ReportJson(material, verified, run);
        report.head();
        report.sections();
        report.checks();
        report.features();
        report.questions();
        report.gaps();
        report.redactions();
        report.durations();
        return Json.write(report.json);
    }

    private void head() {
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("document", material.outline().document());
        json.put("moduleName", material.moduleName());
        json.put("version", material.version());
        json.put("generatedAt", run.at().toString());
        json.put("writer", run.writer());
        json.put("degraded", false);
    }

    private void sections() {
        ArrayNode sections = json.putArray("sections");
        for (SectionDraft draft : verified.drafts()) {
            sections.addObject()
                    .put("id", draft.section().id())
                    .put("title", draft.section().title())
                    .put("status", draft.status().key())
                    .put("reason", draft.reason());
        }
        json.putObject("completeness")
                .put("complete", count(SectionStatus.COMPLETE))
                .put("incomplete", count(SectionStatus.INCOMPLETE))
                .put("needsInput", count(SectionStatus.NEEDS_INPUT));
    }

    private long count(SectionStatus status) {
        return verified.drafts().stream().filter(draft -> draft.status() == status).count();
    }

    private void checks() {
        ObjectNode claims = json.putObject("claims");
        verified.claims().forEach((claimClass, count) -> claims.put(claimClass.key(), count));
        claims.put("removed", verified.claimsRemoved());
        json.putObject("identifiers")
                .put("mentioned", verified.identifiers())
                .put("resolved", verified.identifiers() - verified.ghosts())
                .put("ghosts", verified.ghosts());
        json.putObject("citations")
                .put("total", verified.citations())
                .put("valid", verified.citationsValid());
        ArrayNode faults = json.putArray("faults");
        for (Fault fault : verified.faults()) {
            faults.addObject()
                    .put("section", fault.section())
                    .put("rule", fault.rule())
                    .put("detail", fault.detail());
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

    private void questions() {
        String section =
                material.outline().sections().stream()
                        .filter(s -> s.content() == SectionContent.QUESTIONS)
                        .map(s -> s.id())
                        .findFirst()
                        .orElse("");
        ArrayNode questions = json.putArray("questions");
        for (Question question : Question.of(material)) {
            questions
                    .addObject()
                    .put("id", question.id())
                    .put("role", question.role())
                    .put("section", section)
                    .put("question", question.text());
        }
    }

    private void gaps() {
        ArrayNode gaps = json.putArray("gaps");
        for (SectionDraft draft : verified.drafts()) {
            if (draft.status() != SectionStatus.COMPLETE) {
                gaps.addObject().put("section", draft.section().id()).put("reason", draft.reason());
            }
        }
    }

    private void redactions() {
        List<Inventory.RedactedCount> redacted = material.facts().inventory().redacted();
        ArrayNode redactions = json.putArray("redactions");
        redacted.forEach(r -> redactions.addObject().put("rule", r.rule()).put("count", r.count()));
    }

    private void durations() {
        ObjectNode milliseconds = json.putObject("milliseconds");
        run.durations()
                .forEach((stage, duration) -> milliseconds.put(stage.key(), duration.toMillis()));
    }
}
