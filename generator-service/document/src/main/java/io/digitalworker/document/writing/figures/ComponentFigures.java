package io.digitalworker.document.writing.figures;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.LinkedFacts;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.digitalworker.document.writing.figures.Names.text;

/**
 * The parts of the features: what answers, what does the work, what is stored, and what is outside. One
 * figure for all features, or one for each where all together are too many.
 */
final class ComponentFigures {
    /** What all features together may have in one figure. */
    private static final int TOGETHER = 20;

    /** The nearest parts of one feature; more of them are a list and no picture. */
    private static final int NEAREST = 16;

    private static final int ROWS = 6;

    private static final int FEWEST = 8;

    private final Names names;
    private final LinkedFacts linked;
    private final int most;
    private final Sketch sketch = new Sketch();
    private final Map<String, Service> implementing = new LinkedHashMap<>();
    private final Map<String, List<Endpoint>> answering = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private ComponentFigures(Names names, LinkedFacts linked, int most) {
        this.names = names;
        this.linked = linked;
        this.most = most;
        for (Service service : names.material().facts().services()) {
            implementing.putIfAbsent(service.contract(), service);
            implementing.putIfAbsent(service.name(), service);
        }
    }

    static List<Block.Figure> of(Material material) {
        Names names = new Names(material);
        ComponentFigures all = new ComponentFigures(names, material.linked(), TOGETHER);
        all.draw();
        if (!all.sketch.isPartial()) {
            return all.figures("components", text("The parts that bear the features"));
        }
        List<Block.Figure> figures = new ArrayList<>();
        for (FeatureEvidence feature : material.features()) {
            String id = feature.feature().id();
            ComponentFigures one = nearest(names, material.linked(id));
            figures.addAll(
                    one.figures(
                            "components-" + id.replaceAll("[^A-Za-z0-9-]", "-"),
                            text("The parts that bear "),
                            new Span.Mention(
                                    MentionKind.REQUIREMENT,
                                    feature.requirement(),
                                    feature.requirement())));
        }
        return figures;
    }

    /** As many parts as a page has room for, the nearest to the feature. */
    private static ComponentFigures nearest(Names names, LinkedFacts linked) {
        for (int most = NEAREST; ; most -= 2) {
            ComponentFigures one = new ComponentFigures(names, linked, most);
            one.draw();
            if (most <= FEWEST || one.sketch.fits(Kind.COMPONENTS)) {
                return one;
            }
        }
    }

    private List<Block.Figure> figures(String id, Span... caption) {
        List<Span> words = new ArrayList<>(List.of(caption));
        words.add(text("; an arrow without words leads to what is called or stored"));
        return sketch.figures(id, Kind.COMPONENTS, words.toArray(Span[]::new));
    }

    private void draw() {
        choose();
        calls();
        injections();
        stores();
        messages();
        externals();
    }

    /** Which types are parts: what answers, what is injected, and what calls something on. */
    private void choose() {
        for (Endpoint endpoint : linked.all(Endpoint.class)) {
            String owner = names.owner(endpoint.handler(), endpoint.evidence());
            answering.computeIfAbsent(owner, any -> new ArrayList<>()).add(endpoint);
        }
        known.addAll(answering.keySet());
        linked.all(Service.class).forEach(service -> known.add(service.name()));
        for (Call call : linked.all(Call.class)) {
            if (call.kind().equals("call") || call.kind().equals("entity")) {
                String from = names.owner(call.from(), call.evidence());
                if (!from.equals(to(call)) && names.entity(from) == null) {
                    known.add(from);
                }
            }
        }
        linked.all(Entity.class).forEach(entity -> known.add(entity.name()));
    }

    private String to(Call call) {
        return names.owner(call.to());
    }

    private boolean room(String name) {
        return known.contains(name);
    }

    private void calls() {
        for (Call call : linked.all(Call.class)) {
            String from = names.owner(call.from(), call.evidence());
            String to = call.kind().equals("entity") ? call.to() : to(call);
            boolean drawn = call.kind().equals("call") || call.kind().equals("entity");
            boolean fits = room(from) && (room(to) || call.kind().equals("entity"));
            if (drawn && fits && !from.equals(to) && names.entity(from) == null) {
                if (part(from, call) && part(to, call)) {
                    sketch.arrow(from, to, "calls", call);
                }
            }
        }
    }

