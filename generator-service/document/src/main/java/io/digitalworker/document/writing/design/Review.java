package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/**
 * The document measured against the checklist of a technical review. It looks at the other sections as
 * they will be published, so that it can only be filled in when those have been checked.
 */
public final class Review {
    private static final Set<MentionKind> OF_CODE =
            EnumSet.of(MentionKind.FACT, MentionKind.SYMBOL, MentionKind.SIGNATURE);

    private final List<SectionDraft> drafts;

    private Review(List<SectionDraft> drafts) {
        this.drafts = drafts;
    }

    /** What stands there until the other sections are known. */
    public static SectionDraft compose(SectionBrief brief) {
        return SectionDraft.complete(brief.section(), List.of(paragraph(rule())));
    }

    private static Sentence rule() {
        return inferred(
                text(
                        "Each item of the review checklist was put to this document by a rule; people"
                                + " still have to judge whether what is there is right."));
    }

    /** The assessment of the other sections. */
    public static List<Block> of(List<SectionDraft> drafts) {
        Review review = new Review(drafts);
        List<Block> blocks = new ArrayList<>(List.of(paragraph(rule())));
        for (Checklist.Group group : Checklist.read().groups()) {
            blocks.add(heading(group.name()));
            blocks.add(
                    new Block.Table(
                            List.of("Item", "Verdict", "What is missing", "What to validate"),
                            List.of(false, false, false, false),
                            group.items().stream().map(review::row).toList()));
        }
        return blocks;
    }

    /** What comes next, by what is open. */
    public static List<Block> nextSteps(List<SectionDraft> drafts) {
        Set<String> roles = new TreeSet<>();
        List<SectionDraft> incomplete = new ArrayList<>();
        for (SectionDraft draft : drafts) {
            draft.questions().forEach(question -> roles.add(question.role()));
            if (draft.status() == SectionStatus.INCOMPLETE) {
                incomplete.add(draft);
            }
        }
        List<Sentence> steps = new ArrayList<>();
        if (!roles.isEmpty()) {
            List<Span> spans = new ArrayList<>();
            for (String role : roles) {
                spans.add(text(spans.isEmpty() ? "Have the open questions answered by: " : ", "));
                spans.add(text(role));
            }
            spans.add(text("."));
            steps.add(proposed(spans.toArray(Span[]::new)));
        }
        if (!incomplete.isEmpty()) {
            List<Span> spans =
                    new ArrayList<>(
                            List.of(
                                    text(
                                            "Decide whether these sections are to be filled or do not apply: ")));
            spans.addAll(links(incomplete));
            spans.add(text("."));
            steps.add(proposed(spans.toArray(Span[]::new)));
        }
        steps.add(
                proposed(
                        text(
                                "Hold the technical review with the checklist at hand, and record its decisions here.")));
        steps.add(
                proposed(
                        text(
                                "Submit the answers as a revision, so that code and design are compared again.")));
        return List.of(new Block.Bullets(steps));
    }

    private static Sentence proposed(Span... spans) {
        return Sentence.of(ClaimClass.PROPOSED, spans);
    }

    private List<Sentence> row(Checklist.Item item) {
        List<SectionDraft> own =
                drafts.stream()
                        .filter(
                                draft ->
                                        item.sections().isEmpty()
                                                || item.sections().contains(draft.section().id()))
                        .toList();
        List<SectionDraft> failing =
                own.stream().filter(Predicate.not(test(item.check()))).toList();
        boolean absent = own.size() < item.sections().size() && !item.check().equals("optional");
        boolean none =
                absent
                        ? own.size() == failing.size()
                        : !own.isEmpty() && own.size() == failing.size();
        boolean met = failing.isEmpty() && !absent;
        return List.of(
                extracted(text(item.item())),
                inferred(text(verdict(item, own, met, none))),
                failing.isEmpty()
                        ? extracted(text(absent ? "the section" : "nothing"))
                        : missing(item.check(), failing),
                item.sections().isEmpty() ? extracted(text("–")) : validate(own));
    }

