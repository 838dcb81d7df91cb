package io.digitalworker.facts.framework.store;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.general.Site;
import io.digitalworker.facts.source.Evidence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The stores that are found to be opened. */
record OpenedStores(Findings findings) {
    void unresolved(Site site) {
        findings.unresolved(
                "datastore",
                site.file().text(site.span()),
                "the engine is computed",
                site.evidence());
    }

    void store(String name, String engine, String framework, Confidence sure, Evidence place) {
        String normal = Engines.normal(engine);
        String title = name.equals(engine) ? normal : name;
        add(title, Engines.kind(normal), framework, normal, sure, place);
    }

    /** @param engine as {@link Engines} names it */
    void add(
            String name,
            String kind,
            String framework,
            String engine,
            Confidence sure,
            Evidence place) {
        TreeMap<String, String> settings = new TreeMap<>(Map.of("engine", engine));
        findings.add(
                new DataStore(name, kind, framework, List.of(), List.of(), settings, sure, place));
    }

    /** A cache that is named after its engine. */
    void redis(String framework, Evidence place) {
        add("redis", "cache", framework, "redis", Confidence.LITERAL, place);
    }

    void mongodb(String framework, Evidence place) {
        add("mongodb", "document", framework, "mongodb", Confidence.LITERAL, place);
    }
}