    /** Whether there is a box of that name, or room for one; remembers when there was none. */
    private boolean hasRoom(String name) {
        if (sketch.has(name) || sketch.boxes() < most) {
            return true;
        }
        sketch.leaveOut();
        return false;
    }

    /** Adds the box of a part; false without room, and for a name that no declaration bears out. */
    private boolean part(String name, Fact near) {
        if (sketch.has(name) || !hasRoom(name)) {
            return sketch.has(name);
        }
        Entity entity = names.entity(name);
        if (entity != null) {
            sketch.box(name, Names.fact(entity, name), "entity", List.of());
            return true;
        }
        List<Endpoint> endpoints = answering.getOrDefault(name, List.of());
        String path = endpoints.isEmpty() ? near.evidence().path() : place(endpoints);
        names.type(name, path)
                .ifPresent(label -> sketch.box(name, label, role(name), rows(endpoints)));
        return sketch.has(name);
    }

    private static String place(List<Endpoint> endpoints) {
        return endpoints.get(0).evidence().path();
    }

    private String role(String name) {
        if (answering.containsKey(name)) {
            return "answers requests";
        }
        return implementing.containsKey(name) ? "service" : "";
    }

    private static List<Sentence> rows(List<Endpoint> endpoints) {
        List<Sentence> rows = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (Endpoint endpoint : endpoints) {
            String address = endpoint.method() + " " + endpoint.path();
            if (shown.size() == ROWS && !shown.contains(address)) {
                rows.add(Sentence.of(ClaimClass.EXTRACTED, text("and further ones")));
                return rows;
            }
            if (shown.add(address)) {
                rows.add(Names.fact(endpoint, address));
            }
        }
        return rows;
    }

    /** What a part gets injected, where no call says more. */
    private void injections() {
        for (String name : List.copyOf(sketch.names())) {
            Service service = implementing.get(name);
            if (service == null || !service.name().equals(name)) {
                continue;
            }
            for (String use : service.uses()) {
                Service used = implementing.get(use);
                if (used != null && !used.equals(service) && sketch.has(used.name())) {
                    arrow(name, used.name(), service, used);
                }
                for (String word : use.split("[^\\w.]+")) {
                    if (names.entity(word) != null && sketch.has(word)) {
                        arrow(name, word, service);
                    }
                }
            }
        }
    }

    private void arrow(String from, String to, Fact... facts) {
        if (!from.equals(to) && !sketch.leads(from, to)) {
            sketch.arrow(from, to, "uses", facts);
        }
    }

    private void stores() {
        for (AccessPattern pattern : linked.all(AccessPattern.class)) {
            String from = names.owner(pattern.caller(), pattern.evidence());
            if (!pattern.store().isEmpty() && hasRoom(pattern.store()) && part(from, pattern)) {
                sketch.box(
                        pattern.store(), Names.fact(pattern, pattern.store()), "store", List.of());
                arrow(from, pattern.store(), pattern);
            }
        }
    }

    private void messages() {
        for (Message message : linked.all(Message.class)) {
            String owner = names.owner(message.handler(), message.evidence());
            String name = message.channel().isEmpty() ? message.name() : message.channel();
            if (name.isEmpty() || name.equals(owner) || !known.contains(owner)) {
                continue;
            }
            if (!part(owner, message) || !hasRoom(name)) {
                continue;
            }
            String role = message.channel().isEmpty() ? "event" : "queue or topic";
            sketch.box(name, Names.fact(message, name), role, List.of());
            boolean publish = message.direction().equals("publish");
            Sentence label = Names.sentence(message, text(publish ? "publishes" : "is handled by"));
            sketch.arrow(publish ? owner : name, publish ? name : owner, label, "message", message);
        }
    }

    private void externals() {
        for (ExternalCall call : linked.all(ExternalCall.class)) {
            String other = call.url().isEmpty() ? call.client() : call.url();
            String from = names.owner(call.caller(), call.evidence());
            if (!other.isEmpty() && !other.equals(from) && hasRoom(other) && part(from, call)) {
                sketch.box(other, Names.fact(call, other), "other system", List.of());
                sketch.arrow(from, other, Names.fact(call, call.method()), "sends", call);
            }
        }
    }
}
