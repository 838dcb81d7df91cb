package io.digitalworker.document.verification;

import io.digitalworker.api.Feature;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.pricing.Quotation;
import io.digitalworker.document.prose.Span.Mention;
import io.digitalworker.document.prose.Span.Quote;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that a document on this archive and descriptor may name. */
final class Universe {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private final SourceTree tree;
    private final Material material;
    private final Map<String, Long> counts = new HashMap<>();

    /** Declarations as {@code path:line#name}, by the line they start on, with their signatures. */
    private final Map<String, String> symbols = new HashMap<>();

    /** Names of types and members, by themselves. */
    private final Set<String> declared = new HashSet<>();

    /** Where facts and declarations stand: what may be cited. */
    private final Set<String> places = new HashSet<>();

    private final Map<String, Set<String>> modules = new HashMap<>();
    private final Set<String> languages = new HashSet<>();
    private final Map<String, String> features = new HashMap<>();
    private final Map<String, String> sections = new HashMap<>();

    Universe(SourceTree tree, Material material) {
        this.tree = tree;
        this.material = material;
        inventory(material.facts().inventory());
        material.facts().types().forEach(this::type);
        material.facts().facts().forEach(this::places);
        outline(material.outline().sections());
        material.features().forEach(this::feature);
        for (FeatureStatus status : FeatureStatus.values()) {
            counts.put("features." + status.key(), material.features(status));
        }
        counts.put("features.total", (long) material.descriptor().features().size());
        for (int i = 1; i <= material.edition().history().size(); i++) {
            counts.put("revision." + i, (long) i);
        }
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
        places.add(type.evidence().id());
        declared.add(type.name());
        type.members()
                .forEach(
                        member -> {
                            symbols.put(
                                    key(member.evidence(), member.qualifiedName()),
                                    member.signature());
                            places.add(member.evidence().id());
                            declared.add(last(member.qualifiedName()));
                        });
    }

    private void places(Fact fact) {
        places.add(fact.evidence().id());
        if (fact instanceof Contradiction contradiction && contradiction.other() != null) {
            places.add(contradiction.other().id());
        }
    }

    private static String key(Evidence evidence, String name) {
        return evidence.path() + ":" + evidence.startLine() + "#" + name;
    }

    private void outline(List<Section> outline) {
        counts.put("sections.total", (long) outline.size());
        for (Section section : outline) {
            sections.put(section.id(), section.title());
        }
    }

    private void feature(FeatureEvidence evidence) {
        Feature feature = evidence.feature();
        features.put(feature.id(), feature.description());
        evidence.matches().forEach(match -> places.add(match.chunk().evidence().id()));
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
            case CITATION -> mention.id().equals(shown) && cited(shown);
            case MODULE -> modules.getOrDefault(mention.id(), Set.of()).contains(shown);
            case LANGUAGE -> mention.id().equals(shown) && languages.contains(shown);
            case SUBJECT -> shown.equals(material.moduleName());
            case VERSION -> shown.equals(material.version());
            case FEATURE -> mention.id().equals(shown) && features.containsKey(shown);
            case REQUIREMENT -> requirement(shown);
            case FACT, TERM -> fact(mention.id(), shown);
            case COUNT -> number(mention.id(), shown);
            case PRICE -> Quotation.holds(material, mention.id(), shown);
            case SECTION -> shown.equals(sections.get(mention.id()));
        };
    }

    private boolean fact(String id, String shown) {
        return material.factsOf(id).stream().anyMatch(fact -> FactNames.of(fact).contains(shown));
    }

    private boolean number(String id, String shown) {
        Long known = counts.get(id);
        if (known != null) {
            return shown.equals(number(known));
        }
        String digits = shown.replace(",", "");
        return digits.matches("\\d{1,18}")
                && shown.equals(number(Long.parseLong(digits)))
                && Tally.holds(material, id, Long.parseLong(digits));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private boolean requirement(String shown) {
        return material.requirements().stream().anyMatch(each -> each.id().equals(shown));
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
        return Place.of(hash < 0 ? "" : id.substring(0, hash))
                .map(place -> symbols.get(place.path() + ":" + place.first() + id.substring(hash)))
                .orElse(null);
    }

    private String path(String placeId) {
        return Place.of(placeId).filter(any -> place(placeId)).map(Place::path).orElse("");
    }

    /** Whether {@code path:Lx-Ly} names lines that the archive has. */
    boolean place(String id) {
        return Place.of(id).filter(place -> lines(place) >= place.last()).isPresent();
    }

    private int lines(Place place) {
        return tree.file(place.path()).map(SourceFile::lines).orElse(0);
    }

    /** Whether a fact or a declaration stands at just these lines. */
    boolean cited(String id) {
        return places.contains(id) && place(id);
    }

    /** Whether the words stand where they are said to stand. */
    boolean bearsOut(Quote quote) {
        if (quote.source().startsWith("feature:")) {
            return quote.shown().equals(features.get(quote.source().substring(8)));
        }
        if (Submitted.isSource(quote.source())) {
            return Submitted.says(material, quote);
        }
        return place(quote.source()) && lines(quote.source()).contains(quote.shown());
    }

    private String lines(String placeId) {
        return Place.of(placeId).flatMap(this::text).orElse("");
    }

    private Optional<String> text(Place place) {
        return tree.file(place.path())
                .map(tree::text)
                .map(text -> text.lines(place.first(), place.last()));
    }

    /**
     * Whether the code has what a fact's mention shows: each word of it stands in the file of the fact or
     * is declared somewhere. A route is put together of several places.
     */
    boolean writes(Mention mention) {
        String shown = mention.shown();
        if (shown.indexOf('/') >= 0 && shown.indexOf('\'') < 0) {
            return true;
        }
        Optional<String> file =
                Place.of(mention.id().substring(mention.id().indexOf('@') + 1))
                        .flatMap(place -> tree.file(place.path()))
                        .map(found -> tree.text(found).text());
        return file.isPresent()
                && (file.get().contains(shown)
                        || WORD.matcher(shown)
                                .results()
                                .map(MatchResult::group)
                                .allMatch(
                                        word ->
                                                hasWord(file.get(), word)
                                                        || declared.contains(word)));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean hasWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            boolean ends =
                    end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
