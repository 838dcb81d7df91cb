package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Who uses the features, what they must be, and what each permission opens. */
public final class ActorsSection {
    private static final int NAMES = 8;

    private final Usage usage;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private ActorsSection(Usage usage) {
        this.usage = usage;
    }

    public static SectionDraft compose(SectionBrief brief) {
        ActorsSection section = new ActorsSection(Usage.of(brief.material()));
        section.actors();
        boolean callers = section.callers();
        boolean told = section.permissions() || callers;
        SectionDraft draft =
                told
                        ? SectionDraft.complete(brief.section(), section.blocks)
                        : SectionDraft.incomplete(
                                brief.section(),
                                "The code behind the features asks for no role and no permission.",
                                section.blocks);
        return draft.asking(section.questions);
    }

    private void actors() {
        List<String> actors = usage.material().descriptor().actors();
        if (actors.isEmpty()) {
            blocks.add(
                    paragraph(
                            extracted(
                                    text(
                                            "The descriptor names no actors of its own; below are"
                                                    + " the kinds of callers that the code tells"
                                                    + " apart."))));
            questions.add(
                    new Question(
                            Question.id("actors"),
                            "product owner",
                            asked(
                                    text(
                                            "Which people and systems use these features, and"
                                                    + " which of the roles below does each"
                                                    + " have?"))));
            return;
        }
        blocks.add(paragraph(extracted(text("Named in the descriptor as actors:"))));
        blocks.add(
                new Block.Bullets(
                        actors.stream()
                                .map(each -> extracted(new Span.Quote("descriptor:actors", each)))
                                .toList()));
    }

    /** What a caller must be, and what it may call then. */
    private boolean callers() {
        Map<List<String>, List<Endpoint>> byDemand = new LinkedHashMap<>();
        for (Endpoint endpoint : usage.addresses()) {
            byDemand.computeIfAbsent(endpoint.authorization(), any -> new ArrayList<>())
                    .add(endpoint);
        }
        List<Endpoint> open = byDemand.getOrDefault(List.of(), List.of());
        byDemand.remove(List.of());
        Grid rows = new Grid(usage.material(), "Caller", "Meaning", "May call");
        byDemand.values().forEach(at -> rows.row(caller(at.get(0)), meaning(at.get(0)), all(at)));
        if (!open.isEmpty()) {
            rows.row(Cells.words("not said"), Cells.words("nothing is declared there"), all(open));
            unguarded(open);
        }
        blocks.addAll(rows.under("Callers"));
        return !byDemand.isEmpty();
    }

    private static Sentence caller(Endpoint endpoint) {
        if (Callers.anybody(endpoint)) {
            return Cells.words("visitor");
        }
        List<String> named = Callers.named(endpoint);
        return named.isEmpty()
                ? Cells.words("signed-in user")
                : Cells.list("", endpoint, named, NAMES);
    }

    private static Sentence meaning(Endpoint endpoint) {
        if (Callers.anybody(endpoint)) {
            return Cells.words("anybody, also before signing in");
        }
        int named = Callers.named(endpoint).size();
        return Cells.words(
                named == 0
                        ? "whoever has signed in"
                        : named == 1
                                ? "whoever has this role or passes this check"
                                : "whoever passes all of these checks");
    }

    private Sentence all(List<Endpoint> at) {
        int most = usage.material().outline().detail().places();
        return Cells.names("", at, Steps::address, most);
    }

    private void unguarded(List<Endpoint> open) {
        List<Span> spans = new ArrayList<>(List.of(text("Who is meant to reach ")));
        List<String> evidence = new ArrayList<>();
        Map<String, Endpoint> byName = Cells.byName(open, Steps::address);
        byName.entrySet().stream()
                .limit(NAMES)
                .forEach(
                        each -> {
                            spans.add(text(spans.size() == 1 ? "" : ", "));
                            spans.add(Phrases.named(each.getValue(), each.getKey()));
                            evidence.add(each.getValue().evidence().id());
                        });
        spans.add(
                text(
                        byName.size() > NAMES
                                ? " and the other addresses where nothing is declared?"
                                : ", where the code behind the features declares no condition?"));
        questions.add(
                new Question(
                        Question.id("unguarded"),
                        "security officer",
                        new Sentence(
                                spans,
                                ClaimClass.NEEDS_SME,
                                evidence.stream().distinct().toList())));
    }

    private boolean permissions() {
        Map<String, List<Permission>> byName = new LinkedHashMap<>();
        for (Permission permission : usage.linked(Permission.class)) {
            byName.computeIfAbsent(permission.name(), any -> new ArrayList<>()).add(permission);
        }
        Map<String, List<Permission>> declared =
                usage.permissions().stream()
                        .filter(each -> !isUse(each) && !each.subject().isEmpty())
                        .collect(Collectors.groupingBy(Permission::name));
        Grid rows = new Grid(usage.material(), "Permission", "Who has it at first", "Asked for by");
        byName.forEach(
                (name, linked) ->
                        rows.row(
                                Cells.of(linked.get(0), name),
                                holders(declared.getOrDefault(name, List.of())),
                                users(linked)));
        blocks.addAll(rows.under("Permissions"));
        return !rows.isEmpty();
    }

    private static Sentence holders(List<Permission> declared) {
        return Cells.names("", declared, Permission::subject, NAMES);
    }

    /** A use says what uses it, where a declaration says who has it. */
    private static boolean isUse(Permission permission) {
        return permission.subject().startsWith("used by ");
    }

    private Sentence users(List<Permission> linked) {
        Sentence cell = Cells.none();
        List<String> told = new ArrayList<>();
        for (Permission use : linked) {
            Optional<Member> member = usage.members().around(use);
            if (member.isPresent()
                    && !told.contains(member.get().qualifiedName())
                    && told.size() < NAMES) {
                told.add(member.get().qualifiedName());
                Sentence next =
                        new Sentence(
                                List.of(Members.symbol(member.get())),
                                ClaimClass.EXTRACTED,
                                List.of(member.get().evidence().id()));
                cell = told.size() == 1 ? next : Cells.joined(cell, ", ", next);
            }
        }
        return told.size() > 1 ? Cells.concluded(cell) : cell;
    }
}
