package io.digitalworker.document.prompt;

import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model may name, under short handles: facts as {@code F1}, symbols as {@code S1}, numbers as {@code
 * N1}, modules, languages and files as {@code M1}, and places in the code, which it may only cite, as {@code
 * E1}. A handle keeps its meaning, whatever of it is shown.
 */
final class Handles {
    private static final Pattern PLACE = Pattern.compile("(.+):L(\\d{1,9})-L(\\d{1,9})");

    final Numbered<Fact> facts;
    final Numbered<Symbol> symbols;
    final Numbered<Span.Mention> counts;
    final Numbered<Span.Mention> others;
    final Numbered<Evidence> places;
    private final SourceTree tree;
    private final Map<String, Symbol> symbolsById = new HashMap<>();

    Handles(SourceTree tree) {
        this.tree = tree;
        this.facts = new Numbered<>("F");
        this.symbols = new Numbered<>("S");
        this.counts = new Numbered<>("N");
        this.others = new Numbered<>("M");
        this.places = new Numbered<>("E");
    }

    /** The same, to which more may be added. */
    Handles(Handles of) {
        this.tree = of.tree;
        this.facts = new Numbered<>(of.facts);
        this.symbols = new Numbered<>(of.symbols);
        this.counts = new Numbered<>(of.counts);
        this.others = new Numbered<>(of.others);
        this.places = new Numbered<>(of.places);
        this.symbolsById.putAll(of.symbolsById);
    }

    String add(Fact fact) {
        places.add(fact.evidence());
        return facts.add(fact);
    }

    String add(Symbol symbol) {
        Optional<String> known = symbols.find(symbol);
        if (known.isPresent()) {
            return known.get();
        }
        places.add(symbol.evidence());
        symbolsById.put(symbol.id(), symbol);
        return symbols.add(symbol);
    }

    /** The symbol that a mention's id stands for, if it has a handle. */
    Optional<Symbol> symbol(String id) {
        return Optional.ofNullable(symbolsById.get(id));
    }

    /** The lines that {@code path:Lx-Ly} names, if the archive has them. */
    Optional<Evidence> place(String id) {
        Matcher form = PLACE.matcher(id);
        if (!form.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(form.group(2));
        int last = Integer.parseInt(form.group(3));
        return tree.file(form.group(1))
                .filter(file -> first >= 1 && first <= last && last <= Math.max(1, file.lines()))
                .map(file -> tree.evidence(file, first, last));
    }
}
