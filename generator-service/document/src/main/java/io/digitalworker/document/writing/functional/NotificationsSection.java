package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What happens without anybody waiting for it: news to people, events, and work by the clock. */
public final class NotificationsSection {
    private static final Pattern TELLS =
            Pattern.compile("(?i)e?mail|notif|sms|push|workflowmessage");
    private static final int NAMES = 6;

    private final Usage usage;
    private final List<Block> blocks = new ArrayList<>();

    private NotificationsSection(Usage usage) {
        this.usage = usage;
    }

    public static SectionDraft compose(SectionBrief brief) {
        NotificationsSection section = new NotificationsSection(Usage.of(brief.material()));
        section.news();
        section.events();
        section.clock();
        section.outside();
        return section.blocks.isEmpty()
                ? SectionDraft.incomplete(
                        brief.section(),
                        "No event, schedule or notification was found for any feature.",
                        List.of(
                                paragraph(
                                        extracted(
                                                text(
                                                        "All that the features do happens while the"
                                                                + " caller waits, as far as the"
                                                                + " code shows.")))))
                : SectionDraft.complete(brief.section(), section.blocks);
    }

    /** Calls whose names say that somebody is told something. */
    private void news() {
        Grid rows = new Grid(usage.material(), "News", "Sent from");
        Set<String> told = new LinkedHashSet<>();
        List<Call> calls =
                usage.linked(Call.class).stream()
                        .filter(call -> TELLS.matcher(act(call.to())).find())
                        .filter(call -> !call.kind().equals("entity"))
                        .toList();
        calls.forEach(call -> told.add(call.to()));
        for (String to : told) {
            List<Call> same = calls.stream().filter(call -> call.to().equals(to)).toList();
            rows.row(
                    Cells.concluded(Cells.of(same.get(0), to)),
                    Cells.concluded(Cells.names("", same, Call::from, NAMES)));
        }
        if (!rows.isEmpty()) {
            blocks.add(heading("News to people"));
            blocks.add(
                    paragraph(
                            extracted(
                                    text(
                                            "Told from the names of what is called: mail, short"
                                                    + " messages and other notifications."))));
            blocks.addAll(rows.under(""));
        }
    }

    private static String act(String member) {
        return member.substring(member.lastIndexOf('.') + 1);
    }

    private void events() {
        Set<String> names = new LinkedHashSet<>();
        usage.linked(Message.class).forEach(message -> names.add(message.name()));
        Grid rows = new Grid(usage.material(), "What happened", "Announced by", "Taken up by");
        for (String name : names) {
            List<Message> same =
                    usage.messages().stream().filter(each -> each.name().equals(name)).toList();
            rows.row(
                    Cells.of(same.get(0), name),
                    Cells.names("", going(same, "publish"), Message::handler, NAMES),
                    Cells.names("", going(same, "consume"), Message::handler, NAMES));
        }
        if (!rows.isEmpty()) {
            blocks.add(heading("Events"));
            blocks.add(
                    paragraph(
                            extracted(
                                    text(
                                            "What one part of the system announces and another"
                                                    + " takes up; a dash stands where the archive"
                                                    + " has no counterpart."))));
            blocks.addAll(rows.under(""));
        }
    }

    private static List<Message> going(List<Message> messages, String direction) {
        return messages.stream().filter(each -> each.direction().equals(direction)).toList();
    }

    private void clock() {
        Grid rows = new Grid(usage.material(), "Task", "When", "Carried out by");
        for (Schedule schedule : usage.linked(Schedule.class)) {
            rows.row(
                    Cells.of(schedule, schedule.name()),
                    Cells.of(schedule, schedule.expression()),
                    Cells.of(schedule, schedule.handler()));
        }
        blocks.addAll(rows.under("By the clock"));
    }

    private void outside() {
        Grid rows = new Grid(usage.material(), "Other system", "Asked from");
        for (ExternalCall call : usage.linked(ExternalCall.class)) {
            String url = call.url().isEmpty() ? call.client() : call.url();
            rows.row(Cells.of(call, url), Cells.of(call, call.caller()));
        }
        blocks.addAll(rows.under("Other systems"));
    }
}
