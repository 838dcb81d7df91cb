package io.digitalworker.document.writing.figures;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static io.digitalworker.document.writing.figures.Names.text;

/** What follows from a request, a message or a time, in the order of the lines. */
final class Steps {
    private static final int DEPTH = 4;
    private static final int MESSAGES = 16;
    static final int LIFELINES = 6;
    private static final String CALLER = "caller";

    private final Names names;
    private final Material material;
    private final Map<String, List<Fact>> byMember = new HashMap<>();
    private final Set<String> parts = new HashSet<>();
    private final Map<String, Member> members = new HashMap<>();

    Steps(Names names) {
        this.names = names;
        this.material = names.material();
        material.linked().all(Service.class).forEach(service -> parts.add(service.name()));
        for (TypeDeclaration type : material.facts().types()) {
            type.members().forEach(m -> members.putIfAbsent(m.qualifiedName(), m));
        }
        for (Fact fact : material.facts().facts()) {
            String member = actor(fact);
            if (!member.isEmpty()) {
                byMember.computeIfAbsent(member, any -> new ArrayList<>()).add(fact);
            }
        }
    }

    /** Who does what the fact tells. */
    private static String actor(Fact fact) {
        if (fact instanceof Call call) {
            return call.from();
        } else if (fact instanceof ExternalCall call) {
            return call.caller();
        } else if (fact instanceof AccessPattern pattern) {
            return pattern.caller();
        } else if (fact instanceof Message message && message.direction().equals("publish")) {
            return message.handler();
        }
        return "";
    }

    /** What a caption says of a start. */
    static String shown(Fact start) {
        if (start instanceof Endpoint endpoint) {
            return endpoint.method() + " " + endpoint.path();
        }
        if (start instanceof Schedule schedule && schedule.name().isEmpty()) {
            return schedule.handler();
        }
        return FactNames.headline(start);
    }

    /** The sequence of a start, as far as it is known, with at most so many lifelines. */
    Sketch from(Fact start, int lifelines) {
        Run run = new Run(lifelines);
        String handler = handler(start);
        String owner = names.owner(handler, start.evidence());
        if (start instanceof Message message) {
            String name = message.channel().isEmpty() ? message.name() : message.channel();
            run.sketch.box(name, Names.fact(message, name), "", List.of());
            run.lifeline(owner, start);
            if (run.sketch.has(owner) && !name.equals(owner)) {
                run.sketch.arrow(
                        name, owner, Names.fact(message, message.name()), "message", start);
            }
        } else {
            String who = start instanceof Schedule ? "Clock" : "Caller";
            run.sketch.box(
                    CALLER, Sentence.of(ClaimClass.EXTRACTED, text(who)), "actor", List.of());
            run.lifeline(owner, start);
            if (run.sketch.has(owner)) {
                run.sketch.arrow(CALLER, owner, Names.fact(start, shown(start)), "calls", start);
            }
        }
        if (run.sketch.has(owner)) {
            run.follow(handler.isEmpty() ? names.file(start.evidence()) : handler, owner, 1, start);
        }
        return run.sketch;
    }

    static String handler(Fact start) {
        if (start instanceof Endpoint endpoint) {
            return endpoint.handler();
        }
        return start instanceof Message message ? message.handler() : ((Schedule) start).handler();
    }

    /** Where a call ends: at what is injected for the type that was named, or there itself. */
    private record Target(String member, String name, Optional<Service> injected) {}

    /** Where a call is worth a line: at a member that does something in its turn, or a part of a feature. */
    private Optional<Target> target(Fact fact) {
        if (!(fact instanceof Call call)
                || !call.kind().equals("call")
                || names.isPopular(call.to())) {
            return Optional.empty();
        }
        List<String> targets = material.calls().targets(call);
        String member = targets.get(targets.size() - 1);
        Optional<Service> injected = names.injected(names.owner(call.to()), names.owner(member));
        String reached = injected.isPresent() ? member : call.to();
        Target target = new Target(reached, names.owner(reached), injected);
        boolean leads = byMember.containsKey(reached) || parts.contains(target.name());
        return leads ? Optional.of(target) : Optional.empty();
    }

    /** One sequence in the making. */
    private final class Run {
        final Sketch sketch = new Sketch();
        final Set<String> followed = new HashSet<>();
        final int lifelines;

        Run(int lifelines) {
            this.lifelines = lifelines;
        }

