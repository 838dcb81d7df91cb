package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What an operator can see, and what is proposed where nothing was found. */
public final class DesignObservability {
    private static final String[] LIBRARIES = {
        "opentelemetry",
        "serilog",
        "nlog",
        "log4",
        "logback",
        "micrometer",
        "prometheus",
        "applicationinsights",
        "sentry",
        "xray",
        "winston",
        "pino",
        "datadog",
        "newrelic",
        "healthcheck",
        "powertools",
        "loguru",
        "structlog",
        "morgan",
        "actuator"
    };
    private static final String[] PROBES = {
        "health", "/metrics", "/ready", "/live", "/ping", "/status"
    };

    private static final String[] SETTINGS = {
        "logging", "loglevel", "log_level", "tracing", "telemetry"
    };

    private final Scope scope;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private DesignObservability(Scope scope) {
        this.scope = scope;
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignObservability seen = new DesignObservability(new Scope(brief.material()));
        boolean alarms = seen.alarms();
        boolean signals = seen.signals();
        seen.proposals();
        seen.ask(alarms);
        if (signals || alarms) {
            return SectionDraft.complete(brief.section(), seen.blocks).asking(seen.questions);
        }
        Sentence none =
                extracted(
                        text(
                                "An operator sees nothing of these features by what the archive declares: neither metric nor alarm nor probe."));
        seen.blocks.add(0, paragraph(none));
        return SectionDraft.incomplete(
                        brief.section(), "No metric, log or alarm was found.", seen.blocks)
                .asking(seen.questions);
    }

    private boolean alarms() {
        Grid grid = new Grid(scope.material(), "Name", "Type", "Settings");
        for (Resource resource :
                scope.resources("cloudwatch", "loggroup", "logs::", "xray", "dashboard")) {
            List<String> settings = new ArrayList<>();
            resource.settings().forEach((key, value) -> settings.addAll(List.of(key, value)));
            grid.row(
                    Cells.headline(resource),
                    Cells.of(resource, resource.type()),
                    Cells.list(resource, settings));
        }
        blocks.addAll(
                grid.under(
                        "Metrics and alarms",
                        extracted(text("Declared beside the resources that they watch."))));
        return !grid.isEmpty();
    }

    private boolean signals() {
        Grid grid = new Grid(scope.material(), "Sign", "Kind", "Where");
        for (Dependency each : scope.linkedFirst(Dependency.class)) {
            if (Scope.holds(each.name(), LIBRARIES)) {
                grid.row(Cells.headline(each), Cells.words("library"), Cells.place(each));
            }
        }
        for (Endpoint endpoint : scope.linkedFirst(Endpoint.class)) {
            if (Scope.holds(endpoint.path(), PROBES)) {
                grid.row(Cells.headline(endpoint), Cells.words("probe"), Cells.place(endpoint));
            }
        }
        Set<String> keys = new HashSet<>();
        for (ConfigurationKey key : scope.linkedFirst(ConfigurationKey.class)) {
            if (Scope.holds(key.key(), SETTINGS) && keys.add(key.key())) {
                grid.row(Cells.headline(key), Cells.words("setting"), Cells.place(key));
            }
        }
        blocks.addAll(
                grid.under(
                        "Logs, traces and probes",
                        inferred(text("Told by the names of libraries, paths and settings."))));
        return !grid.isEmpty();
    }

    private void proposals() {
        List<Sentence> items = new ArrayList<>();
        if (!scope.linked(Endpoint.class).isEmpty()) {
            items.add(
                    proposed(
                            "Share of requests that do not end in an error of the server, counted per method and path."));
            items.add(proposed("Time to answer, of nearly all requests, per method and path."));
        }
        if (!scope.linked(Message.class).isEmpty()) {
            items.add(
                    proposed(
                            "Age of the oldest event not yet handled, and number of events given up."));
        }
        if (!scope.resources("::table", "rds::").isEmpty()) {
            items.add(proposed("Reads and writes that the store turned away."));
        }
        if (!items.isEmpty()) {
            blocks.add(heading("Service level indicators to agree on"));
            blocks.add(new Block.Bullets(items));
        }
    }

    private static Sentence proposed(String words) {
        return Sentence.of(ClaimClass.PROPOSED, text(words));
    }

    private void ask(boolean alarms) {
        questions.add(
                new Question(
                        Question.id("observability", "targets"),
                        "operator",
                        asked(
                                text(
                                        "Which indicators are measured, what are their targets, and how large is the error budget?"))));
        if (!alarms) {
            questions.add(
                    new Question(
                            Question.id("observability", "alarms"),
                            "operator",
                            asked(
                                    text(
                                            "Which alarms exist outside the archive, and whom do they wake?"))));
        }
    }
}
