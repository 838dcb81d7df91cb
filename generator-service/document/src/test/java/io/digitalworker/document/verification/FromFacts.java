package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.LocalizationKey;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** True blocks of the plainest kind about all facts, whatever the writers make of them. */
final class FromFacts {
    private FromFacts() {}

    static List<Block> blocks(Material material) {
        List<Block> blocks = new ArrayList<>();
        for (Fact fact : material.facts().facts()) {
            if (fact instanceof Endpoint endpoint && !endpoint.handler().isEmpty()) {
                blocks.add(
                        two(
                                endpoint,
                                endpoint.method() + " " + endpoint.path(),
                                " is answered by ",
                                endpoint.handler()));
            } else if (fact instanceof Call call) {
                blocks.add(two(call, call.from(), " leads to ", call.to()));
            } else if (fact instanceof Service service && !service.name().isEmpty()) {
                blocks.add(two(service, service.contract(), " is kept by ", service.name()));
            } else if (fact instanceof ConfigurationKey
                    || fact instanceof LocalizationKey
                    || fact instanceof Entity
                    || fact instanceof Permission) {
                blocks.add(row(fact));
            }
        }
        figure(material, blocks);
        return blocks;
    }

    private static Span named(Fact fact, String shown) {
        return new Span.Mention(MentionKind.FACT, FactNames.id(fact), shown);
    }

    private static Sentence told(Fact fact, Span... spans) {
        return new Sentence(List.of(spans), ClaimClass.EXTRACTED, List.of(fact.evidence().id()));
    }

    private static Block two(Fact fact, String one, String words, String other) {
        return new Block.Paragraph(
                List.of(
                        told(
                                fact,
                                named(fact, one),
                                new Span.Text(words),
                                named(fact, other),
                                new Span.Text("."))));
    }

    private static Block row(Fact fact) {
        Sentence name = told(fact, named(fact, FactNames.headline(fact)));
        Sentence kind = Sentence.of(ClaimClass.EXTRACTED, new Span.Text("it is there"));
        return new Block.Table(
                List.of("a", "b"), List.of(false, false), List.of(List.of(name, kind)));
    }

    /** The calls from one type to another, at most twenty. */
    private static void figure(Material material, List<Block> blocks) {
        Map<String, Diagram.Node> nodes = new LinkedHashMap<>();
        List<Diagram.Edge> edges = new ArrayList<>();
        for (Call call : material.facts().calls().stream().limit(20).toList()) {
            String from = node(call, call.from(), nodes);
            String to = node(call, call.to(), nodes);
            Sentence none = Sentence.of(ClaimClass.EXTRACTED);
            edges.add(new Diagram.Edge(from, to, none, "calls", List.of(FactNames.id(call))));
        }
        if (!edges.isEmpty()) {
            Sentence caption = Sentence.of(ClaimClass.EXTRACTED, new Span.Text("Who calls whom"));
            List<Diagram.Node> all = List.copyOf(nodes.values());
            blocks.add(
                    new Block.Figure(
                            new Diagram("calls", Diagram.Kind.COMPONENTS, false, all, edges),
                            caption));
        }
    }

    private static String node(Call call, String member, Map<String, Diagram.Node> nodes) {
        return nodes.computeIfAbsent(
                        member,
                        any ->
                                new Diagram.Node(
                                        "n" + nodes.size(),
                                        Sentence.of(ClaimClass.EXTRACTED, named(call, member)),
                                        "service",
                                        List.of()))
                .id();
    }
}
