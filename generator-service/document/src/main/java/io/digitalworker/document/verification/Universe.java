package io.digitalworker.document.verification;

import io.digitalworker.api.Feature;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.outline.SectionContent;
import io.digitalworker.document.prose.Span.Mention;
import io.digitalworker.document.prose.Span.Quote;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that a document on this archive and descriptor may name. */
final class Universe {
    private static final Pattern PLACE = Pattern.compile("(.+):L(\\d{1,9})-L(\\d{1,9})");

    private final SourceTree tree;
    private final Material material;
    private final Map<String, Long> counts = new HashMap<>();

    /** Declarations as {@code path:line#name}, by the line they start on, with their signatures. */
    private final Map<String, String> symbols = new HashMap<>();

    private final Map<String, Set<String>> modules = new HashMap<>();
    private final Set<String> languages = new HashSet<>();
    private final Map<String, String> features = new HashMap<>();
    private final Map<String, String> sections = new HashMap<>();

    Universe(SourceTree tree, Material material) {
        this.tree = tree;
        this.material = material;
        inventory(material.facts().inventory());
        material.facts().types().forEach(this::type);
        outline(material.outline().sections());
        material.features().forEach(this::feature);
        for (FeatureStatus status : FeatureStatus.values()) {
            counts.put("features." + status.key(), material.features(status));
        }
        counts.put("features.total", (long) material.descriptor().features().size());
        counts.put("rule.evidenced", Math.round(FeatureEvidence.EVIDENCED_FROM * 100));
        counts.put("rule.partial", Math.round(FeatureEvidence.PARTIAL_FROM * 100));
    }

    private void inventory(Inventory inventory) {
        counts.put("inventory.archiveFiles", (long) tree.archiveFiles());
        counts.put("inventory.files", (long) tree.files().size());
        counts.put("inventory.lines", tree.files().stream().mapToLong(SourceFile::lines).sum());
        counts.put("inventory.languages", (long) inventory.languages().size());
        counts.put("inventory.modules", (long) inventory.modules().size());
        for (Inventory.LanguageCount language : inventory.languages()) {
            languages.add(language.name());
            counts.put("language." + language.name() + ".files", (long) language.files());
            counts.put("language." + language.name() + ".lines", language.lines());
        }
        for (Inventory.ModuleCount module : inventory.modules()) {
            String id = module.path().isEmpty() ? "/" : module.path();
            modules.put(id, new HashSet<>(List.of(id, module.name())));
            counts.put("module." + id + ".files", (long) module.files());
            counts.put("module." + id + ".lines", module.lines());
        }
        inventory.excluded().forEach(e -> counts.put("excluded." + e.reason(), (long) e.files()));
        tree.redacted().forEach((rule, count) -> counts.put("redacted." + rule, (long) count));
        counts.put(
                "redacted.total",
                tree.redacted().values().stream().mapToLong(Integer::longValue).sum());
    }

    private void type(TypeDeclaration type) {
        counts.merge("facts.types", 1L, Long::sum);
        counts.merge("facts.members", (long) type.members().size(), Long::sum);
        symbols.put(key(type.evidence(), type.name()), type.signature());
        type.members()
                .forEach(m -> symbols.put(key(m.evidence(), m.qualifiedName()), m.signature()));
    }

    private static String key(Evidence evidence, String name) {
        return evidence.path() + ":" + evidence.startLine() + "#" + name;
    }

    private void outline(List<Section> outline) {
        counts.put("sections.total", (long) outline.size());
        for (Section section : outline) {
            sections.put(section.id(), section.title());
            if (section.content() == SectionContent.UNAVAILABLE) {
                counts.merge("sections.unavailable", 1L, Long::sum);
            }
        }
    }

    private void feature(FeatureEvidence evidence) {
        Feature feature = evidence.feature();
        features.put(feature.id(), feature.description());
        counts.put("feature." + feature.id() + ".places", (long) evidence.matches().size());
        counts.put("feature." + feature.id() + ".coverage", Math.round(evidence.coverage() * 100));
    }

    /** Whether what the mention shows is what its fact says. */
    boolean bearsOut(Mention mention) {
        String shown = mention.shown();
        return switch (mention.kind()) {
            case SYMBOL -> symbol(mention.id(), shown);
            case SIGNATURE -> shown.equals(signature(mention.id()));
            case FILE -> mention.id().equals(shown) && tree.file(shown).isPresent();
            case CITATION -> mention.id().equals(shown) && place(shown);
            case MODULE -> modules.getOrDefault(mention.id(), Set.of()).contains(shown);
            case LANGUAGE -> mention.id().equals(shown) && languages.contains(shown);
            case SUBJECT -> shown.equals(material.moduleName());
            case VERSION -> shown.equals(material.version());
            case FEATURE -> mention.id().equals(shown) && features.containsKey(shown);
            case REQUIREMENT -> requirement(shown);
            case COUNT -> shown.equals(number(counts.get(mention.id())));
            case SECTION -> shown.equals(sections.get(mention.id()));
        };
    }

    private static String number(@Nullable Long value) {
        return value == null ? "" : String.format(Locale.ROOT, "%,d", value);
    }

    private boolean requirement(String shown) {
        return material.features().stream().anyMatch(f -> f.requirement().equals(shown));
    }

    private boolean symbol(String id, String shown) {
        int hash = id.indexOf('#');
        if (hash < 0 || !id.substring(hash + 1).equals(shown)) {
            return false;
        }
        String path = path(id.substring(0, hash));
        return signature(id) != null || path.endsWith("/" + shown) || path.equals(shown);
    }

    private @Nullable String signature(String id) {
        int hash = id.indexOf('#');
        Matcher place = PLACE.matcher(hash < 0 ? "" : id.substring(0, hash));
        return place.matches()
                ? symbols.get(place.group(1) + ":" + place.group(2) + id.substring(hash))
                : null;
    }

    private String path(String placeId) {
        Matcher place = PLACE.matcher(placeId);
        return place.matches() && place(placeId) ? place.group(1) : "";
    }

    /** Whether {@code path:Lx-Ly} names lines that the archive has. */
    boolean place(String id) {
        Matcher place = PLACE.matcher(id);
        if (!place.matches()) {
            return false;
        }
        int first = Integer.parseInt(place.group(2));
        int last = Integer.parseInt(place.group(3));
        return first >= 1
                && first <= last
                && tree.file(place.group(1)).filter(file -> last <= file.lines()).isPresent();
    }

    /** Whether the words stand where they are said to stand. */
    boolean bearsOut(Quote quote) {
        if (quote.source().startsWith("feature:")) {
            return quote.shown().equals(features.get(quote.source().substring(8)));
        }
        return place(quote.source()) && lines(quote.source()).contains(quote.shown());
    }

    private String lines(String placeId) {
        Matcher place = PLACE.matcher(placeId);
        return place.matches()
                ? tree.file(place.group(1))
                        .map(tree::text)
                        .map(
                                text ->
                                        text.lines(
                                                Integer.parseInt(place.group(2)),
                                                Integer.parseInt(place.group(3))))
                        .orElse("")
                : "";
    }
}
