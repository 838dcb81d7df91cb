package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.published.Case;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Seeded lies: how many of them the check finds, by kind, and how often it cries wolf. */
class CaughtLiesTest {
    private static final Set<String> CAUGHT = Set.of("names", "routes", "keys", "lines", "edges");

    /** Names that are true of something else are the hardest to tell. */
    private static final Set<String> SWAPS = Set.of("swaps", "swaps within a sentence");

    /** Told and found. */
    private static final class Share {
        private int told;
        private int found;
        private final List<String> missed = new ArrayList<>();

        double share() {
            return found / (double) told;
        }
    }

    @ParameterizedTest
    @MethodSource("io.digitalworker.document.published.Case#all")
    void nearlyAllLiesInTheDraftsAreFoundAndNearlyNothingTrueIsRefused(Case asked) {
        Map<String, Share> shares = new TreeMap<>();
        Share clean = new Share();
        for (Material material : asked.documents("comprehensive")) {
            List<Block> blocks =
                    Case.drafts(material).stream()
                            .map(SectionDraft::blocks)
                            .flatMap(List::stream)
                            .toList();
            lie(asked, material, blocks, shares, clean);
        }
        print(asked + ", drafts", shares, clean);
        assertCaught(shares, clean);
    }

    @ParameterizedTest
    @MethodSource("io.digitalworker.document.published.Case#all")
    void nearlyAllLiesAboutAnyFactAreFound(Case asked) {
        Map<String, Share> shares = new TreeMap<>();
        Share clean = new Share();
        Material material = asked.sample().material();
        lie(asked, material, FromFacts.blocks(material), shares, clean);
        print(asked + ", all facts", shares, clean);
        assertThat(shares).containsKeys("names", "routes", "keys", "lines", "edges");
        assertCaught(shares, clean);
    }

    private static void assertCaught(Map<String, Share> shares, Share clean) {
        shares.forEach(
                (kind, share) -> {
                    if (CAUGHT.contains(kind)) {
                        assertThat(share.share())
                                .as(kind + " " + share.missed)
                                .isGreaterThanOrEqualTo(0.99);
                    } else if (SWAPS.contains(kind)) {
                        assertThat(share.share())
                                .as(kind + " " + share.missed)
                                .isGreaterThanOrEqualTo(0.95);
                    }
                });
        assertThat(clean.share()).as("false alarms " + clean.missed).isLessThanOrEqualTo(0.01);
    }

    private static void lie(
            Case asked,
            Material material,
            List<Block> blocks,
            Map<String, Share> shares,
            Share clean) {
        Universe universe = new Universe(asked.sample().tree(), material);
        SentenceCheck check = new SentenceCheck(universe, material);
        DiagramCheck pictures = new DiagramCheck(material);
        List<Span.Mention> others = others(blocks);
        for (Block block : blocks) {
            List<Fault> alarms = faults(check, pictures, block);
            clean.told += (int) Math.max(1, block.sentences().count());
            clean.found += alarms.size();
            alarms.forEach(alarm -> missed(clean, alarm + " " + words(block)));
            Lies lies =
                    new Lies(
                            others,
                            (place, other) -> sameSaid(material, place, other),
                            (kind, lie) -> {
                                Share share = shares.computeIfAbsent(kind, any -> new Share());
                                boolean found = faults(check, pictures, lie).size() > alarms.size();
                                share.told++;
                                share.found += found ? 1 : 0;
                                if (!found) {
                                    missed(share, told(lie, block));
                                }
                            });
            lies.about(single(block));
        }
    }

    /** Whether a fact at one place says, word for word, what one at another place says. */
    private static boolean sameSaid(Material material, String place, String other) {
        List<Fact> here = standing(material, place);
        return standing(material, other).stream()
                .anyMatch(
                        fact ->
                                here.stream()
                                        .anyMatch(
                                                own ->
                                                        own.getClass() == fact.getClass()
                                                                && FactNames.of(own)
                                                                        .equals(
                                                                                FactNames.of(
                                                                                        fact))));
    }

    private static List<Fact> standing(Material material, String place) {
        return material.facts().facts().stream()
                .filter(fact -> fact.evidence().id().equals(place))
                .toList();
    }

    /** Of a long table the first rows stand for all: each lie checks its whole block. */
    private static Block single(Block block) {
        return block instanceof Block.Table table && table.rows().size() > 40
                ? new Block.Table(table.header(), table.numeric(), table.rows().subList(0, 40))
                : block;
    }

    private static void missed(Share share, String what) {
        if (share.missed.size() < 20) {
            share.missed.add(what.length() > 300 ? what.substring(0, 300) : what);
        }
    }

    /** The sentence that is a lie, and not the block around it. */
    private static String told(Block lie, Block block) {
        Set<Sentence> sound = block.sentences().collect(Collectors.toSet());
        return lie.sentences()
                .filter(sentence -> !sound.contains(sentence))
                .map(sentence -> sentence.spans() + " " + sentence.evidence())
                .toList()
                .toString();
    }

    private static String words(Block block) {
        return block.sentences().map(s -> s.shown() + s.evidence()).toList().toString();
    }

    private static List<Fault> faults(SentenceCheck check, DiagramCheck pictures, Block block) {
        List<Fault> faults = new ArrayList<>();
        new Removal(check, pictures, "section", faults).keep(List.of(block));
        return faults;
    }

    private static List<Span.Mention> others(List<Block> blocks) {
        List<Span.Mention> others = new ArrayList<>();
        blocks.stream()
                .flatMap(Block::sentences)
                .flatMap(sentence -> sentence.spans().stream())
                .filter(Span.Mention.class::isInstance)
                .map(Span.Mention.class::cast)
                .forEach(others::add);
        Collections.shuffle(others, new Random(3));
        return others;
    }

    private static void print(String what, Map<String, Share> shares, Share clean) {
        shares.forEach(
                (kind, share) ->
                        System.out.printf(
                                "%s: %s: %d of %d lies found, %.2f %% %s%n",
                                what,
                                kind,
                                share.found,
                                share.told,
                                share.share() * 100,
                                share.missed));
        System.out.printf(
                "%s: %d false alarms in %d clean sentences %s%n",
                what, clean.found, clean.told, clean.missed);
    }
}
