package io.digitalworker.document.brief;

import io.digitalworker.api.Descriptor;
import io.digitalworker.document.edition.Edition;
import io.digitalworker.document.edition.Place;
import io.digitalworker.document.existing.ExistingDocument;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.outline.Section;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of a job are written from. Gathered once; {@link #under} gives the same for each
 * document.
 */
public final class Material {
    /** So many files of a feature are looked at beyond what was found and linked. */
    private static final int FILES_AROUND = 20;

    private final Outline outline;
    private final Descriptor descriptor;
    private final Facts facts;
    private final CallGraph calls;
    private final List<FeatureEvidence> features;
    private final Map<String, LinkedFacts> linked;
    private final LinkedFacts anyFeature;
    private final Map<String, List<Chunk>> around;
    private final Map<String, List<Fact>> byId;
    private final @Nullable ExistingDocument existing;
    private final Edition edition;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();
    private final Map<String, List<Requirement>> requirements;
    private final DocComments comments;

    private Material(
            Outline outline,
            Descriptor descriptor,
            Facts facts,
            CallGraph calls,
            List<FeatureEvidence> features,
            Map<String, LinkedFacts> linked,
            Map<String, List<Chunk>> around,
            DocComments comments) {
        this.outline = outline;
        this.descriptor = descriptor;
        this.facts = facts;
        this.calls = calls;
        this.features = List.copyOf(features);
        this.linked = Collections.unmodifiableMap(new LinkedHashMap<>(linked));
        this.anyFeature = union(linked.values());
        this.around = Map.copyOf(around);
        this.existing = null;
        this.edition = Edition.first(Instant.EPOCH, outline.detail());
        this.requirements = Requirements.of(this.features, this.linked);
        this.comments = comments;
        this.byId = new HashMap<>();
        for (Fact fact : facts.facts()) {
            byId.computeIfAbsent(FactNames.id(fact), any -> new ArrayList<>(1)).add(fact);
        }
    }

    private Material(
            Material of, Outline outline, @Nullable ExistingDocument existing, Edition edition) {
        this.edition = edition;
        this.outline = outline;
        this.descriptor = of.descriptor;
        this.facts = of.facts;
        this.calls = of.calls;
        this.features = of.features;
        this.linked = of.linked;
        this.anyFeature = of.anyFeature;
        this.around = of.around;
        this.byId = of.byId;
        this.existing = existing;
        this.requirements = of.requirements;
        this.comments = of.comments;
    }

    /**
     * Looks up each feature of the descriptor in the code, and the facts that belong to it.
     *
     * @param outline of the first document
     * @param submitted without {@linkplain Descriptor#faults() faults}
     */
    public static Material gather(
            Outline outline, Descriptor submitted, Facts facts, Retrieval retrieval) {
        if (!submitted.faults().isEmpty()) {
            throw new IllegalArgumentException("descriptor has faults: " + submitted.faults());
        }
        Descriptor descriptor = RedactedDescriptor.of(submitted);
        String module = Objects.requireNonNull(descriptor.moduleName(), "moduleName");
        CallGraph calls = new CallGraph(facts);
        Linking linking = new Linking(facts, calls);
        List<FeatureEvidence> features = new ArrayList<>();
        Map<String, LinkedFacts> linked = new LinkedHashMap<>();
        Map<String, List<Chunk>> around = new HashMap<>();
        descriptor
                .features()
                .forEach(
                        feature -> {
                            FeatureEvidence found =
                                    retrieval.find(feature, module, outline.detail().places());
                            features.add(found);
                            around.put(
                                    feature.id(), retrieval.around(feature, module, FILES_AROUND));
                            linked.put(
                                    feature.id(),
                                    linking.of(found, retrieval.words(feature, module)));
                        });
        return new Material(
                outline, descriptor, facts, calls, features, linked, around, retrieval.comments());
    }

    private static LinkedFacts union(Iterable<LinkedFacts> parts) {
        Set<Fact> all = new HashSet<>();
        List<Fact> inOrder = new ArrayList<>();
        for (LinkedFacts part : parts) {
            for (Fact fact : part.facts()) {
                if (all.add(fact)) {
                    inOrder.add(fact);
                }
            }
        }
        List<TypeDeclaration> types = new ArrayList<>();
        parts.forEach(part -> types.addAll(part.types()));
        return new LinkedFacts(inOrder, types.stream().distinct().toList());
    }

    /** The same for another document. */
    public Material under(Outline other) {
        return new Material(this, other, existing, edition);
    }

    /** The same with a partial document that is to be kept. */
    public Material keeping(ExistingDocument document) {
        return new Material(this, outline, document, edition);
    }

    /** The same for documents that have been revised so. */
    public Material revised(Edition other) {
        return new Material(this, outline, existing, other);
    }

    /** What has been asked of the documents since their first draft. */
    public Edition edition() {
        return edition;
    }

    /** How much the document tells in a section. */
    public Detail detail(Section section) {
        Detail own = edition.details().get(new Place(outline.document(), section.id()));
        return own == null ? outline.detail() : own;
    }

    /** The partial document that is to be kept, if one came with the job. */
    public Optional<ExistingDocument> existing() {
        return Optional.ofNullable(existing);
    }

    public Outline outline() {
        return outline;
    }

    /** Without secrets. */
    public Descriptor descriptor() {
        return descriptor;
    }

    public Facts facts() {
        return facts;
    }

    public CallGraph calls() {
        return calls;
    }

    /** In the descriptor's order. */
    public List<FeatureEvidence> features() {
        return features;
    }

    /** The facts that belong to a feature; none for one that nobody implemented. */
    public LinkedFacts linked(String feature) {
        return Objects.requireNonNull(linked.get(feature), feature);
    }

    /** The facts that belong to any feature, the first feature's first. */
    public LinkedFacts linked() {
        return anyFeature;
    }

    /**
     * The code of the files that fit a feature best, the best piece of each first; of a feature that nobody
     * implemented, what comes nearest. For who looks further than what was found and linked.
     */
    public List<Chunk> around(String feature) {
        return Objects.requireNonNull(around.get(feature), feature);
    }

    /** The requirements of a feature; the first is the feature itself. */
    public List<Requirement> requirements(String feature) {
        return Objects.requireNonNull(requirements.get(feature), feature);
    }

    /** All requirements, by feature in the descriptor's order. */
    public List<Requirement> requirements() {
        return requirements.values().stream().flatMap(List::stream).toList();
    }

    /** What authors wrote next to declarations. */
    public DocComments comments() {
        return comments;
    }

    /** The facts of a kind within a scope; none for a scope that is not there. See {@link Tally}. */
    List<? extends Fact> facts(String scope, FactKind kind) {
        if (scope.equals(Tally.ALL)) {
            return facts.all(kind.type());
        }
        if (scope.equals(Tally.LINKED)) {
            return anyFeature.all(kind.type());
        }
        LinkedFacts own = linked.get(scope.substring(scope.indexOf('=') + 1));
        return own == null ? List.of() : own.all(kind.type());
    }

    /** The facts that share an id; none for an id that is not there. */
    public List<Fact> factsOf(String id) {
        return byId.getOrDefault(id, List.of());
    }

    /** What several sections are written from, worked out for the first that asks. */
    public <D> D derived(Class<D> kind, Function<Material, D> from) {
        return kind.cast(derived.computeIfAbsent(kind, any -> from.apply(this)));
    }

    /** One brief per section of the outline, in its order. */
    public List<SectionBrief> briefs() {
        Map<Detail, Material> byDetail = new EnumMap<>(Detail.class);
        byDetail.put(outline.detail(), this);
        return outline.sections().stream()
                .map(
                        section ->
                                new SectionBrief(
                                        section,
                                        byDetail.computeIfAbsent(
                                                detail(section), d -> under(outline.in(d)))))
                .toList();
    }

    /** How many features have a status. */
    public long features(FeatureStatus status) {
        return features.stream().filter(feature -> feature.status() == status).count();
    }

    /** The name of the module asked for. */
    public String moduleName() {
        return Objects.requireNonNull(descriptor.moduleName(), "moduleName");
    }

    /** The version of the module asked for. */
    public String version() {
        return Objects.requireNonNull(descriptor.version(), "version");
    }
}
