package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.Material;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all sections of a job are written from: module, features, the facts linked to them, the code that
 * fits, and its source. The same for all sections under the same limits, so that a provider can cache it.
 * What has a handle is settled with the usual characters per token; other ones show more or less of it.
 */
final class JobPart {
    /** Of its room, what features and requirements take at most. */
    private static final double ASKED = 0.25;

    /** Of its room, what facts take at most: all of them come before any source. */
    private static final double FACTS = 0.92;

    private static final double SYMBOLS = 0.06;

    /** Of the room for source, what facts and the code that was found take before what is around them. */
    private static final double FOUND = 0.6;

    private final Material material;
    private final SourceTree tree;
    private final Handles handles;
    private final List<Evidence> source;
    private final List<Evidence> around;
    private final int linked;
    private volatile @Nullable Made last;

    private JobPart(Material material, SourceTree tree, int tokens) {
        this.material = material;
        this.tree = tree;
        this.handles = new Handles(tree);
        this.source = Relevance.snippets(material);
        this.around = Relevance.around(material).stream().map(Chunk::evidence).toList();
        List<Fact> facts = Relevance.facts(material);
        this.linked = facts.size();
        text(facts, symbols(material), new Room(tokens, PromptLimits.CHARS_PER_TOKEN));
        around.forEach(handles.places::add);
    }

    /** The part of a job whose prompts have these tokens for it; made once. */
    static JobPart of(Material material, SourceTree tree, int tokens) {
        return material.derived(All.class, All::new).of(tree, tokens);
    }

    private record All(Material material, Map<Integer, JobPart> byTokens) {
        All(Material material) {
            this(material, new ConcurrentHashMap<>());
        }

        JobPart of(SourceTree tree, int tokens) {
            return byTokens.computeIfAbsent(tokens, any -> new JobPart(material, tree, tokens));
        }
    }

    private static List<Symbol> symbols(Material material) {
        Stream<Symbol> found = Relevance.chunks(material).stream().map(Symbol::of);
        Stream<Symbol> linked = material.linked().types().stream().map(Symbol::of);
        return Stream.concat(found, linked).distinct().toList();
    }

    /** The part with as much of it as has so many tokens. */
    Text text(double tokens, double charsPerToken) {
        Made last = this.last;
        if (last == null || last.tokens() != tokens || last.charsPerToken() != charsPerToken) {
            Room room = new Room(tokens, charsPerToken);
            Text text = text(handles.facts.all(), handles.symbols.all(), room);
            last = new Made(tokens, charsPerToken, text);
            this.last = last;
        }
        return last.text();
    }

    /** The text that was asked for last: sections of a job ask for the same. */
    private record Made(double tokens, double charsPerToken, Text text) {}

    private Text text(List<Fact> facts, List<Symbol> symbols, Room room) {
        Room forAsked = room.share(ASKED);
        String asked = new Asked(material, handles).text(forAsked);
        room.takeAll(forAsked);
        Room forFacts = room.share(FACTS);
        Listing listing = new Listing(handles);
        int shown = listing.facts(List.copyOf(facts), forFacts);
        room.takeAll(forFacts);
        Room forSymbols = room.share(SYMBOLS);
        listing.symbols(List.copyOf(symbols), forSymbols);
        room.takeAll(forSymbols);
        Snippets snippets = new Snippets(tree);
        String code = code(snippets, room);
        return new Text(asked, listing, code, snippets, linked - shown);
    }

    private String code(Snippets snippets, Room room) {
        Room forFound = room.part(FOUND);
        String found = snippets.of(source, handles.places, forFound);
        room.takeAll(forFound);
        return found
                + snippets.of(around, handles.places, room)
                + snippets.of(source, handles.places, room);
    }

    Handles handles() {
        return handles;
    }

    /** Lines of the files that fit the features best, whether or not a fact stands there. */
    List<Evidence> around() {
        return around;
    }

    /** The lines of the code that fits features and facts, the most telling first. */
    List<Evidence> source() {
        return source;
    }

    /**
     * What is shown.
     *
     * @param leftOut facts linked to features that not even the tightest form has room for
     */
    record Text(String asked, Listing listing, String code, Snippets snippets, int leftOut) {
        String sheet() {
            String left =
                    leftOut == 0
                            ? ""
                            : leftOut + " more facts belong to the features; there is no room.\n";
            return new Sheet()
                    .add("What is asked for", asked)
                    .add("Facts of the features", listing.facts() + left)
                    .add("Symbols", listing.symbols())
                    .add("Places", listing.places())
                    .add("Source", code)
                    .text();
        }
    }
}
