package io.digitalworker.document.writing.srs;

import io.digitalworker.document.brief.FeatureEvidence.Match;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Validation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.text;

/** What a requirement says, and when it is met. */
final class Wording {
    private static final int PLACES = 3;

    private Wording() {}

    static Sentence must(Requirement requirement) {
        if (requirement.kind() == Requirement.Kind.FEATURE) {
            return Cells.words("do what is quoted above");
        }
        Fact fact = requirement.facts().get(0);
        List<Span> spans = new ArrayList<>();
        spans.add(
                text(
                        switch (requirement.kind()) {
                            case ADDRESS -> "answer ";
                            case RULES -> "keep the rules of ";
                            case RIGHT -> "ask for the right ";
                            case SETTING -> "follow the setting ";
                            case REACTION -> "act on ";
                            case SCHEDULE -> "run by itself ";
                            default -> "publish ";
                        }));
        spans.addAll(
                requirement.kind() == Requirement.Kind.ADDRESS
                        ? Cells.headlines(requirement.facts())
                        : List.of(Phrases.headline(fact)));
        return Cells.told(requirement.facts(), spans);
    }

    static Sentence acceptance(Requirement requirement) {
        if (requirement.kind() == Requirement.Kind.FEATURE) {
            return Cells.words(
                    requirement.status() == FeatureStatus.NO_EVIDENCE
                            ? "shown to work; nothing in the code does"
                            : "shown to work as quoted, and all of the following met");
        }
        List<Span> spans = new ArrayList<>();
        Fact fact = requirement.facts().get(0);
        if (fact instanceof Endpoint endpoint) {
            address(endpoint, spans);
        } else if (fact instanceof Permission) {
            spans.add(text("whoever lacks it is refused"));
        } else if (fact instanceof Schedule schedule) {
            schedule(schedule, spans);
        } else if (fact instanceof ConfigurationKey) {
            spans.add(text("another value changes the outcome where it is read"));
        } else if (fact instanceof Message) {
            message(requirement, spans);
        } else {
            rules(requirement.facts(), spans);
        }
        return Cells.told(requirement.facts(), spans);
    }

    private static void address(Endpoint endpoint, List<Span> spans) {
        spans.add(text("a call"));
        if (endpoint.request() != null) {
            spans.add(text(" with "));
            spans.add(named(endpoint, endpoint.request()));
        }
        List<String> who = endpoint.authorization();
        if (!who.isEmpty()) {
            spans.add(text(caller(who.get(0))));
            spans.add(named(endpoint, who.get(0)));
        }
        if (!endpoint.handler().isEmpty()) {
            spans.add(text(" reaches "));
            spans.add(named(endpoint, endpoint.handler()));
        }
        List<Response> responses = endpoint.responses();
        for (int i = 0; i < responses.size(); i++) {
            spans.add(text(i == 0 ? " and is answered with " : " or "));
            spans.add(named(endpoint, String.valueOf(responses.get(i).status())));
        }
    }

    private static String caller(String asked) {
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case "authenticated" -> " by a caller who is ";
            case "anonymous" -> " by a caller who may be ";
            default -> " by a caller who passes as ";
        };
    }

    private static void schedule(Schedule schedule, List<Span> spans) {
        spans.add(text("it runs "));
        if (schedule.expression().isEmpty()) {
            spans.add(text("at the times agreed, which the code does not say"));
        } else {
            spans.add(text("at "));
            spans.add(named(schedule, schedule.expression()));
        }
    }

    private static void message(Requirement requirement, List<Span> spans) {
        boolean consumed = requirement.kind() == Requirement.Kind.REACTION;
        spans.add(text(consumed ? "once it is published, work is done by " : "it is raised in "));
        List<String> handlers = new ArrayList<>();
        for (Fact fact : requirement.facts()) {
            String handler = ((Message) fact).handler();
            if (!handler.isEmpty() && !handlers.contains(handler)) {
                spans.add(text(handlers.isEmpty() ? "" : ", "));
                spans.add(named(fact, handler));
                handlers.add(handler);
            }
        }
        if (handlers.isEmpty()) {
            spans.add(text("code without a name"));
        }
    }

    /** Each field with its rules and their bounds. */
    static void rules(List<Fact> facts, List<Span> spans) {
        String field = "";
        Set<String> seen = new HashSet<>();
        for (Fact fact : facts) {
            Validation rule = (Validation) fact;
            if (!seen.add(rule.field() + " " + rule.rule() + " " + rule.bound())) {
                continue;
            }
            boolean same = !spans.isEmpty() && rule.field().equals(field);
            if (!same) {
                Cells.separate(spans, "; ");
                if (!rule.field().isEmpty()) {
                    spans.add(named(rule, rule.field()));
                    spans.add(text(": "));
                }
            } else {
                spans.add(text(", "));
            }
            field = rule.field();
            rule(rule, spans);
        }
    }

    static void rule(Validation rule, List<Span> spans) {
        spans.add(named(rule, rule.rule()));
        if (!rule.bound().isEmpty()) {
            spans.add(text(" "));
            spans.add(named(rule, rule.bound()));
        }
    }

    /** The lines that bear a requirement out; not all of them when there are many. */
    static Sentence evidence(Requirement requirement) {
        List<String> places =
                requirement.kind() == Requirement.Kind.FEATURE
                        ? requirement.feature().matches().stream()
                                .map(Match::chunk)
                                .map(chunk -> chunk.evidence().id())
                                .limit(1)
                                .toList()
                        : requirement.facts().stream()
                                .map(fact -> fact.evidence().id())
                                .distinct()
                                .limit(PLACES)
                                .toList();
        if (places.isEmpty()) {
            return Cells.words("none");
        }
        List<Span> spans = new ArrayList<>();
        for (String place : places) {
            Cells.separate(spans, ", ");
            spans.add(Phrases.mention(MentionKind.CITATION, place));
        }
        return new Sentence(spans, ClaimClass.EXTRACTED, places);
    }
}
