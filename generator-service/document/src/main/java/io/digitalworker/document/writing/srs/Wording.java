package io.digitalworker.document.writing.srs;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FeatureEvidence.Match;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    static Sentence acceptance(Material material, Requirement requirement) {
        if (requirement.kind() == Requirement.Kind.FEATURE) {
            return feature(material, requirement);
        }
        List<Span> spans = new ArrayList<>();
        List<Fact> facts = new ArrayList<>(requirement.facts());
        Fact fact = facts.get(0);
        if (fact instanceof Endpoint endpoint) {
            address(endpoint, spans);
        } else if (fact instanceof Permission) {
            spans.add(text("whoever lacks it is refused"));
            within(material, fact).ifPresent(member -> by(" by ", member, spans));
        } else if (fact instanceof Schedule schedule) {
            schedule(schedule, spans);
        } else if (fact instanceof ConfigurationKey) {
            return setting(material, facts);
        } else if (fact instanceof Message) {
            facts.addAll(message(material, requirement, spans));
        } else {
            rules(facts, material.outline().detail().places(), spans);
            spans.add(0, text("for every value, "));
        }
        return Cells.told(facts, spans);
    }

    /** Where it can be tried: at its addresses, or at the code that fits it best. */
    private static Sentence feature(Material material, Requirement feature) {
        if (feature.status() == FeatureStatus.NO_EVIDENCE) {
            return Cells.words("shown to work; nothing in the code does");
        }
        List<Requirement> derived = material.requirements(feature.feature().feature().id());
        List<Fact> addresses =
                derived.stream()
                        .filter(each -> each.kind() == Requirement.Kind.ADDRESS)
                        .map(each -> each.facts().get(0))
                        .limit(PLACES)
                        .toList();
        List<Span> spans = new ArrayList<>(Cells.headlines(addresses));
        List<String> evidence = new ArrayList<>(Cells.told(addresses, spans).evidence());
        for (Match match : feature.feature().matches()) {
            String place = match.chunk().evidence().id();
            if (spans.isEmpty() && !match.chunk().kind().equals(Chunk.FILE)) {
                spans.add(Phrases.symbol(match.chunk()));
                evidence.add(place);
            }
        }
        spans.add(0, text("shown to work as quoted" + (spans.isEmpty() ? "" : " through ")));
        spans.add(text(derived.size() > 1 ? ", and all of the following met" : ""));
        return new Sentence(spans, ClaimClass.INFERRED, evidence);
    }

    /** Who reads it, and what its author says that it does. */
    private static Sentence setting(Material material, List<Fact> uses) {
        List<Span> spans = new ArrayList<>();
        List<String> evidence =
                new ArrayList<>(uses.stream().map(use -> use.evidence().id()).distinct().toList());
        Optional<Member> reader =
                uses.stream()
                        .filter(use -> ((ConfigurationKey) use).use().equals("read"))
                        .flatMap(use -> within(material, use).stream())
                        .findFirst();
        spans.add(text("another value changes what "));
        spans.add(reader.<Span>map(Cells::symbol).orElse(text("the code that reads it")));
        spans.add(text(" does"));
        material.linked().all(ConfigurationKey.class).stream()
                .filter(use -> use.key().equals(((ConfigurationKey) uses.get(0)).key()))
                .map(use -> material.comments().of(use.evidence()))
                .filter(quotes -> !quotes.isEmpty())
                .findFirst()
                .ifPresent(
                        quotes -> {
                            Sentence says = Cells.quoted(quotes, "");
                            spans.add(text(": "));
                            spans.addAll(says.spans());
                            evidence.addAll(says.evidence());
                        });
        return new Sentence(spans, ClaimClass.EXTRACTED, evidence);
    }

    /** The member whose lines a fact stands in. */
    static Optional<Member> within(Material material, Fact fact) {
        Evidence at = fact.evidence();
        return material.facts().types().stream()
                .filter(type -> type.evidence().path().equals(at.path()))
                .flatMap(type -> type.members().stream())
                .filter(member -> member.kind() == MemberKind.METHOD)
                .filter(member -> member.evidence().startLine() <= at.startLine())
                .filter(member -> member.evidence().endLine() >= at.endLine())
                .findFirst();
    }

    private static void by(String words, Member member, List<Span> spans) {
        spans.add(text(words));
        spans.add(Cells.symbol(member));
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
        spans.add(text(endpoint.handler().isEmpty() && responses.isEmpty() ? " is answered" : ""));
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

    /** Who takes it up and what it leads to, or who raises it; the answer is what else bears that out. */
    private static List<Call> message(
            Material material, Requirement requirement, List<Span> spans) {
        Map<String, Fact> handlers =
                Cells.byName(requirement.facts(), fact -> ((Message) fact).handler());
        if (handlers.isEmpty()) {
            spans.add(text("it is seen to happen; the code around it has no name"));
            return List.of();
        }
        boolean consumed = requirement.kind() == Requirement.Kind.REACTION;
        spans.add(text(consumed ? "once it is published, " : "raised in "));
        handlers.forEach(
                (handler, fact) -> {
                    spans.add(text(spans.size() == 1 ? "" : ", "));
                    spans.add(named(fact, handler));
                });
        spans.add(text(consumed ? " runs" : ""));
        List<Call> calls =
                consumed ? calls(material, handlers.keySet().iterator().next()) : List.of();
        if (handlers.size() == 1 && !calls.isEmpty()) {
            spans.add(text(" and calls "));
            spans.addAll(Cells.names(calls, Call::to, PLACES).spans());
            return calls;
        }
        return List.of();
    }

    private static List<Call> calls(Material material, String member) {
        return List.copyOf(
                Cells.byName(material.calls().callsOf(member), Call::to).values().stream()
                        .limit(PLACES)
                        .toList());
    }

    /** Each field with its rules and their bounds; of more fields than asked for, the first ones. */
    static void rules(List<Fact> facts, int fields, List<Span> spans) {
        String field = "";
        int told = 0;
        Set<String> seen = new HashSet<>();
        for (Fact fact : facts) {
            Validation rule = (Validation) fact;
            if (!seen.add(rule.field() + " " + rule.rule() + " " + rule.bound())) {
                continue;
            }
            boolean same = !spans.isEmpty() && rule.field().equals(field);
            told += same ? 0 : 1;
            if (told > fields) {
                spans.add(text("; and others"));
                return;
            }
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
}
