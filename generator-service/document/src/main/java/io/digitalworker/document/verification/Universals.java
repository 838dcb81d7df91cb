package io.digitalworker.document.verification;

import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Validation;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words that leave no exception, and denials: each needs a fact that says so. */
final class Universals {
    private static final Set<String> TOTAL = Set.of("all", "every", "each", "any", "both");
    private static final Set<String> SAYS_TOTAL =
            Set.of("all", "everi", "each", "foreach", "ani", "for");
    private static final Set<String> VAGUE =
            Set.of("several", "many", "most", "few", "multiple", "various", "numerous", "mostly");
    private static final Set<String> NEVER_BORNE =
            Set.of(
                    "always",
                    "entire",
                    "entirely",
                    "whole",
                    "fully",
                    "full",
                    "complete",
                    "completely",
                    "exclusively",
                    "solely",
                    "wholly",
                    "totally",
                    "total",
                    "everything",
                    "everyone",
                    "everybody",
                    "anyone",
                    "anybody",
                    "anything",
                    "everywhere",
                    "anywhere",
                    "whenever",
                    "wherever",
                    "whatever",
                    "whoever",
                    "regardless",
                    "guarantee",
                    "guarantees",
                    "guaranteed",
                    "invariably",
                    "necessarily",
                    "forever",
                    "unconditionally",
                    "constantly",
                    "absolutely",
                    "certainly",
                    "definitely",
                    "surely",
                    "sole",
                    "exactly",
                    "precisely");
    private static final Set<String> DUTY =
            Set.of(
                    "must",
                    "required",
                    "requires",
                    "require",
                    "mandatory",
                    "compulsory",
                    "shall",
                    "obligatory");
    private static final Set<String> ONLY =
            Set.of("only", "just", "merely", "restricted", "reserved");
    private static final Set<String> CHOICE =
            Set.of("optional", "optionally", "may", "might", "could", "voluntary");
    private static final Set<String> DENIALS =
            Set.of(
                    "no",
                    "not",
                    "never",
                    "none",
                    "nor",
                    "neither",
                    "without",
                    "cannot",
                    "nothing",
                    "nobody",
                    "nowhere",
                    "unless",
                    "except",
                    "excluding",
                    "hardly",
                    "rarely",
                    "seldom",
                    "barely",
                    "scarcely",
                    "lack",
                    "lacks",
                    "lacking",
                    "absent",
                    "absence",
                    "missing",
                    "instead",
                    "rather",
                    "unlike",
                    "impossible",
                    "unable",
                    "non",
                    "apart",
                    "otherwise",
                    "little",
                    "t");

    private Universals() {}

    /** Whether a word is judged here: it is plain English, and not free to use. */
    static boolean judges(String word) {
        return Stream.of(TOTAL, VAGUE, NEVER_BORNE, DUTY, ONLY, CHOICE, DENIALS)
                .anyMatch(words -> words.contains(word));
    }

    /** The rule that a word of the sentence breaks; null if none. */
    static @Nullable ModelRule broken(Told told, Ground ground) {
        for (String each : told.words()) {
            String word = each.toLowerCase(Locale.ROOT);
            if (DENIALS.contains(word) && !tellsOfALack(told)) {
                return ModelRule.DENIAL;
            }
            if (!borneOut(word, told, ground)) {
                return ModelRule.UNIVERSAL;
            }
        }
        return null;
    }

    private static boolean borneOut(String word, Told told, Ground ground) {
        if (NEVER_BORNE.contains(word)) {
            return ground.words().contains(word);
        } else if (TOTAL.contains(word)) {
            return counts(told) || SAYS_TOTAL.stream().anyMatch(ground.words()::contains);
        } else if (VAGUE.contains(word)) {
            return counts(told);
        } else if (ONLY.contains(word)) {
            return ground.facts().stream().anyMatch(Universals::restricts);
        } else if (DUTY.contains(word)) {
            return ground.facts().stream().anyMatch(fact -> demands(fact, told));
        }
        return !CHOICE.contains(word)
                || ground.facts().stream().anyMatch(fact -> leavesOpen(fact, told));
    }

    private static boolean counts(Told told) {
        return told.mentions().anyMatch(mention -> mention.kind() == MentionKind.COUNT);
    }

    private static boolean restricts(Fact fact) {
        return fact instanceof Validation
                || fact instanceof Permission
                || (fact instanceof Endpoint endpoint && !endpoint.authorization().isEmpty());
    }

    private static boolean demands(Fact fact, Told told) {
        return restricts(fact)
                || (fact instanceof Endpoint endpoint
                        && endpoint.parameters().stream()
                                .anyMatch(each -> each.required() && names(told, each.name())))
                || (fact instanceof Entity entity
                        && entity.fields().stream()
                                .anyMatch(each -> !each.nullable() && names(told, each.name())));
    }

    private static boolean leavesOpen(Fact fact, Told told) {
        return (fact instanceof Endpoint endpoint
                        && endpoint.parameters().stream()
                                .anyMatch(each -> !each.required() && names(told, each.name())))
                || (fact instanceof Entity entity
                        && entity.fields().stream()
                                .anyMatch(each -> each.nullable() && names(told, each.name())));
    }

    private static boolean names(Told told, String name) {
        return told.mentions().anyMatch(mention -> mention.shown().equals(name));
    }

    /** A count of none, or a place where something is known to be missing. */
    private static boolean tellsOfALack(Told told) {
        return told.mentions()
                .anyMatch(
                        mention ->
                                mention.kind() == MentionKind.COUNT
                                        ? mention.shown().equals("0")
                                        : mention.id()
                                                        .startsWith(
                                                                FactKind.CONTRADICTION.array()
                                                                        + "@")
                                                || mention.id()
                                                        .startsWith(
                                                                FactKind.UNRESOLVED.array() + "@"));
    }
}
