package io.digitalworker.document.verification;

import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for a single sentence; counts what it has seen. */
final class SentenceCheck {
    private static final Set<MentionKind> IDENTIFIERS =
            EnumSet.of(
                    MentionKind.SYMBOL,
                    MentionKind.SIGNATURE,
                    MentionKind.FILE,
                    MentionKind.MODULE);

    /** Names of code and numbers have no place in plain words. */
    private static final Pattern NAME =
            Pattern.compile("\\b[A-Za-z]*[a-z][A-Z]\\w*|\\w_\\w|\\w\\(\\)");

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "(?i)\\b(TODO|TBD|TBA|FIXME|XXX|lorem ipsum|to be (determined|defined|written)|"
                            + "placeholder|coming soon|insert here)\\b");

    private final Universe universe;
    private int identifiers;
    private int ghosts;
    private int citations;
    private int citationsValid;

    SentenceCheck(Universe universe) {
        this.universe = universe;
    }

    int identifiers() {
        return identifiers;
    }

    int ghosts() {
        return ghosts;
    }

    int citations() {
        return citations;
    }

    int citationsValid() {
        return citationsValid;
    }

    /** What is wrong with a sentence of a section; empty if nothing. */
    List<Fault> faults(String section, Sentence sentence) {
        List<Fault> faults = new ArrayList<>();
        for (String evidence : sentence.evidence()) {
            if (!cited(evidence)) {
                faults.add(new Fault(section, "invalid-evidence", "no such lines in the archive"));
            }
        }
        for (Span span : sentence.spans()) {
            String rule = rule(span);
            if (!rule.isEmpty()) {
                faults.add(new Fault(section, rule, detail(span)));
            }
        }
        return faults;
    }

    private boolean cited(String place) {
        boolean valid = universe.place(place);
        citations++;
        citationsValid += valid ? 1 : 0;
        return valid;
    }

    /** The rule that a span breaks; empty if none. */
    private String rule(Span span) {
        if (span instanceof Span.Mention mention) {
            return mention(mention);
        }
        if (span instanceof Span.Quote quote) {
            return universe.bearsOut(quote) ? "" : "altered-quote";
        }
        return words(span.shown());
    }

    private String mention(Span.Mention mention) {
        boolean holds = universe.bearsOut(mention);
        if (mention.kind() == MentionKind.CITATION) {
            citations++;
            citationsValid += holds ? 1 : 0;
        } else if (IDENTIFIERS.contains(mention.kind())) {
            identifiers++;
            ghosts += holds ? 0 : 1;
        }
        return holds ? "" : "unknown-" + mention.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String words(String words) {
        if (PLACEHOLDER.matcher(words).find()) {
            return "placeholder";
        }
        if (DIGIT.matcher(words).find()) {
            return "unproven-number";
        }
        return NAME.matcher(words).find() ? "name-in-plain-words" : "";
    }

    private static String detail(Span span) {
        return span instanceof Span.Mention mention
                ? "the facts do not say what is shown for a " + mention.kind()
                : "found in a sentence of the section";
    }
}
