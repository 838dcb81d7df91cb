package io.digitalworker.document.writing.srs;

import io.digitalworker.document.brief.FactsByPlace;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Disagreements;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.fact.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** The addresses that answer for the features, and the pages that people see there. */
public final class Addresses {
    private static final int ASKED = 6;

    private final Material material;
    private final int rows;

    private Addresses(Material material) {
        this.material = material;
        this.rows = material.outline().detail().rows(material.features().size());
    }

    public static SectionDraft compose(SectionBrief brief) {
        Addresses addresses = new Addresses(brief.material());
        List<Block> blocks = new ArrayList<>();
        List<Endpoint> linked = brief.material().linked().all(Endpoint.class);
        blocks.add(paragraph(lead(linked)));
        if (brief.material().outline().detail().tells(Detail.STANDARD)) {
            brief.material().features().forEach(each -> blocks.addAll(addresses.under(each)));
            blocks.addAll(addresses.pages());
        } else {
            blocks.addAll(addresses.inOne());
        }
        blocks.addAll(
                Disagreements.blocks(
                        brief.material(), "Addresses that do not agree", "endpoint", "stale"));
        SectionDraft draft =
                linked.isEmpty()
                        ? SectionDraft.incomplete(
                                brief.section(), "No address is linked to a feature.", blocks)
                        : SectionDraft.complete(brief.section(), blocks);
        return draft.asking(addresses.questions(linked));
    }

    private static Sentence lead(List<Endpoint> linked) {
        return linked.isEmpty()
                ? extracted(text("The code linked to the features answers at no address."))
                : extracted(
                        text("Each address stands at the feature it is nearest to, with what it"),
                        text(" takes, what it answers and what it asks of the caller."));
    }

    private List<Block> under(FeatureEvidence feature) {
        Grid grid = grid();
        fill(grid, feature);
        List<Block> blocks = new ArrayList<>();
        if (!grid.isEmpty()) {
            blocks.add(
                    new Block.Heading(
                            extracted(
                                    text("Addresses for "),
                                    mention(MentionKind.FEATURE, feature.feature().id()))));
            blocks.addAll(grid.blocks(rows));
        }
        return blocks;
    }

    private List<Block> inOne() {
        Grid grid = grid();
        material.features().forEach(feature -> fill(grid, feature));
        return grid.blocks(2 * rows);
    }

    private Grid grid() {
        return new Grid(
                material,
                "Address",
                "Parameters",
                "Request body",
                "Answers",
                "Asked of the caller");
    }

    private void fill(Grid grid, FeatureEvidence feature) {
        for (Requirement each : material.requirements(feature.feature().id())) {
            if (each.kind() == Requirement.Kind.ADDRESS) {
                Endpoint endpoint = (Endpoint) each.facts().get(0);
                grid.row(
                        Cells.told(each.facts(), paths(each.facts())),
                        parameters(endpoint),
                        request(endpoint),
                        answers(endpoint),
                        caller(endpoint));
            }
        }
    }

    private static List<Span> paths(List<Fact> facts) {
        List<Span> spans = new ArrayList<>(Cells.headlines(facts));
        for (Fact fact : facts) {
            Endpoint endpoint = (Endpoint) fact;
            for (String path : endpoint.alternatives()) {
                spans.add(text(", "));
                spans.add(named(endpoint, endpoint.method() + " " + path));
            }
        }
        return spans;
    }

    private static Sentence parameters(Endpoint endpoint) {
        List<Span> spans = new ArrayList<>();
        for (Input input : endpoint.parameters()) {
            if (input.type().equals(endpoint.request())) {
                continue;
            }
            Cells.separate(spans, "; ");
            spans.add(named(endpoint, input.name()));
            if (!input.type().isEmpty()) {
                spans.add(text(" "));
                spans.add(named(endpoint, input.type()));
            }
            spans.add(text(" in the " + input.in() + (input.required() ? ", required" : "")));
        }
        return spans.isEmpty() ? Cells.words("none") : Cells.told(List.of(endpoint), spans);
    }

    private static Sentence request(Endpoint endpoint) {
        String type = endpoint.request();
        return Cells.value(endpoint, type == null ? "" : type, "none");
    }

    private static Sentence answers(Endpoint endpoint) {
        List<Span> spans = new ArrayList<>();
        for (Response response : endpoint.responses()) {
            Cells.separate(spans, ", ");
            spans.add(named(endpoint, String.valueOf(response.status())));
            if (!response.type().isEmpty()) {
                spans.add(text(" with "));
                spans.add(named(endpoint, response.type()));
            }
        }
        return spans.isEmpty() ? Cells.words("not told") : Cells.told(List.of(endpoint), spans);
    }

