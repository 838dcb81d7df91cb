package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prompt.ParsedAnswer.Part;
import io.digitalworker.document.prompt.Prompt.Role;
import io.digitalworker.document.prompt.Prompt.Turn;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a model is asked for one section, and what becomes of its answer (design §5). Source text and whatever
 * else others wrote stands between lines with a random delimiter. What a handle stands for depends on the
 * material, the draft and the number of tokens only: an answer may be read again later, in another process,
 * whatever was measured of characters per token meanwhile. May be used by several threads.
 */
public final class SectionPrompt {
    private static final Pattern DELIMITER =
            Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9]{16,64}");

    /** Of all tokens for material, what the job's part takes at most; the rest is the section's. */
    private static final double OF_JOB = 0.7;

    /** Of all tokens, what an answer and what is wrong with it take in a repair at most. */
    private static final double OF_ANSWER = 0.18;

    private static final double OF_FAULTS = 0.06;
    private static final int LONGEST_FAULT = 240;
    private static final String HOLE = String.valueOf(Tokens.DELIMITER);
    private static final String SYSTEM = PromptFiles.text("/prompt/system.md");
    private static final Form JOB = new Form(PromptFiles.text("/prompt/job.md"));
    private static final Form SECTION = new Form(PromptFiles.text("/prompt/section.md"));
    private static final Form REPAIR = new Form(PromptFiles.text("/prompt/repair.md"));

    private final Material material;
    private final SectionDraft extractive;
    private final PromptLimits limits;
    private final Instruction instruction;
    private final JobPart job;
    private final SectionPart section;
    private final String digest;

    private SectionPrompt(
            SectionBrief brief,
            SectionDraft extractive,
            SourceTree tree,
            PromptLimits limits,
            Instruction instruction) {
        this.material = brief.material();
        this.extractive = extractive;
        this.limits = limits;
        this.instruction = instruction;
        double usual = PromptLimits.CHARS_PER_TOKEN;
        this.job = JobPart.of(material, tree, (int) forJob(limits.tokens(), usual));
        Shared shared = shared(limits.tokens(), usual);
        Room room = forSection(shared, limits.tokens(), usual);
        this.section = new SectionPart(brief, job, extractive, room);
        this.digest = digest(written(limits.tokens(), usual, 0));
    }

    /**
     * Whether the section gains from a model: its content has an instruction, and its document is in
     * English, the language that verification reads.
     */
    public static boolean isFor(SectionBrief brief) {
        String tag = brief.material().outline().language();
        return Locale.forLanguageTag(tag).getLanguage().equals("en")
                && Instruction.of(brief.section().content()).isPresent();
    }

    /**
     * The prompt of a section, within the limits.
     *
     * @param extractive the same section as the extractive writer has it
     * @param tree that the material was gathered from
     * @throws IllegalArgumentException for a section that {@link #isFor} is not for
     */
    public static SectionPrompt of(
            SectionBrief brief, SectionDraft extractive, SourceTree tree, PromptLimits limits) {
        Instruction instruction =
                Instruction.of(brief.section().content())
                        .filter(any -> isFor(brief))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                brief.section().id() + " is not for a model"));
        return new SectionPrompt(brief, extractive, tree, limits, instruction);
    }

    /**
     * SHA-256 of all that the prompt says but the delimiter, and of what its handles mean; 64 hexadecimal
     * digits. Characters per token do not change it.
     */
    public String digest() {
        return digest;
    }

    public PromptLimits limits() {
        return limits;
    }

    /** How many facts of the features not even the tightest form has room for. */
    public int leftOut() {
        return shared(limits.tokens(), limits.charsPerToken()).text().leftOut();
    }

    /**
     * The first question.
     *
     * @param delimiter 16 to 64 random letters and digits, some of each, that stand around data; the same for
     *     all sections of a job, so that what they share can be cached
     * @throws IllegalArgumentException if the delimiter is of another form or occurs in the data: take another
     */
    public Prompt first(String delimiter) {
        Written written = written(limits.tokens(), limits.charsPerToken(), 0);
        return prompt(written, delimiter, List.of());
    }

    /**
     * The question to write an answer again.
     *
     * @param answer the model's, as it was
     * @param faults what is wrong with it; the first ones are told if there are too many
     * @throws IllegalArgumentException as {@link #first}
     */
    public Prompt repair(String delimiter, String answer, List<String> faults) {
        double ratio = limits.charsPerToken();
        String told = cut(answer.replace(delimiter, "…"), limits.tokens() * OF_ANSWER, ratio);
        Room room = new Room(limits.tokens() * OF_FAULTS, ratio);
        String list =
                faults.stream()
                        .map(each -> "- " + Plain.shortened(Plain.seen(each), LONGEST_FAULT) + "\n")
                        .takeWhile(room::take)
                        .collect(Collectors.joining());
        String again = REPAIR.with(Map.of("faults", list));
        List<Turn> turns = List.of(new Turn(Role.ASSISTANT, told), new Turn(Role.USER, again));
        double reserve = Tokens.of(told, ratio) + Tokens.of(again, ratio) + 2 * Prompt.OF_TURN;
        return prompt(written(limits.tokens(), ratio, reserve), delimiter, turns);
    }

    /** At most so many tokens of a text. */
    private static String cut(String text, double tokens, double ratio) {
        String cut = text.isEmpty() ? "(nothing)" : text;
        while (Tokens.of(cut, ratio) > tokens) {
            cut = Plain.shortened(cut, Math.max(1, cut.length() * 3 / 4));
        }
        return cut;
    }

    /** Reads an answer; what cannot be read is among the faults. */
    public ParsedAnswer parse(String answer) {
        SentenceReader sentences = new SentenceReader(section.handles(), section.mentions());
        String id = extractive.section().id();
        return new AnswerReader(id, sentences, section.pieces(), words()).read(answer);
    }

    /**
     * The section: the parts, with what the extractive draft must not lose, its status, reason and questions.
     * Without any sentence among the parts it is the extractive draft.
     */
    public SectionDraft assemble(List<Part> parts, List<Question> questions) {
        return Assembling.of(extractive, section.pieces(), material, parts, questions);
    }

    /** The files that it may show source of, by path. */
    public Set<String> files() {
        return handles().places.all().stream().map(Evidence::path).collect(Collectors.toSet());
    }

    /** What its handles stand for. */
    Handles handles() {
        return section.handles();
    }

    private int words() {
        return instruction.words(material.outline().detail());
    }

    /** What is told of the job, and the whole text around it. */
    private record Shared(JobPart.Text text, String whole) {}

    /** A prompt with holes for the delimiter. */
    private record Written(String shared, String turn) {}

    private static double forJob(int tokens, double ratio) {
        double rules = Tokens.of(SYSTEM, ratio) + Tokens.of(jobWith(""), ratio) + Sheet.TITLES;
        return Math.floor((tokens - rules) * OF_JOB);
    }

    private static String jobWith(String sheet) {
        return JOB.with(Map.of("delimiter", HOLE, "material", sheet));
    }

    private Shared shared(int tokens, double ratio) {
        JobPart.Text text = job.text(forJob(tokens, ratio), ratio);
        return new Shared(text, jobWith(text.sheet()));
    }

    private Room forSection(Shared shared, int tokens, double ratio) {
        double used =
                Tokens.of(SYSTEM, ratio)
                        + Tokens.of(shared.whole(), ratio)
                        + Tokens.of(sectionWith(""), ratio)
                        + Sheet.TITLES
                        + Prompt.OF_TURN;
        return new Room(tokens - used, ratio);
    }

    /** With the tokens left that are reserved: further source makes room first, then all of the job. */
    private Written written(int tokens, double ratio, double reserve) {
        Shared shared = shared(tokens, ratio);
        Room room = forSection(shared, tokens, ratio);
        return section.text(shared.text(), room, reserve)
                .map(text -> new Written(shared.whole(), sectionWith(text)))
                .orElseGet(() -> written((int) (tokens - reserve), ratio, 0));
    }

    private String sectionWith(String sheet) {
        Outline outline = material.outline();
        Section own = extractive.section();
        String others =
                outline.sections().stream()
                        .filter(each -> !each.equals(own))
                        .map(each -> "{section:" + each.id() + "}")
                        .collect(Collectors.joining(" "));
        return SECTION.with(
                Map.of(
                        "title", own.title(),
                        "document", outline.title(),
                        "detail", outline.detail().key(),
                        "instruction", instruction.say(),
                        "words", String.valueOf(words()),
                        "sections", others,
                        "delimiter", HOLE,
                        "material", sheet));
    }

    private static Prompt prompt(Written written, String delimiter, List<Turn> more) {
        if (!DELIMITER.matcher(delimiter).matches()) {
            throw new IllegalArgumentException(
                    "a delimiter is 16 to 64 letters and digits, some of each");
        }
        String sought = delimiter.toLowerCase(Locale.ROOT);
        if (written.shared().toLowerCase(Locale.ROOT).contains(sought)
                || written.turn().toLowerCase(Locale.ROOT).contains(sought)) {
            throw new IllegalArgumentException("the delimiter occurs in the data: take another");
        }
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn(Role.USER, written.turn().replace(HOLE, delimiter)));
        turns.addAll(more);
        return new Prompt(SYSTEM, written.shared().replace(HOLE, delimiter), turns);
    }

    private String digest(Written written) {
        return Hash.of(
                String.join(
                        "\n",
                        PromptFiles.version(),
                        SYSTEM,
                        written.shared(),
                        written.turn(),
                        section.meaning(),
                        extractive.toString()));
    }
}
