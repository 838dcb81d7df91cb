package io.digitalworker.document.revision;

import io.digitalworker.document.brief.SearchTerms;
import io.digitalworker.document.edition.Place;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.publication.Manuscript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the sections that a message concerns. Sections that it names, with a title of several
 * words or beside the word "section", are meant and no others. Otherwise a section's fit is the
 * share of the message's words that its title and its best sentence or row hold, each weighted by its rarity
 * over the sections; words that no section holds say how something is asked and do not count. Sections that
 * only tell of the others are concerned when they are named. For one thread.
 */
public final class ConcernedSections {
    /** A section fits from this share on. */
    private static final double FIT = 0.3;

    /** And from this share of the best fit on. */
    private static final double NEAR_BEST = 0.75;

    // what its best sentence, its title and the whole section weigh
    private static final double SAID = 0.5;
    private static final double TITLE = 0.3;
    private static final double ANYWHERE = 0.2;

    private static final int MOST = 4;

    /** Content of sections that tell of the others, or repeat them. */
    private static final Set<String> FRAME =
            Set.of(
                    "questions",
                    "completeness",
                    "next-steps",
                    "review",
                    "review-steps",
                    "references",
                    "glossary",
                    "design-glossary",
                    "revisions",
                    "inventory",
                    "traceability",
                    "summary",
                    "functional-summary",
                    "design-summary",
                    "intent");

    private record Indexed(
            Place place,
            Section section,
            Set<String> title,
            List<Set<String>> said,
            Set<String> words) {
        /** Its title as it may stand in a padded message. */
        String name() {
            return padded(section.title());
        }

        boolean holds(String term) {
            return words.contains(term);
        }
    }

    private final SearchTerms terms = new SearchTerms();
    private final List<Indexed> sections = new ArrayList<>();
    private final Map<String, Set<Place>> asking = new HashMap<>();

    /** Of documents as they were written. */
    public ConcernedSections(List<Manuscript> documents) {
        for (Manuscript document : documents) {
            String name = document.material().outline().document();
            document.drafts().forEach(draft -> index(name, draft));
        }
    }

    private void index(String document, SectionDraft draft) {
        Section section = draft.section();
        Place place = new Place(document, section.id());
        draft.questions()
                .forEach(q -> asking.computeIfAbsent(q.id(), any -> new HashSet<>()).add(place));
        List<Set<String>> said =
                draft.blocks().stream().flatMap(block -> units(block).stream()).toList();
        Set<String> words = new HashSet<>(terms.of(section.title()));
        said.forEach(words::addAll);
        sections.add(new Indexed(place, section, terms.of(section.title()), said, words));
    }

    private List<Set<String>> units(Block block) {
        if (block instanceof Block.Table table) {
            return table.rows().stream().map(row -> together(table.header(), row)).toList();
        }
        return block.sentences().map(each -> terms.of(each.shown())).toList();
    }

    /** A row is about what stands above it, too. */
    private Set<String> together(List<String> header, List<Sentence> row) {
        Set<String> all = new HashSet<>();
        header.forEach(name -> all.addAll(terms.of(name)));
        row.forEach(cell -> all.addAll(terms.of(cell.shown())));
        return all;
    }

    /** Where a question is asked; nowhere if no section asks it. */
    public Set<Place> asking(String question) {
        return Set.copyOf(asking.getOrDefault(question, Set.of()));
    }

    /** The sections of these ids, of all documents that have them. */
    public Set<Place> named(List<String> ids) {
        return sections.stream()
                .filter(each -> ids.contains(each.section().id()))
                .map(Indexed::place)
                .collect(Collectors.toSet());
    }

    /** All sections. */
    public Set<Place> all() {
        return sections.stream().map(Indexed::place).collect(Collectors.toSet());
    }

    /** The sections that a message concerns: of each document at most four, and nowhere if none fits. */
    public Set<Place> of(String message) {
        Set<Place> named = named(padded(message));
        return named.isEmpty() ? fitting(message) : named;
    }

    /** Of titles within titles, the longest is meant. */
    private Set<Place> named(String words) {
        String left = words;
        Set<Place> named = new HashSet<>();
        List<Indexed> longestFirst = new ArrayList<>(sections);
        longestFirst.sort(Comparator.comparingInt((Indexed s) -> s.name().length()).reversed());
        for (Indexed each : longestFirst) {
            if (names(left, each)) {
                String name = each.name();
                sections.stream()
                        .filter(other -> other.name().equals(name))
                        .map(Indexed::place)
                        .forEach(named::add);
                left = left.replace(name, " … ");
            }
        }
        return named;
    }

    private static boolean names(String words, Indexed section) {
        String name = section.name();
        boolean called =
                words.contains(" section" + name)
                        || words.contains(name + "section ")
                        || words.contains(" abschnitt" + name);
        boolean several = name.strip().indexOf(' ') > 0;
        return called || (several && words.contains(name));
    }

    /** In small letters, each run of anything else than letters and digits a blank. */
    private static String padded(String text) {
        StringBuilder padded = new StringBuilder(" ");
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(
                        c -> {
                            boolean blank = !Character.isLetterOrDigit(c) && !isMark(c);
                            if (!blank) {
                                padded.appendCodePoint(c);
                            } else if (padded.charAt(padded.length() - 1) != ' ') {
                                padded.append(' ');
                            }
                        });
        return padded.append(' ').toString().replace("  ", " ");
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private Set<Place> fitting(String message) {
        Map<String, Double> wanted = weights(terms.of(message));
        Map<Place, Double> fits = new HashMap<>();
        for (Indexed each : sections) {
            double fit = FRAME.contains(each.section().content()) ? 0 : fit(wanted, each);
            if (fit >= FIT) {
                fits.put(each.place(), fit);
            }
        }
        double best = fits.values().stream().mapToDouble(fit -> fit).max().orElse(0);
        fits.values().removeIf(fit -> fit < best * NEAR_BEST);
        return best(fits);
    }

    private static Set<Place> best(Map<Place, Double> fits) {
        Map<String, Integer> perDocument = new HashMap<>();
        return fits.entrySet().stream()
                .sorted(
                        Map.Entry.<Place, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(p -> perDocument.merge(p.document(), 1, Integer::sum) <= MOST)
                .collect(Collectors.toSet());
    }

    private Map<String, Double> weights(Set<String> wanted) {
        Map<String, Double> weights = new HashMap<>();
        for (String term : wanted) {
            long with = sections.stream().filter(each -> each.holds(term)).count();
            if (with > 0) {
                weights.put(term, Math.log(1 + (double) sections.size() / with));
            }
        }
        return weights;
    }

    private static double fit(Map<String, Double> wanted, Indexed section) {
        double all = wanted.values().stream().mapToDouble(weight -> weight).sum();
        if (all == 0) {
            return 0;
        }
        double said =
                section.said().stream().mapToDouble(each -> held(wanted, each)).max().orElse(0);
        double title = held(wanted, section.title());
        double anywhere = held(wanted, section.words());
        return (SAID * said + TITLE * title + ANYWHERE * anywhere) / all;
    }

    private static double held(Map<String, Double> wanted, Set<String> terms) {
        return wanted.entrySet().stream()
                .filter(each -> terms.contains(each.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
