package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for a sentence that a model wrote. May be used by several threads. */
final class ModelSentences {
    private static final String RELATION = "unproven-relation";
    private static final Pattern NUMBER = Pattern.compile("[\\d.,]+");

    /** Values that are texts, such as an expression that holds a literal, are shown by tables. */
    private static final Pattern TEXT = Pattern.compile("(?:\\S+\\s+){6}\\S");

    private static final int HEADING_WORDS = 10;
    private static final Set<MentionKind> CHECKABLE =
            EnumSet.of(
                    MentionKind.FACT,
                    MentionKind.SYMBOL,
                    MentionKind.SIGNATURE,
                    MentionKind.FILE,
                    MentionKind.CITATION,
                    MentionKind.MODULE,
                    MentionKind.LANGUAGE,
                    MentionKind.FEATURE,
                    MentionKind.REQUIREMENT,
                    MentionKind.COUNT,
                    MentionKind.SECTION);
    private static final Set<MentionKind> BY_MODELS = EnumSet.copyOf(CHECKABLE);

    static {
        BY_MODELS.add(MentionKind.SUBJECT);
        BY_MODELS.add(MentionKind.VERSION);
    }

    private static final Set<String> ASKING = Set.of("How", "What", "When", "Where", "Why", "Who");
    private static final Set<String> STATING =
            Set.of(
                    "is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "can",
                    "will", "would", "must", "may", "should", "shall");

    private final Material material;
    private final SentenceCheck check;
    private final CodeTexts code;
    private final CopiedWords copied;
    private final Grounding grounding;
    private final Proof proof;
    private final SpokenKinds kinds;

    private ModelSentences(SourceTree tree, Material material) {
        this.material = material;
        this.check = new SentenceCheck(new Universe(tree, material), material);
        this.code = new CodeTexts(tree);
        this.copied = new CopiedWords(material, code);
        this.grounding = new Grounding(material);
        this.proof = new Proof(material);
        this.kinds = new SpokenKinds(material);
    }

    private ModelSentences(ModelSentences of, CopiedWords copied) {
        this.material = of.material;
        this.check = of.check;
        this.code = of.code;
        this.copied = copied;
        this.grounding = of.grounding;
        this.proof = of.proof;
        this.kinds = of.kinds;
    }

    /** The same rules, for what was written from a prompt that shows further files. */
    ModelSentences showing(Set<String> files) {
        return new ModelSentences(this, copied.showing(files));
    }

    static ModelSentences of(SourceTree tree, Material material) {
        return new ModelSentences(tree, material);
    }

    /** A sentence of a paragraph or list: sound as it is, sound as a conclusion, or faulty. */
    Judgement judged(String section, Sentence sentence, Set<String> tokens) {
        Sentence extracted = as(ClaimClass.EXTRACTED, sentence);
        Told told = Told.of(extracted);
        Stems stems = new Stems();
        List<Fault> faults = new ArrayList<>(form(section, told, tokens));
        if (sentence.claimClass() != ClaimClass.EXTRACTED
                && sentence.claimClass() != ClaimClass.INFERRED) {
            faults.add(ModelRule.CLASS.in(section));
        }
        if (told.mentions().noneMatch(mention -> CHECKABLE.contains(mention.kind()))) {
            faults.add(ModelRule.NO_CLAIM.in(section));
        }
        faults.addAll(check.another().faultsOfProse(section, told.withClauses().sentence()));
        boolean related = faults.stream().noneMatch(fault -> fault.rule().equals(RELATION));
        faults.removeIf(fault -> fault.rule().equals(RELATION));
        if (faults.isEmpty()) {
            faults.addAll(check.faultsOfPlaces(section, extracted, List.of(), Set.of()));
            faults.addAll(content(section, told, stems));
        }
        boolean proven =
                related
                        && sentence.claimClass() == ClaimClass.EXTRACTED
                        && proof.of(told, stems).verdict() == Proof.Verdict.PROVEN
                        && belongs(told)
                        && !Conclusions.in(told, Ground.of(told, material, code, stems), stems);
        return new Judgement(
                proven ? extracted : as(ClaimClass.INFERRED, sentence), distinct(faults));
    }

    /** What it is made of. */
    private static List<Fault> form(String section, Told told, Set<String> tokens) {
        List<Fault> faults = new ArrayList<>();
        PlainProse.broken(told, tokens).forEach(rule -> faults.add(rule.in(section)));
        boolean offered =
                told.spans().stream()
                        .allMatch(
                                span ->
                                        span instanceof Span.Text
                                                || (span instanceof Span.Mention mention
                                                        && BY_MODELS.contains(mention.kind())));
        if (told.names().stream().anyMatch(name -> TEXT.matcher(name.shown()).find())) {
            faults.add(ModelRule.LONG_VALUE.in(section));
        }
        if (!offered) {
            faults.add(ModelRule.NOT_OFFERED.in(section));
        }
        return faults;
    }

