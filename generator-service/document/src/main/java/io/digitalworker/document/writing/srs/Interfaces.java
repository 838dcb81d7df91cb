package io.digitalworker.document.writing.srs;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Disagreements;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** What goes in and out other than by a request: events, calls to others, schedules, mail. */
public final class Interfaces {
    private static final Pattern MAIL =
            Pattern.compile(".*(?:[Ee]?[Mm]ail|Smtp|Sms|[Ss]end\\w*Notif|WorkflowMessage).*");

    /** A call of a method whose name says that it sends. */
    private static final Pattern SENDING =
            Pattern.compile(
                    "\\.((?:[Ss]end|[Ii]nsert|[Qq]ueue|[Dd]eliver|[Nn]otify)\\w*(?:[Ee]?[Mm]ail|Sms|Notif)\\w*)\\(");

    private final Material material;
    private final int rows;
    private final List<String> missing = new ArrayList<>();

    private Interfaces(Material material) {
        this.material = material;
        this.rows = material.outline().detail().rows();
    }

    public static SectionDraft compose(SectionBrief brief) {
        Interfaces interfaces = new Interfaces(brief.material());
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(interfaces.messages("consume", "Events acted upon", "events acted upon"));
        blocks.addAll(interfaces.messages("publish", "Events published", "events published"));
        blocks.addAll(interfaces.mail());
        blocks.addAll(interfaces.external());
        blocks.addAll(interfaces.schedules());
        if (!interfaces.missing.isEmpty()) {
            blocks.add(paragraph(interfaces.nothing()));
        }
        blocks.addAll(
                Disagreements.blocks(
                        brief.material(), "Events that do not agree", "event", "message"));
        return SectionDraft.complete(brief.section(), blocks);
    }

    private Sentence nothing() {
        List<Span> spans = new ArrayList<>();
        for (String each : missing) {
            spans.add(
                    text(spans.isEmpty() ? "The code linked to the features shows no " : ", no "));
            spans.add(text(each));
        }
        spans.add(text("."));
        return extracted(spans.toArray(Span[]::new));
    }

    private List<Block> messages(String direction, String title, String none) {
        Map<String, List<Message>> byName = new LinkedHashMap<>();
        for (Message message : material.linked().all(Message.class)) {
            if (message.direction().equals(direction)) {
                byName.computeIfAbsent(FactNames.headline(message), any -> new ArrayList<>())
                        .add(message);
            }
        }
        Grid grid = new Grid("Event", "Carries", "Channel", "By");
        for (List<Message> messages : byName.values()) {
            Message first = messages.get(0);
            grid.row(
                    told(messages, Phrases.headline(first)),
                    Cells.value(first, first.payload(), "not told"),
                    Cells.value(first, first.channel(), "not told"),
                    handlers(messages));
        }
        return under(title, grid, none);
    }

    private static Sentence handlers(List<Message> messages) {
        Set<String> seen = new LinkedHashSet<>();
        List<Span> spans = new ArrayList<>();
        for (Message message : messages) {
            if (!message.handler().isEmpty() && seen.add(message.handler())) {
                Cells.separate(spans, ", ");
                spans.add(named(message, message.handler()));
            }
        }
        return spans.isEmpty() ? Cells.words("not told") : Cells.told(messages, spans);
    }

    /** Steps to whatever sends mail or other notices to people, told by its name. */
    private List<Block> mail() {
        Grid grid = new Grid("Sent through", "From", "Place");
        Set<String> seen = new LinkedHashSet<>();
        for (Call call : material.linked().all(Call.class)) {
            boolean sends =
                    MAIL.matcher(call.to()).matches() && !MAIL.matcher(owner(call)).matches();
            if (sends && seen.add(call.from() + call.to())) {
                grid.row(
                        told(List.of(call), named(call, call.to())),
                        told(List.of(call), named(call, call.from())),
                        Cells.place(call));
            }
        }
        material.features().stream()
                .flatMap(feature -> feature.matches().stream())
                .map(FeatureEvidence.Match::chunk)
                .distinct()
                .forEach(chunk -> outside(chunk, seen, grid));
        return under("E-mail and other notices", grid, "e-mail");
    }

    /** Methods of other systems that the code found calls; these are quoted, they are no facts. */
    private void outside(Chunk chunk, Set<String> seen, Grid grid) {
        for (Span.Quote quote : material.comments().in(chunk.evidence(), SENDING)) {
            boolean told = seen.stream().anyMatch(each -> each.endsWith("." + quote.shown()));
            if (!told && seen.add(chunk.symbol() + "." + quote.shown())) {
                grid.row(
                        Cells.quoted(List.of(quote), ""),
                        Phrases.cell(chunk, Phrases.symbol(chunk)),
                        Phrases.cell(chunk, Phrases.citation(chunk)));
            }
        }
    }

    private static String owner(Call call) {
        int dot = call.from().lastIndexOf('.');
        return dot < 0 ? call.from() : call.from().substring(0, dot);
    }

    private List<Block> external() {
        Grid grid = new Grid("Request", "Through", "By");
        for (ExternalCall call : material.linked().all(ExternalCall.class)) {
            List<Span> request = new ArrayList<>(List.of(named(call, call.method())));
            if (!call.url().isEmpty()) {
                request.add(text(" "));
                request.add(named(call, call.url()));
            }
            grid.row(
                    Cells.told(List.of(call), request),
                    Cells.value(call, call.client(), "not told"),
                    Cells.value(call, call.caller(), "not told"));
        }
        return under("Calls to other systems", grid, "calls to other systems");
    }

    private List<Block> schedules() {
        Grid grid = new Grid("Task", "When", "By");
        for (Schedule schedule : material.linked().all(Schedule.class)) {
            grid.row(
                    told(List.of(schedule), Phrases.headline(schedule)),
                    Cells.value(schedule, schedule.expression(), "not told"),
                    Cells.value(schedule, schedule.handler(), "not told"));
        }
        return under("Schedules", grid, "schedules");
    }

    private List<Block> under(String title, Grid grid, String none) {
        List<Block> blocks = new ArrayList<>();
        if (grid.isEmpty()) {
            missing.add(none);
        } else {
            blocks.add(heading(title));
            blocks.addAll(grid.blocks(rows));
        }
        return blocks;
    }
}
