package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.document.writing.functional.UseCase.Event;
import io.digitalworker.document.writing.functional.UseCase.Request;
import io.digitalworker.document.writing.functional.UseCase.Timer;
import io.digitalworker.document.writing.functional.UseCase.Unknown;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Use cases per feature, step by step; what nobody implemented stays bare. */
public final class UseCasesSection {
    private static final int ASKED = 5;

    private final Material material;
    private final Usage usage;
    private final List<UseCase> cases;
    private final List<Block> blocks = new ArrayList<>();
    private final List<FeatureEvidence> bare = new ArrayList<>();

    private UseCasesSection(Material material) {
        this.material = material;
        this.usage = Usage.of(material);
        this.cases = usage.cases();
    }

    public static SectionDraft compose(SectionBrief brief) {
        UseCasesSection section = new UseCasesSection(brief.material());
        section.write();
        SectionDraft draft =
                section.cases.isEmpty()
                        ? SectionDraft.incomplete(
                                brief.section(),
                                "No address, event or schedule was found for any feature.",
                                section.blocks)
                        : SectionDraft.complete(brief.section(), section.blocks);
        return draft.asking(section.questions());
    }

    private void write() {
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "Steps come from the code behind each feature: what an"
                                                + " actor can call, enter and get, and what happens in"
                                                + " between.")),
                        extracted(
                                text(
                                        "What the system does within one step stands in"
                                                + " groups, whatever its order; below the last step"
                                                + " stands how it may end otherwise."))));
        for (FeatureEvidence feature : material.features()) {
            List<UseCase> own =
                    cases.stream()
                            .filter(each -> each.feature().equals(feature.feature().id()))
                            .toList();
            if (own.isEmpty() && others(feature).isEmpty()) {
                bare.add(feature);
            } else {
                feature(feature, own);
            }
        }
        if (!bare.isEmpty()) {
            bare();
        }
    }

    private void feature(FeatureEvidence feature, List<UseCase> own) {
        blocks.add(
                new Block.Heading(extracted(mention(MentionKind.FEATURE, feature.feature().id()))));
        blocks.add(new Block.Quotation(description(feature)));
        Grid rows = new Grid(material, "Also part of it", "Carried out by", "Told under");
        int ceiling = stories(material.outline().detail());
        int told = 0;
        for (UseCase useCase : own) {
            if (told < (useCase.near() ? ceiling : ceiling / 2) && says(useCase)) {
                blocks.add(paragraph(title(useCase)));
                blocks.add(Steps.of(usage, useCase));
                told++;
            } else {
                row(rows, useCase, false);
            }
        }
        others(feature).forEach(each -> row(rows, each, true));
        blocks.addAll(rows.blocks());
    }

    /** How many use cases of a feature are told step by step; the others are rows. */
    private static int stories(Detail detail) {
        return detail == Detail.OVERVIEW ? 1 : detail.places();
    }

    /** An event that only somebody takes up is a row, no story. */
    private boolean says(UseCase useCase) {
        return useCase.start() instanceof Request || !usage.reach(useCase).calls().isEmpty();
    }

    /** Use cases that other features tell, but that belong to this one too. */
    private List<UseCase> others(FeatureEvidence feature) {
        String id = feature.feature().id();
        Set<Fact> linked = new HashSet<>(material.linked(id).facts());
        return cases.stream()
                .filter(each -> !each.feature().equals(id))
                .filter(each -> starts(each).anyMatch(linked::contains))
                .toList();
    }

    private static Stream<? extends Fact> starts(UseCase useCase) {
        if (useCase.start() instanceof Request request) {
            return request.all().stream();
        }
        if (useCase.start() instanceof Event event) {
            return Stream.of(event.message());
        }
        return useCase.start() instanceof Timer timer ? Stream.of(timer.schedule()) : Stream.of();
    }

    private static void row(Grid rows, UseCase useCase, boolean elsewhere) {
        Sentence under = elsewhere ? Cells.feature(useCase.feature()) : Cells.none();
        if (useCase.start() instanceof Request request) {
            List<Endpoint> all = request.all();
            Sentence by = Cells.of(request.main(), request.main().handler());
            rows.row(Cells.names("", all, Steps::address, all.size()), by, under);
        } else {
            rows.row(start(useCase, ""), carriedOut(useCase), under);
        }
    }

    private static Sentence carriedOut(UseCase useCase) {
        if (useCase.start() instanceof Event event) {
            return Cells.of(event.message(), event.message().handler());
        }
        return useCase.start() instanceof Timer timer
                ? Cells.of(timer.schedule(), timer.schedule().handler())
                : Cells.none();
    }

    private static Sentence description(FeatureEvidence feature) {
        String source = "feature:" + feature.feature().id();
        return extracted(new Span.Quote(source, feature.feature().description()));
    }

    /** The name of a use case, and what it begins with. */
    private static Sentence title(UseCase useCase) {
        String words = Titles.of(useCase.member());
        return start(useCase, words.isEmpty() ? "" : words + ": ");
    }

    private static Sentence start(UseCase useCase, String before) {
        if (useCase.start() instanceof Request request) {
            return Cells.names(before, request.all(), Steps::address, request.all().size());
        }
        if (useCase.start() instanceof Event event) {
            return Cells.list(before, event.message(), List.of(event.message().name()), 1);
        }
        if (useCase.start() instanceof Timer timer) {
            return Cells.list(before, timer.schedule(), List.of(timer.schedule().name()), 1);
        }
        Unknown unknown = (Unknown) useCase.start();
        Span code = Phrases.symbol(unknown.code());
        return new Sentence(
                List.of(text(before), code),
                ClaimClass.EXTRACTED,
                List.of(unknown.code().evidence().id()));
    }

    private void bare() {
        blocks.add(heading("Features without a way in"));
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "For these, the archive shows no way in; they are not"
                                                + " described any further."))));
        blocks.add(
                new Block.Bullets(
                        bare.stream()
                                .map(
                                        feature ->
                                                extracted(
                                                        mention(
                                                                MentionKind.FEATURE,
                                                                feature.feature().id()),
                                                        text(": "),
                                                        description(feature).spans().get(0)))
                                .toList()));
    }

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (FeatureEvidence feature : bare) {
            String id = feature.feature().id();
            Span name = mention(MentionKind.FEATURE, id);
            questions.add(
                    new Question(
                            Question.id("way-in", id),
                            "product owner",
                            asked(
                                    text("Who would use "),
                                    name,
                                    text(", from which screen, and with what result?"))));
        }
        List<Span> starts = unknown();
        if (!starts.isEmpty()) {
            starts.add(0, text("What does a user do to reach "));
            starts.add(text("?"));
            questions.add(
                    new Question(
                            Question.id("what-leads-to"),
                            "developer",
                            asked(starts.toArray(Span[]::new))));
        }
        return questions;
    }

    private List<Span> unknown() {
        List<Span> spans = new ArrayList<>();
        for (UseCase each : cases) {
            if (each.start() instanceof Unknown unknown && spans.size() < 2 * ASKED) {
                spans.add(text(spans.isEmpty() ? "" : ", "));
                spans.add(Phrases.symbol(unknown.code()));
            }
        }
        return spans;
    }
}