    private static String verdict(
            Checklist.Item item, List<SectionDraft> own, boolean met, boolean none) {
        if (item.check().equals("optional") && own.isEmpty()) {
            return "not asked for";
        }
        if (met) {
            return "met";
        }
        return none ? "not met" : "partly";
    }

    private static Predicate<SectionDraft> test(String check) {
        return switch (check) {
            case "complete", "optional" -> draft -> draft.status() == SectionStatus.COMPLETE;
            case "told" -> draft -> !draft.blocks().isEmpty();
            case "figures" -> draft -> has(draft, Block.Figure.class);
            case "listings" -> draft -> has(draft, Block.Listing.class);
            case "marked" ->
                    draft -> draft.status() == SectionStatus.COMPLETE || !draft.reason().isEmpty();
            case "evidence" -> draft -> draft.sentences().allMatch(Review::borneOut);
            case "apart" -> draft -> draft.sentences().noneMatch(Review::mixed);
            case "prices" -> draft -> mentions(draft, MentionKind.PRICE);
            case "languages" ->
                    draft ->
                            draft.blocks().stream()
                                    .noneMatch(
                                            b ->
                                                    b instanceof Block.Listing l
                                                            && l.language().isEmpty());
            case "answered" ->
                    draft ->
                            draft.questions().stream().noneMatch(q -> q.id().startsWith("Q-risk-"));
            case "options" -> draft -> true;
            default ->
                    throw new IllegalArgumentException(
                            "the checklist asks for a check '" + check + "'");
        };
    }

    private static boolean has(SectionDraft draft, Class<? extends Block> kind) {
        return draft.blocks().stream().anyMatch(kind::isInstance);
    }

    private static boolean mentions(SectionDraft draft, MentionKind kind) {
        return draft.sentences()
                .flatMap(sentence -> sentence.spans().stream())
                .anyMatch(span -> span instanceof Span.Mention mention && mention.kind() == kind);
    }

    private static boolean namesCode(Sentence sentence) {
        return sentence.spans().stream()
                .anyMatch(
                        span ->
                                span instanceof Span.Mention mention
                                        && OF_CODE.contains(mention.kind()));
    }

    private static boolean borneOut(Sentence sentence) {
        return !namesCode(sentence) || !sentence.evidence().isEmpty();
    }

    private static boolean mixed(Sentence sentence) {
        return sentence.claimClass() == ClaimClass.PROPOSED && namesCode(sentence);
    }

    private static Sentence missing(String check, List<SectionDraft> failing) {
        if (failing.size() == 1
                && !failing.get(0).reason().isEmpty()
                && Set.of("complete", "optional").contains(check)) {
            return extracted(text(failing.get(0).reason()));
        }
        List<Span> spans = new ArrayList<>();
        spans.add(
                text(
                        switch (check) {
                            case "figures" -> "figures in ";
                            case "listings" -> "examples in ";
                            case "prices" -> "a resource with a price in ";
                            case "evidence" -> "lines of code in ";
                            case "answered" -> "a mitigation of some risks in ";
                            default -> "parts of ";
                        }));
        spans.addAll(links(failing));
        return extracted(spans.toArray(Span[]::new));
    }

    private static Sentence validate(List<SectionDraft> own) {
        Set<SectionDraft> open = new LinkedHashSet<>();
        own.stream().filter(draft -> !draft.questions().isEmpty()).forEach(open::add);
        if (open.isEmpty()) {
            return extracted(text("–"));
        }
        List<Span> spans = new ArrayList<>(List.of(text("the questions of ")));
        spans.addAll(links(List.copyOf(open)));
        return extracted(spans.toArray(Span[]::new));
    }

    private static List<Span> links(List<SectionDraft> drafts) {
        List<Span> spans = new ArrayList<>();
        for (SectionDraft draft : drafts) {
            if (!spans.isEmpty()) {
                spans.add(text(", "));
            }
            spans.add(
                    new Span.Mention(
                            MentionKind.SECTION, draft.section().id(), draft.section().title()));
        }
        return spans;
    }
}