    /** Authorization, the rights checked within the handler, and conditions. */
    private Sentence caller(Endpoint endpoint) {
        List<Span> spans = new ArrayList<>();
        List<Fact> facts = new ArrayList<>(List.of(endpoint));
        for (String each : endpoint.authorization()) {
            Cells.separate(spans, ", ");
            spans.add(named(endpoint, each));
        }
        for (Permission right : rights(endpoint)) {
            if (!endpoint.authorization().contains(right.name())) {
                Cells.separate(spans, ", ");
                spans.add(named(right, right.name()));
                facts.add(right);
            }
        }
        return spans.isEmpty() ? Cells.words("nothing found") : Cells.told(facts, spans);
    }

    /** All rights there are, by place. */
    private record Rights(FactsByPlace<Permission> all) {
        Rights(Material material) {
            this(new FactsByPlace<>(material.facts().all(Permission.class)));
        }
    }

    private List<Permission> rights(Endpoint endpoint) {
        return material.derived(Rights.class, Rights::new).all().within(endpoint.evidence());
    }

    private List<Block> pages() {
        Map<String, View> byName = new LinkedHashMap<>();
        material.linked().all(View.class).forEach(v -> byName.putIfAbsent(v.name(), v));
        Grid grid = new Grid(material, "Page", "Shows", "Can be entered");
        for (View view : byName.values()) {
            grid.row(
                    told(List.of(view), Phrases.headline(view)),
                    Cells.value(view, view.model(), "not told"),
                    Cells.values(view, view.fields(), "nothing"));
        }
        List<Block> blocks = new ArrayList<>();
        if (!grid.isEmpty()) {
            blocks.add(heading("Pages"));
            blocks.addAll(grid.blocks());
        }
        return blocks;
    }

    private List<Question> questions(List<Endpoint> linked) {
        List<Question> questions = new ArrayList<>();
        List<Endpoint> open =
                linked.stream()
                        .filter(e -> e.authorization().isEmpty() && rights(e).isEmpty())
                        .toList();
        if (!open.isEmpty()) {
            List<Span> spans = new ArrayList<>();
            spans.add(text("Who is allowed to call "));
            spans.addAll(DataModel.names(changing(open)));
            if (open.size() > changing(open).size() || open.size() > ASKED) {
                spans.add(text(" and the other addresses that ask nothing of the caller"));
            }
            spans.add(text("?"));
            questions.add(question("caller", "product owner", spans));
        }
        List<Span> without = withoutAddress();
        if (!without.isEmpty()) {
            without.add(
                    0,
                    text(
                            "Under which address is each of these reached, of which the archive registers none: "));
            without.add(text("?"));
            questions.add(question("address", "developer", without));
        }
        return questions;
    }

    /** Those that change something come first, and alone if there are any. */
    private static List<Endpoint> changing(List<Endpoint> endpoints) {
        List<Endpoint> changing =
                endpoints.stream().filter(e -> !e.method().equals("GET")).toList();
        return changing.isEmpty() ? endpoints : changing;
    }

    /** Public methods of controllers found for a feature, where no address leads to. */
    private List<Span> withoutAddress() {
        Set<String> handlers =
                material.facts().endpoints().stream()
                        .map(e -> e.handler().split("\\.", 2)[0])
                        .collect(Collectors.toSet());
        Set<String> found =
                material.features().stream()
                        .flatMap(feature -> feature.matches().stream())
                        .map(match -> match.chunk().symbol().split("\\.", 2)[0])
                        .filter(type -> type.endsWith("Controller") && !handlers.contains(type))
                        .collect(Collectors.toSet());
        List<Span> spans = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TypeDeclaration type : material.facts().types()) {
            for (Member member : found.contains(type.name()) ? type.members() : List.<Member>of()) {
                if (member.kind() == MemberKind.METHOD
                        && member.has("public")
                        && seen.add(member.qualifiedName())) {
                    Cells.separate(spans, ", ");
                    spans.add(Cells.symbol(member));
                }
            }
        }
        return spans;
    }

    private static Question question(String about, String role, List<Span> spans) {
        return new Question(
                Question.id(FactKind.ENDPOINT.array(), about),
                role,
                Phrases.asked(spans.toArray(new Span[0])));
    }
}
