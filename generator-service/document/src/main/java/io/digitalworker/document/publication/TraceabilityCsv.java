package io.digitalworker.document.publication;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.TestCount;
import io.digitalworker.facts.fact.Unresolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code traceability.csv}: a line for each requirement and place, with what the place answers at, stores
 * in and is tested by; then a line for each piece of code that no feature claims.
 */
final class TraceabilityCsv {
    /** Of the form of the file. */
    static final String VERSION = "1.1";

    private final Material material;
    private final Map<String, Set<String>> endpoints = new TreeMap<>();
    private final Map<String, Set<String>> tables = new TreeMap<>();
    private final Map<String, Set<String>> tests = new TreeMap<>();

    private TraceabilityCsv(Material material) {
        this.material = material;
        Facts facts = material.facts();
        facts.endpoints().forEach(each -> add(endpoints, each.handler(), FactNames.headline(each)));
        facts.entities().forEach(entity -> add(tables, entity.name(), entity.table()));
        facts.all(AccessPattern.class).forEach(use -> add(tables, use.caller(), use.store()));
        facts.all(TestCount.class).forEach(test -> add(tests, test.subject(), test.name()));
    }

    private static void add(Map<String, Set<String>> names, String symbol, String name) {
        if (!symbol.isEmpty() && !name.isEmpty()) {
            names.computeIfAbsent(symbol, any -> new TreeSet<>()).add(name);
        }
    }

    static String write(Material material) {
        TraceabilityCsv csv = new TraceabilityCsv(material);
        StringBuilder text = new StringBuilder(Csv.line(TraceRow.HEADER));
        material.features().forEach(feature -> csv.feature(feature, text));
        Uncovered.rows(material).forEach(row -> text.append(row.line()));
        return text.toString();
    }

    /** What was found for the feature, then each requirement's facts, then those of none. */
    private void feature(FeatureEvidence feature, StringBuilder text) {
        Set<String> lines = new LinkedHashSet<>();
        for (FeatureEvidence.Match match : feature.matches()) {
            lines.add(matched(feature, match.chunk()).line());
        }
        Set<Fact> told = new HashSet<>();
        for (Requirement requirement : material.requirements()) {
            if (requirement.feature().equals(feature)) {
                requirement.facts().forEach(fact -> lines.add(linked(requirement, fact).line()));
                told.addAll(requirement.facts());
            }
        }
        for (Fact fact : material.linked(feature.feature().id()).facts()) {
            if (!(fact instanceof Call) && !(fact instanceof Unresolved) && told.add(fact)) {
                lines.add(linked(whole(feature), fact).line());
            }
        }
        if (lines.isEmpty()) {
            lines.add(TraceRow.nothing(whole(feature)).line());
        }
        lines.forEach(text::append);
    }

    private static Requirement whole(FeatureEvidence feature) {
        return new Requirement(feature.requirement(), feature, Requirement.Kind.FEATURE, List.of());
    }

    private TraceRow matched(FeatureEvidence feature, Chunk chunk) {
        List<String> links = links(chunk.symbol());
        return TraceRow.of(whole(feature), chunk.symbol(), chunk.kind(), chunk.evidence(), links);
    }

    private TraceRow linked(Requirement requirement, Fact fact) {
        String symbol = symbol(fact);
        List<String> links = new ArrayList<>(links(symbol));
        if (fact instanceof Endpoint endpoint) {
            links.set(0, FactNames.headline(endpoint));
        } else if (fact instanceof AccessPattern use) {
            links.set(1, use.store());
        } else if (fact instanceof TestCount test) {
            links.set(2, test.name());
        }
        String kind = FactKind.of(fact).array();
        return TraceRow.of(requirement, symbol, kind, fact.evidence(), links);
    }

    private static String symbol(Fact fact) {
        if (fact instanceof Endpoint endpoint) {
            return endpoint.handler();
        }
        if (fact instanceof AccessPattern use) {
            return use.caller();
        }
        if (fact instanceof TestCount test) {
            return test.subject().isEmpty() ? test.name() : test.subject();
        }
        if (fact instanceof Message message && !message.handler().isEmpty()) {
            return message.handler();
        }
        return fact instanceof Entity entity ? entity.name() : FactNames.headline(fact);
    }

    /** Endpoint, table and test of a member; table and test also of its type. */
    private List<String> links(String symbol) {
        int dot = symbol.lastIndexOf('.');
        String type = dot < 0 ? symbol : symbol.substring(0, dot);
        return List.of(
                joined(endpoints, symbol, symbol),
                joined(tables, symbol, type),
                joined(tests, symbol, type));
    }

    private static String joined(Map<String, Set<String>> names, String symbol, String type) {
        Set<String> found = new TreeSet<>(names.getOrDefault(symbol, Set.of()));
        found.addAll(names.getOrDefault(type, Set.of()));
        return String.join("; ", found);
    }
}
