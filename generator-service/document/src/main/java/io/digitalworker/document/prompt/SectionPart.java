package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.edition.Request;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What only one section is written from: the facts and symbols that its extractive draft names besides those
 * of the job, some that stand in the same files, its numbers, its pieces, and the source that fits them.
 */
final class SectionPart {
    private static final double FACTS = 0.35;
    private static final double SYMBOLS = 0.08;
    private static final double NUMBERS = 0.1;
    private static final double DRAFT = 0.35;
    private static final double REQUESTS = 0.3;
    private static final int LONGEST_REQUEST = 4_000;

    /** Facts that the draft does not name. */
    private static final int NEIGHBOURS = 100;

    private static final int NUMBERED = 60;
    private static final int FOLLOWING = 40;

    private final Material material;
    private final JobPart job;
    private final SectionDraft draft;
    private final List<Request> requests;
    private final List<Piece> pieces;
    private final Handles handles;
    private final Mentions mentions;
    private final Named named;
    private final List<String> numbers = new ArrayList<>();

    /**
     * Settles what has a handle.
     *
     * @param room of the section with the usual characters per token
     */
    SectionPart(SectionBrief brief, JobPart job, SectionDraft draft, Room room) {
        this.material = brief.material();
        this.requests = brief.requests();
        this.job = job;
        this.draft = draft;
        this.pieces = Piece.of(draft.blocks());
        this.handles = new Handles(job.handles());
        this.mentions = new Mentions(handles, material);
        this.named = Named.in(pieces, material, handles);
        number();
        List<Fact> facts = named.facts();
        facts.addAll(neighbours(facts));
        list(new Listing(handles), facts, named.symbols(), room);
    }

    private void number() {
        named.counts()
                .forEach(
                        (count, next) -> {
                            if (numbers.size() < NUMBERED) {
                                numbers.add(number(handles.counts.add(count), count, next));
                            }
                        });
        for (Span.Mention other : named.others()) {
            if (numbers.size() < 2 * NUMBERED) {
                String kind = other.kind().name().toLowerCase(Locale.ROOT);
                String name = Plain.value(other.shown(), FOLLOWING);
                numbers.add(handles.others.add(other) + " " + kind + ": " + name + "\n");
            }
        }
    }

    private static String number(String handle, Span.Mention count, String next) {
        String words = next.isBlank() ? "" : ", before " + Plain.quoted(next.strip(), FOLLOWING);
        return handle
                + " = "
                + count.shown()
                + ", "
                + Plain.value(count.id(), 2 * FOLLOWING)
                + words
                + "\n";
    }

    /** Facts of the kinds that the draft speaks of, in the files that the job is about. */
    private List<Fact> neighbours(List<Fact> facts) {
        Set<Class<?>> kinds = facts.stream().map(Fact::getClass).collect(Collectors.toSet());
        Set<String> paths = job.source().stream().map(Evidence::path).collect(Collectors.toSet());
        Set<Fact> known = new HashSet<>(facts);
        return material.facts().facts().stream()
                .filter(fact -> kinds.contains(fact.getClass()))
                .filter(fact -> paths.contains(fact.evidence().path()))
                .filter(fact -> !known.contains(fact) && handles.facts.find(fact).isEmpty())
                .limit(NEIGHBOURS)
                .toList();
    }

    private void list(Listing listing, List<Fact> facts, List<Symbol> symbols, Room room) {
        Room forFacts = room.share(FACTS);
        listing.facts(facts.stream().filter(this::isOwn).toList(), forFacts);
        room.takeAll(forFacts);
        Room forSymbols = room.share(SYMBOLS);
        listing.symbols(symbols.stream().filter(this::isOwn).toList(), forSymbols);
        room.takeAll(forSymbols);
    }

    private boolean isOwn(Fact fact) {
        return job.handles().facts.find(fact).isEmpty();
    }

    private boolean isOwn(Symbol symbol) {
        return job.handles().symbols.find(symbol).isEmpty();
    }

    /**
     * As much of it as has room, beside what is shown of the job.
     *
     * @param reserve tokens of the room that source must leave
     * @return empty if even without any source there is no such reserve
     */
    Optional<String> text(JobPart.Text shown, Room room, double reserve) {
        Listing listing = new Listing(handles, shown.listing().listed());
        list(listing, List.copyOf(handles.facts.all()), List.copyOf(handles.symbols.all()), room);
        Room forNumbers = room.share(NUMBERS);
        String counted = numbers.stream().takeWhile(forNumbers::take).collect(Collectors.joining());
        room.takeAll(forNumbers);
        String asked = requested(room);
        Room forDraft = room.share(DRAFT);
        String told = new DraftText(handles, mentions).of(pieces, draft.questions(), forDraft);
        room.takeAll(forDraft);
        if (!room.take(reserve)) {
            return Optional.empty();
        }
        String code = shown.snippets().further().of(source(), handles.places, room);
        return Optional.of(
                new Sheet()
                        .add("Further facts", listing.facts())
                        .add("Further symbols", listing.symbols())
                        .add("Further places", listing.places())
                        .add("Numbers and other names", counted)
                        .add("Changes that readers of the document ask for", asked)
                        .add("Draft of the section, in blocks", told)
                        .add("Further source", code)
                        .text());
    }

    /** Later ones first where there is no room for all. */
    private String requested(Room room) {
        Room forRequests = room.share(REQUESTS);
        List<String> lines = new ArrayList<>();
        for (Request request : requests) {
            lines.add(0, "- " + Plain.quoted(request.words(), LONGEST_REQUEST) + "\n");
        }
        String asked = forRequests.first(lines.stream());
        room.takeAll(forRequests);
        return asked;
    }

    /** What it names itself; then what files hold that fit best, since linked facts have lines already. */
    private List<Evidence> source() {
        Set<Evidence> source = new LinkedHashSet<>();
        named.facts().forEach(fact -> source.add(fact.evidence()));
        named.symbols().forEach(symbol -> source.add(symbol.evidence()));
        source.addAll(job.around());
        source.addAll(job.source());
        return List.copyOf(source);
    }

    /** What the handles stand for, in full. */
    String meaning() {
        return handles.facts.all()
                + "\n"
                + handles.symbols.all()
                + "\n"
                + handles.counts.all()
                + "\n"
                + requests.stream().map(Request::words).toList();
    }

    List<Piece> pieces() {
        return pieces;
    }

    Handles handles() {
        return handles;
    }

    Mentions mentions() {
        return mentions;
    }
}
