package io.digitalworker.document.writing.srs;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
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
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.inventory.Inventory.ModuleCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** What the module depends on and what changes its behaviour from outside. */
public final class Constraints {
    private final Material material;
    private final int rows;
    private final Set<String> modules;

    private Constraints(Material material) {
        this.material = material;
        this.rows = material.outline().detail().rows();
        this.modules = modules(material);
    }

    public static SectionDraft compose(SectionBrief brief) {
        Constraints constraints = new Constraints(brief.material());
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(
                Asked.blocks(
                        "constraints", brief.material().descriptor().constraints(), "Asked for"));
        blocks.addAll(constraints.runtime());
        blocks.addAll(constraints.packages());
        blocks.addAll(constraints.settings());
        blocks.addAll(
                Disagreements.blocks(
                        brief.material(), "Settings that do not agree", "configuration"));
        if (blocks.isEmpty()) {
            return SectionDraft.incomplete(
                    brief.section(),
                    "No dependency or setting is linked to a feature.",
                    List.of(
                            paragraph(
                                    extracted(
                                            text("The archive names no package or setting"),
                                            text(" for the code linked to the features.")))));
        }
        return SectionDraft.complete(brief.section(), blocks).asking(constraints.questions());
    }

    /** The modules that hold the code found for the features, by path. */
    private static Set<String> modules(Material material) {
        Set<String> found = new LinkedHashSet<>();
        for (FeatureEvidence feature : material.features()) {
            for (FeatureEvidence.Match match : feature.matches()) {
                material.facts().inventory().modules().stream()
                        .map(ModuleCount::path)
                        .filter(path -> within(match.chunk().evidence().path(), path))
                        .max(Comparator.comparingInt(String::length))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean within(String file, String module) {
        return module.isEmpty() || file.startsWith(module + "/");
    }

    private boolean ours(String file) {
        return material.facts().inventory().modules().stream()
                .map(ModuleCount::path)
                .filter(path -> within(file, path))
                .max(Comparator.comparingInt(String::length))
                .filter(modules::contains)
                .isPresent();
    }

    /** Whether code found for a feature lies beside the file or below it. */
    private boolean around(String file) {
        int slash = file.lastIndexOf('/');
        String directory = slash < 0 ? "" : file.substring(0, slash);
        return material.features().stream()
                .flatMap(feature -> feature.matches().stream())
                .anyMatch(match -> within(match.chunk().evidence().path(), directory));
    }

    private List<Block> runtime() {
        Grid grid = new Grid(material, "Declared", "Type", "Settings");
        Set<String> seen = new HashSet<>();
        List<Resource> resources = new ArrayList<>(material.linked().all(Resource.class));
        material.facts().all(Resource.class).stream()
                .filter(each -> each.type().contains("plugin") || each.type().contains("module"))
                .filter(each -> around(each.evidence().path()))
                .forEach(resources::add);
        for (Resource resource : resources) {
            if (seen.add(resource.name() + resource.type())) {
                grid.row(
                        told(List.of(resource), Phrases.headline(resource)),
                        Cells.value(resource, resource.type(), "not told"),
                        values(resource));
            }
        }
        return under("Declared to the host", grid);
    }

    private static Sentence values(Resource resource) {
        List<Span> spans = new ArrayList<>();
        resource.settings()
                .forEach(
                        (name, value) -> {
                            Cells.separate(spans, ", ");
                            spans.add(named(resource, name));
                            if (!value.isEmpty()) {
                                spans.add(text(" "));
                                spans.add(named(resource, value));
                            }
                        });
        return spans.isEmpty() ? Cells.words("none") : Cells.told(List.of(resource), spans);
    }

    private List<Block> packages() {
        Grid grid = new Grid(material, "Package", "Version", "From", "For");
        Set<String> seen = new HashSet<>();
        List<Dependency> own =
                material.facts().all(Dependency.class).stream()
                        .filter(each -> ours(each.evidence().path()))
                        .sorted(Comparator.comparingInt(Constraints::remoteness))
                        .toList();
        for (Dependency each : own) {
            if (seen.add(each.name() + " " + each.version())) {
                grid.row(
                        told(List.of(each), Phrases.headline(each)),
                        Cells.value(each, each.version(), "not told"),
                        Cells.value(each, each.ecosystem(), "not told"),
                        Cells.words(each.scope().isEmpty() ? "not told" : each.scope()));
            }
        }
        return under("Packages", grid, rows / 2);
    }

    /** What runs comes before what only builds or tests. */
    private static int remoteness(Dependency dependency) {
        return switch (dependency.scope()) {
            case "runtime" -> 0;
            case "test" -> 2;
            default -> 1;
        };
    }

    private List<Block> settings() {
        Grid grid = new Grid(material, "Key", "Type", "Read by", "For", "Its author says");
        Map<String, List<ConfigurationKey>> byKey = new LinkedHashMap<>();
        for (ConfigurationKey key : material.linked().all(ConfigurationKey.class)) {
            byKey.computeIfAbsent(key.key(), any -> new ArrayList<>()).add(key);
        }
        for (List<ConfigurationKey> uses : byKey.values()) {
            ConfigurationKey typed =
                    uses.stream().filter(k -> !k.type().isEmpty()).findFirst().orElse(uses.get(0));
            grid.row(
                    told(uses, Phrases.headline(uses.get(0))),
                    typeAndValue(typed),
                    reader(uses),
                    features(uses.get(0).key()),
                    says(uses));
        }
        return under("Settings that change behaviour", grid);
    }

    private static Sentence typeAndValue(ConfigurationKey key) {
        String value = key.value();
        if (value == null || key.type().isEmpty()) {
            return Cells.value(key, key.type(), "not told");
        }
        return told(List.of(key), named(key, key.type()), text(", "), named(key, value));
    }

    /** The member that reads it; the place where it is read in no member. */
    private Sentence reader(List<ConfigurationKey> uses) {
        return uses.stream()
                .filter(key -> key.use().equals("read"))
                .findFirst()
                .map(
                        key ->
                                Wording.within(material, key)
                                        .map(reader -> told(List.of(key), Cells.symbol(reader)))
                                        .orElse(Cells.place(key)))
                .orElse(Cells.words("nowhere found"));
    }

    private Sentence features(String key) {
        List<Span> spans = new ArrayList<>();
        for (FeatureEvidence feature : material.features()) {
            String id = feature.feature().id();
            boolean concerned =
                    material.linked(id).all(ConfigurationKey.class).stream()
                            .anyMatch(each -> each.key().equals(key));
            if (concerned) {
                Cells.separate(spans, ", ");
                spans.add(mention(MentionKind.FEATURE, id));
            }
        }
        return extracted(spans.toArray(new Span[0]));
    }

    private Sentence says(List<ConfigurationKey> uses) {
        return uses.stream()
                .filter(key -> key.use().equals("declared"))
                .map(key -> material.comments().of(key.evidence()))
                .filter(quotes -> !quotes.isEmpty())
                .findFirst()
                .map(quotes -> Cells.quoted(quotes, ""))
                .orElse(Cells.words(""));
    }

    private List<Block> under(String title, Grid grid) {
        return under(title, grid, rows);
    }

    private static List<Block> under(String title, Grid grid, int most) {
        List<Block> blocks = new ArrayList<>();
        if (!grid.isEmpty()) {
            blocks.add(heading(title));
            blocks.addAll(grid.blocks(most));
        }
        return blocks;
    }

    private List<Question> questions() {
        Map<String, ConfigurationKey> byKey = new LinkedHashMap<>();
        material.linked().all(ConfigurationKey.class).stream()
                .filter(key -> key.value() == null)
                .forEach(key -> byKey.putIfAbsent(key.key(), key));
        List<ConfigurationKey> valueless = List.copyOf(byKey.values());
        if (valueless.isEmpty()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        spans.add(text("Which values do "));
        spans.addAll(DataModel.names(valueless));
        boolean more = valueless.size() > DataModel.ASKED;
        spans.add(text((more ? " and the other settings" : "") + " have in production?"));
        return List.of(
                new Question(
                        Question.id("settings", "values"),
                        "operator",
                        Phrases.asked(spans.toArray(new Span[0]))));
    }
}
