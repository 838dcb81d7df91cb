package io.digitalworker.document.translation;

import io.digitalworker.document.outline.Catalogue;
import io.digitalworker.document.outline.Wording;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says sentences in the language of a document, and counts them. */
final class Translator {
    private static final String ENGLISH = "en";

    private final Wording wording;
    private final Catalogue catalogue;
    private final DecimalFormatSymbols numbers;
    private int sentences;
    private int translated;

    Translator(Wording wording) {
        this.wording = wording;
        this.catalogue = Catalogue.of(wording.language());
        this.numbers = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(wording.language()));
    }

    int sentences() {
        return sentences;
    }

    int translated() {
        return translated;
    }

    /** A sentence or cell; as it is if there is no translation. */
    Sentence sentence(Sentence sentence) {
        return said(sentence, Optional.empty());
    }

    /** A heading: if it is no sentence of the catalogue, it may be among the titles. */
    Sentence heading(Sentence title) {
        return said(title, wording.find(title.shown()));
    }

    /** The head of a column. */
    String head(String words) {
        return wording.say(words);
    }

    /** Words that mention nothing. */
    String words(String words) {
        return Template.of(List.of(new Span.Text(words)))
                .flatMap(this::spans)
                .map(Translator::shown)
                .orElse(words);
    }

    private Sentence said(Sentence sentence, Optional<String> otherwise) {
        Optional<Template> template = Template.of(sentence.spans());
        boolean words = template.map(Template::hasWords).orElse(true);
        sentences += words ? 1 : 0;
        if (wording.language().equals(ENGLISH)) {
            translated += words ? 1 : 0;
            return sentence;
        }
        Optional<List<Span>> spans =
                template.flatMap(this::spans)
                        .or(() -> otherwise.map(title -> List.of(new Span.Text(title))))
                        .or(() -> pieces(sentence.spans()));
        translated += words && spans.isPresent() ? 1 : 0;
        return spans.map(to -> new Sentence(to, sentence.claimClass(), sentence.evidence()))
                .orElse(sentence);
    }

    private Optional<List<Span>> spans(Template template) {
        return catalogue
                .find(template.key())
                .or(() -> Optional.of(template.key()).filter(any -> !template.hasWords()))
                .map(words -> filled(words, template));
    }

    /** Words that are put together of others, which are known each. */
    private Optional<List<Span>> pieces(List<Span> spans) {
        List<Span> all = new ArrayList<>();
        for (Span span : spans) {
            Optional<List<Span>> said =
                    span instanceof Span.Text text && Template.JOINS.contains(text.shown())
                            ? Optional.of(List.of(join(text)))
                            : Template.of(List.of(span)).flatMap(this::spans);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(said.get());
        }
        return Optional.of(all);
    }

    private List<Span> filled(String words, Template template) {
        List<Span> spans = new ArrayList<>();
        text(template.before(), spans);
        int from = 0;
        for (Template.Place place : Template.placesOf(words)) {
            text(words.substring(from, place.start()), spans);
            list(template.places().get(place.number() - 1), spans);
            from = place.end();
        }
        text(words.substring(from) + template.after(), spans);
        return spans;
    }

    private static void text(String words, List<Span> spans) {
        if (!words.isEmpty()) {
            spans.add(new Span.Text(words));
        }
    }

    private void list(List<Span> items, List<Span> spans) {
        for (Span item : items) {
            spans.add(item instanceof Span.Text join ? join(join) : number(item));
        }
    }

    /** A join is an entry as {@code {1} and {2}}. */
    private Span join(Span.Text join) {
        return catalogue
                .find("{1}" + join.shown() + "{2}")
                .map(words -> words.replace("{1}", "").replace("{2}", ""))
                .<Span>map(Span.Text::new)
                .orElse(join);
    }

    /** A number is written as the language does it. */
    private Span number(Span item) {
        if (item instanceof Span.Mention mention
                && (mention.kind() == MentionKind.COUNT || mention.kind() == MentionKind.PRICE)) {
            String shown =
                    mention.shown()
                            .chars()
                            .mapToObj(this::digit)
                            .map(String::valueOf)
                            .collect(Collectors.joining());
            return new Span.Mention(mention.kind(), mention.id(), shown);
        }
        return item;
    }

    private char digit(int english) {
        return switch (english) {
            case ',' -> numbers.getGroupingSeparator();
            case '.' -> numbers.getDecimalSeparator();
            default -> (char) english;
        };
    }

    private static String shown(List<Span> spans) {
        return spans.stream().map(Span::shown).collect(Collectors.joining());
    }
}
