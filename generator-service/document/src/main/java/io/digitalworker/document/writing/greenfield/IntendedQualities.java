package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** The qualities asked for, by what they are about, and the ones that nobody has asked for. */
public final class IntendedQualities {
    /**
     * What a quality may be about, after the product quality model of ISO 25010.
     *
     * @param words tell it in a text
     * @param question for when no text is about it
     */
    private record Quality(String name, Pattern words, String role, String question) {
        static Quality of(String name, String words, String role, String question) {
            Pattern pattern = Pattern.compile("(?i)\\b(" + words + ")");
            return new Quality(name, pattern, role, question);
        }
    }

    private static final List<Quality> QUALITIES =
            List.of(
                    Quality.of(
                            "performance",
                            "second|millisecond|ms\\b|latency|response time|throughput|load|fast"
                                    + "|concurrent|requests|per day|per hour|users at",
                            "product owner",
                            "How many users and requests are expected at a busy hour, and how long"
                                    + " may an answer take?"),
                    Quality.of(
                            "availability",
                            "availab|uptime|recover|backup|outage|failover|redundan",
                            "operator",
                            "How long may the module be down, and how much data may be lost?"),
                    Quality.of(
                            "security",
                            "secur|encrypt|authenti|authori|permission|audit|password|attack|tls",
                            "security officer",
                            "Whose identity is checked, by what, and which actions need a right?"),
                    Quality.of(
                            "privacy",
                            "privacy|personal|gdpr|consent|retention|retain|delete[ds]? after|anonym",
                            "data protection officer",
                            "Which of the data is personal, and when must it be erased?"),
                    Quality.of(
                            "usability",
                            "usab|accessib|wcag|screen reader|language|locali|mobile|browser",
                            "product owner",
                            "Which devices, languages and degree of accessibility are wanted?"),
                    Quality.of(
                            "operation",
                            "monitor|log|metric|alarm|alert|deploy|observab|support|maintain|test",
                            "operator",
                            "By which signals will one see that the module works, and who is"
                                    + " called when it does not?"));

    private IntendedQualities() {}

    public static SectionDraft compose(SectionBrief brief) {
        List<String> texts = brief.material().descriptor().nfr();
        List<Question> questions = new ArrayList<>();
        for (Quality quality : QUALITIES) {
            if (texts.stream().noneMatch(text -> quality.words().matcher(text).find())) {
                questions.add(
                        new Question(
                                Question.id("quality", quality.name()),
                                quality.role(),
                                asked(text(quality.question()))));
            }
        }
        if (texts.isEmpty()) {
            String reason = "the descriptor asks for no quality";
            Sentence none =
                    Intended.assumed(
                            text("What is usual for the system that the module becomes part of is"),
                            text(" good enough, as no quality is asked for."));
            return SectionDraft.incomplete(brief.section(), reason, List.of(paragraph(none)))
                    .asking(questions);
        }
        return SectionDraft.complete(brief.section(), List.of(table(texts))).asking(questions);
    }

    private static Block table(List<String> texts) {
        return new Block.Table(
                List.of("Quality", "As asked for", "Measurable"),
                List.of(false, false, false),
                texts.stream().map(IntendedQualities::row).toList());
    }

    private static List<Sentence> row(String words) {
        String about =
                QUALITIES.stream()
                        .filter(quality -> quality.words().matcher(words).find())
                        .map(Quality::name)
                        .findFirst()
                        .orElse("other");
        boolean measured = words.chars().anyMatch(Character::isDigit);
        return List.of(
                inferred(text(about)),
                Intended.proposed(Intended.words("nfr", words)),
                inferred(text(measured ? "has a number" : "has no number")));
    }
}