        void follow(String member, String owner, int depth, Fact from) {
            if (depth > DEPTH || !followed.add(member)) {
                return;
            }
            if (depth == 1) {
                // those that are called at once come before those that are called by these
                steps(member, from)
                        .forEach(fact -> target(fact).ifPresent(t -> lifeline(t.name(), fact)));
            }
            for (Fact fact : steps(member, from)) {
                if (sketch.arrows() < MESSAGES) {
                    step(owner, fact, depth);
                } else {
                    sketch.leaveOut();
                }
            }
        }

        /** Of a handler without a name only what stands within its lines; of overloads, those at the start. */
        private List<Fact> steps(String member, Fact from) {
            List<Fact> all = new ArrayList<>(byMember.getOrDefault(member, List.of()));
            if (!(from instanceof Call)) {
                Evidence place = from.evidence();
                all.removeIf(
                        fact ->
                                !fact.evidence().path().equals(place.path())
                                        || fact.evidence().startLine() < place.startLine()
                                        || fact.evidence().startLine() > place.endLine());
            }
            all.sort(Comparator.comparing(Fact::evidence));
            return all;
        }

        private void step(String owner, Fact fact, int depth) {
            if (fact instanceof Call call) {
                call(owner, call, depth);
            } else if (fact instanceof Message message && !message.name().isEmpty()) {
                String name = message.channel().isEmpty() ? message.name() : message.channel();
                to(owner, name, Names.fact(message, name), text("publishes"), message);
            } else if (fact instanceof ExternalCall call) {
                String other = call.url().isEmpty() ? call.client() : call.url();
                Span method = Names.named(call, call.method());
                to(owner, other, Names.fact(call, other), method, call);
            } else if (fact instanceof AccessPattern pattern && !pattern.store().isEmpty()) {
                Span operation =
                        pattern.operation().isEmpty()
                                ? text("reads or writes")
                                : Names.named(pattern, pattern.operation());
                Sentence store = Names.fact(pattern, pattern.store());
                to(owner, pattern.store(), store, operation, pattern);
            }
        }

        private void to(String owner, String name, Sentence label, Span words, Fact fact) {
            boolean room = sketch.has(name) || sketch.boxes() < lifelines;
            if (room && !name.isEmpty() && !name.equals(owner)) {
                sketch.box(name, label, "", List.of());
                sketch.arrow(owner, name, Names.sentence(fact, words), "sends", fact);
            } else if (!room) {
                sketch.leaveOut();
            }
        }

        private void call(String owner, Call call, int depth) {
            if (call.kind().equals("entity")) {
                Entity entity = names.entity(call.to());
                if (entity != null) {
                    Sentence label = Names.fact(entity, entity.name());
                    to(owner, entity.name(), label, text("reads or writes"), call);
                }
                return;
            }
            Target target = target(call).orElse(null);
            if (target == null) {
                return;
            }
            if (target.name().equals(owner)) {
                // what a part does within itself shows in what it asks of others
                follow(target.member(), owner, depth + 1, call);
            } else if (lifeline(target.name(), call)) {
                Fact[] facts =
                        target.injected()
                                .map(service -> new Fact[] {call, service})
                                .orElse(new Fact[] {call});
                sketch.arrow(owner, target.name(), label(call), "calls", facts);
                follow(target.member(), target.name(), depth + 1, call);
            } else {
                sketch.leaveOut();
            }
        }

        private Sentence label(Call call) {
            Member member = members.get(call.to());
            Span name = Names.named(call, call.to());
            if (member != null) {
                String id = member.evidence().id() + "#" + member.qualifiedName();
                name = new Span.Mention(MentionKind.SYMBOL, id, member.qualifiedName());
                List<String> places = List.of(call.evidence().id(), member.evidence().id());
                return new Sentence(
                        List.of(name), ClaimClass.EXTRACTED, places.stream().distinct().toList());
            }
            return Names.sentence(call, name);
        }

        /** Adds a lifeline if there is room; false if not, or if no declaration bears the name out. */
        boolean lifeline(String name, Fact near) {
            if (!sketch.has(name) && sketch.boxes() < lifelines) {
                Entity entity = names.entity(name);
                if (entity != null) {
                    sketch.box(name, Names.fact(entity, name), "", List.of());
                } else {
                    names.type(name, near.evidence().path())
                            .ifPresent(label -> sketch.box(name, label, "", List.of()));
                }
            }
            return sketch.has(name);
        }
    }
}
