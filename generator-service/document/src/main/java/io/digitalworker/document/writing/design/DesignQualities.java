package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Non-functional requirements as far as the code puts a number on them; targets are asked for. */
public final class DesignQualities {
    /** Words in a setting's name that tell which quality it bears on; the first that fits counts. */
    private static final Map<String, String[]> QUALITIES = qualities();

    /** What nobody writes into code, and how it is asked for. */
    private static final Map<String, String> TARGETS = targets();

    private final Scope scope;
    private final Grid grid;

    private DesignQualities(Scope scope) {
        this.scope = scope;
        this.grid = new Grid(scope.material(), "Quality", "Set by", "Value");
    }

    private static Map<String, String[]> qualities() {
        Map<String, String[]> qualities = new LinkedHashMap<>();
        qualities.put(
                "Retention", new String[] {"retention", "ttl", "timetolive", "expir", "purge"});
        qualities.put("Security", new String[] {"lockout", "password", "token", "session"});
        qualities.put(
                "Availability",
                new String[] {"retry", "retries", "interval", "backoff", "visibility"});
        qualities.put(
                "Performance", new String[] {"timeout", "cache", "pool", "memory", "latency"});
        qualities.put(
                "Capacity",
                new String[] {
                    "limit",
                    "maximum",
                    "minimum",
                    "maxsize",
                    "size",
                    "batch",
                    "concurren",
                    "throttl",
                    "capacity",
                    "threshold",
                    "quota"
                });
        return qualities;
    }

    private static Map<String, String> targets() {
        Map<String, String> targets = new LinkedHashMap<>();
        targets.put("latency", "Within what time must nearly all requests be answered?");
        targets.put(
                "throughput",
                "How many requests a minute, and how many people at once, are expected at peak?");
        targets.put("availability", "What share of a year must the features be available?");
        targets.put(
                "recovery",
                "After a failure, how long may recovery take, and how much data may be lost?");
        targets.put(
                "growth",
                "How many records are added a month, and what growth is expected within a year?");
        targets.put("budget", "What may running it cost a month?");
        return targets;
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignQualities qualities = new DesignQualities(new Scope(brief.material()));
        qualities.rows();
        List<Question> questions =
                TARGETS.entrySet().stream()
                        .map(
                                each ->
                                        new Question(
                                                Question.id("target", each.getKey()),
                                                "product owner",
                                                asked(text(each.getValue()))))
                        .toList();
        return new SectionDraft(
                        brief.section(),
                        SectionStatus.NEEDS_INPUT,
                        "No target for time, load, availability, recovery or cost stands in the code.",
                        qualities.blocks(),
                        List.of())
                .asking(questions);
    }

    private void rows() {
        for (Resource resource : scope.linkedFirst(Resource.class)) {
            resource.settings().forEach((key, value) -> row(resource, resource.name(), key, value));
        }
        for (DataStore store : scope.linkedFirst(DataStore.class)) {
            store.settings().forEach((key, value) -> row(store, store.name(), key, value));
        }
        for (ConfigurationKey key : scope.linkedFirst(ConfigurationKey.class)) {
            if ("number".equals(key.type()) || key.value() != null) {
                row(key, "", key.key(), key.value() == null ? "" : key.value());
            }
        }
        for (Schedule schedule : scope.linkedFirst(Schedule.class)) {
            grid.row(
                    Cells.judged("Availability"),
                    Cells.headline(schedule),
                    Cells.of(schedule, schedule.expression()));
        }
    }

    private void row(Fact fact, String owner, String key, String value) {
        String quality = quality(key);
        if (!quality.isEmpty()) {
            grid.row(
                    Cells.judged(quality),
                    owner.isEmpty() ? Cells.of(fact, key) : Cells.list(fact, List.of(owner, key)),
                    value.isEmpty()
                            ? Cells.words("not in the archive")
                            : Units.measured(fact, key, value));
        }
    }

    private static String quality(String key) {
        for (Map.Entry<String, String[]> each : QUALITIES.entrySet()) {
            if (Scope.holds(key, each.getValue())) {
                return each.getKey();
            }
        }
        return "";
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (grid.isEmpty()) {
            blocks.add(
                    paragraph(
                            extracted(
                                    text(
                                            "No setting or declared resource puts a number on speed,"
                                                    + " load, retention or availability."))));
        } else {
            blocks.add(
                    paragraph(
                            inferred(
                                    text(
                                            "Limits that the code or its infrastructure sets, sorted"
                                                    + " to a quality by the words in their names."))));
            blocks.addAll(grid.blocks());
        }
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "Targets for latency, throughput, availability, recovery,"
                                                + " growth and budget are not in the archive and are"
                                                + " asked for under "),
                                scope.link("open-questions", "Open questions"),
                                text("."))));
        return blocks;
    }
}