    /** What it says, of a sentence whose names and places are sound. */
    private List<Fault> content(String section, Told told, Stems stems) {
        Ground ground = Ground.of(told, material, code, stems);
        Proof.Outcome outcome = proof.of(told, stems);
        List<Fault> faults =
                new ArrayList<>(
                        grounding.ofStatement(section, told, ground, stems, outcome.verbs()));
        ModelRule universal = Universals.broken(told, ground);
        if (universal != null) {
            faults.add(universal.in(section));
        }
        if (CountedThings.STANDARD.misread(told, stems) || takenFromAnother(told)) {
            faults.add(ModelRule.MISREAD_NUMBER.in(section));
        }
        if (kinds.misnamed(told)) {
            faults.add(ModelRule.MISNAMED.in(section));
        }
        if (outcome.verdict() == Proof.Verdict.TURNED_ROUND) {
            faults.add(ModelRule.TURNED_ROUND.in(section));
        }
        if (Bounds.turnedRound(told, ground)) {
            faults.add(ModelRule.TURNED_ROUND.in(section));
        }
        if (copied.in(told, stems)) {
            faults.add(ModelRule.COPIED.in(section));
        }
        return faults;
    }

    /** Whether a number is of another fact than what is named of the same lines. */
    private boolean takenFromAnother(Told told) {
        return told.names().stream()
                .filter(name -> name.isFact() && NUMBER.matcher(name.shown()).matches())
                .anyMatch(
                        number ->
                                material.factsOf(number.id()).stream()
                                        .noneMatch(fact -> holdsAll(fact, number, told)));
    }

    private static String kind(Named name) {
        return name.id().substring(0, name.id().indexOf('@') + 1);
    }

    private static boolean holdsAll(Fact fact, Named number, Told told) {
        Set<String> held = FactNames.of(fact);
        return told.names().stream()
                .filter(name -> name.isFact() && kind(name).equals(kind(number)))
                .filter(name -> name.equals(number) || !NUMBER.matcher(name.shown()).matches())
                .allMatch(name -> held.contains(name.shown()));
    }

    /** Whether names stand in the file or module, and facts belong to the features, named beside them. */
    private boolean belongs(Told told) {
        return told.names().stream()
                .allMatch(name -> told.mentions().allMatch(mention -> belongs(name, mention)));
    }

    private boolean belongs(Named name, Span.Mention mention) {
        String path = name.place().map(Place::path).orElse("");
        return switch (mention.kind()) {
            case FILE -> path.equals(mention.shown());
            case MODULE -> mention.id().equals("/") || path.startsWith(mention.id() + "/");
            case FEATURE -> belongs(name, mention.id());
            case REQUIREMENT ->
                    material.features().stream()
                            .filter(
                                    each ->
                                            mention.id()
                                                    .startsWith("FR-" + each.feature().id() + "-"))
                            .anyMatch(each -> belongs(name, each.feature().id()));
            default -> true;
        };
    }

    private boolean belongs(Named name, String feature) {
        boolean linked =
                material.factsOf(name.id()).stream()
                        .anyMatch(material.linked(feature).facts()::contains);
        return linked
                || material.features().stream()
                        .filter(each -> each.feature().id().equals(feature))
                        .anyMatch(each -> matches(each, name));
    }

    private static boolean matches(FeatureEvidence feature, Named name) {
        Place place = name.place().orElse(null);
        return place != null
                && feature.matches().stream()
                        .flatMap(match -> Place.of(match.chunk().evidence().id()).stream())
                        .anyMatch(place::overlaps);
    }

    List<Fault> faultsOfHeading(String section, Sentence title, Set<String> tokens) {
        Told told = Told.of(as(ClaimClass.EXTRACTED, title));
        List<Fault> faults = named(section, told, tokens);
        if (told.words().size() > HEADING_WORDS || states(told)) {
            faults.add(ModelRule.HEADING.in(section));
        }
        return distinct(faults);
    }

    /** Whether a heading has a verb of its own, as {@code How orders are placed} has not. */
    private static boolean states(Told told) {
        List<String> words = told.words();
        boolean asks = !words.isEmpty() && ASKING.contains(words.get(0));
        return told.sentence().shown().endsWith(".")
                || (!asks
                        && words.stream()
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .anyMatch(STATING::contains));
    }

    List<Fault> faultsOfQuestion(String section, Sentence question, Set<String> tokens) {
        return distinct(named(section, Told.of(question), tokens));
    }

    /** The rules for words that state nothing. */
    private List<Fault> named(String section, Told told, Set<String> tokens) {
        Stems stems = new Stems();
        List<Fault> faults = new ArrayList<>(form(section, told, tokens));
        faults.addAll(check.another().faults(section, told.sentence()));
        faults.removeIf(fault -> fault.rule().equals(RELATION));
        if (faults.isEmpty()) {
            Ground ground = Ground.of(told, material, code, stems);
            faults.addAll(grounding.ofName(section, told, ground, stems));
            if (copied.in(told, stems)) {
                faults.add(ModelRule.COPIED.in(section));
            }
        }
        return faults;
    }

    private static List<Fault> distinct(List<Fault> faults) {
        return faults.stream().filter(Objects::nonNull).distinct().toList();
    }

    private static Sentence as(ClaimClass claimClass, Sentence sentence) {
        return new Sentence(sentence.spans(), claimClass, sentence.evidence());
    }
}
