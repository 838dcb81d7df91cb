package io.digitalworker.document.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.document.prompt.ParsedAnswer.Part;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one answer: what can be read becomes typed prose, the rest becomes faults. */
final class AnswerReader {
    /** Whom questions may be asked of. */
    static final List<String> ROLES =
            List.of(
                    "product owner",
                    "developer",
                    "operator",
                    "security officer",
                    "domain expert",
                    "interaction designer",
                    "architect",
                    "tester",
                    "project manager");

    private static final int QUESTIONS = 3;
    private static final int BLOCKS = 80;
    private static final int SENTENCES = 40;
    private static final int TITLE = 90;

    /** A model that is told a number of words may go beyond it by this much. */
    private static final double TOLERANCE = 1.25;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String section;
    private final SentenceReader sentences;
    private final Set<String> blocks;
    private final int words;
    private final List<Part> parts = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private long written;
    private boolean full;

    /**
     * @param pieces of the draft that may be kept
     * @param words at most
     */
    AnswerReader(String section, SentenceReader sentences, List<Piece> pieces, int words) {
        this.section = section;
        this.sentences = sentences;
        this.blocks = pieces.stream().map(Piece::handle).collect(Collectors.toSet());
        this.words = words;
    }

    ParsedAnswer read(String answer) {
        try {
            Answer read = Answer.read(answer);
            if (read.framed()) {
                faults.add("there are words outside of the JSON object");
            }
            root(read.json());
        } catch (AnswerFault fault) {
            faults.add(String.valueOf(fault.getMessage()));
        }
        return new ParsedAnswer(parts, questions, faults);
    }

    private void root(JsonNode root) throws AnswerFault {
        if (Answer.hasOthers(root, List.of("blocks", "questions"))) {
            faults.add("the answer has fields besides blocks and questions");
        }
        JsonNode all = root.path("blocks");
        if (!all.isArray() || all.isEmpty()) {
            throw new AnswerFault("the answer has no list of blocks");
        }
        if (all.size() > BLOCKS) {
            faults.add("there are more than " + BLOCKS + " blocks");
        }
        for (int i = 0; i < Math.min(BLOCKS, all.size()); i++) {
            block("block " + (i + 1), all.get(i));
        }
        questions(root.path("questions"));
    }

    private void block(String at, JsonNode block) {
        if (!block.isObject() || Answer.hasOthers(block, List.of("kind", "sentences", "block"))) {
            faults.add(at + " is no object of kind and sentences, or of kind and block");
            return;
        }
        switch (block.path("kind").asText()) {
            case "keep" -> keep(at, block);
            case "paragraph", "bullets", "heading" -> written(at, block);
            default -> faults.add(at + " is of no kind that there is");
        }
    }

    private void keep(String at, JsonNode block) {
        String handle = block.path("block").asText().strip();
        if (!blocks.contains(handle)) {
            boolean form = handle.matches("[A-Z][0-9]{1,6}");
            faults.add(at + " keeps " + (form ? handle : "something") + ", which the draft lacks");
        } else if (!block.path("sentences").isEmpty()) {
            faults.add(at + " keeps " + handle + " and has sentences too");
        } else if (!seen.add(handle)) {
            faults.add(at + " keeps " + handle + " again");
        } else {
            parts.add(new Part.Kept(handle));
        }
    }

    private void written(String at, JsonNode block) {
        JsonNode all = block.path("sentences");
        if (!all.isArray() || all.isEmpty() || block.path("block").isTextual()) {
            faults.add(at + " has no list of sentences, or is to be kept and written at once");
            return;
        }
        if (all.size() > SENTENCES) {
            faults.add(at + " has more than " + SENTENCES + " sentences");
        }
        List<Sentence> read = new ArrayList<>();
        for (int i = 0; i < Math.min(SENTENCES, all.size()); i++) {
            sentence(at + ", sentence " + (i + 1), all.get(i)).ifPresent(read::add);
        }
        if (!read.isEmpty()) {
            add(at, block.path("kind").asText(), read);
        }
    }

    private Optional<Sentence> sentence(String at, JsonNode node) {
        try {
            Sentence sentence = sentences.read(node);
            if (!seen.add(sentence.spans())) {
                throw new AnswerFault("has been said before");
            }
            return fits(sentence) ? Optional.of(sentence) : Optional.empty();
        } catch (AnswerFault fault) {
            faults.add(at + " " + fault.getMessage());
            return Optional.empty();
        }
    }

    /** Whether there are words left for the sentence; what comes after the first that does not fit is cut. */
    private boolean fits(Sentence sentence) {
        long more = SPACE.splitAsStream(sentence.shown().strip()).count();
        if (!full && written + more > words * TOLERANCE) {
            full = true;
            faults.add("the section has more than " + words + " words: write fewer");
        }
        written += full ? 0 : more;
        return !full;
    }

    private void add(String at, String kind, List<Sentence> read) {
        if (kind.equals("paragraph")) {
            parts.add(new Part.Written(new Block.Paragraph(read)));
        } else if (kind.equals("bullets")) {
            parts.add(new Part.Written(new Block.Bullets(read)));
        } else if (read.size() > 1 || read.get(0).shown().length() > TITLE) {
            faults.add(at + " is a heading and no short title");
        } else {
            parts.add(new Part.Written(new Block.Heading(read.get(0))));
        }
    }

    private void questions(JsonNode all) {
        if (all.size() > QUESTIONS || !(all.isArray() || all.isMissingNode())) {
            faults.add("there are more than " + QUESTIONS + " questions, or they are no list");
        }
        for (int i = 0; i < Math.min(QUESTIONS, all.isArray() ? all.size() : 0); i++) {
            try {
                questions.add(question(all.get(i)));
            } catch (AnswerFault fault) {
                faults.add("question " + (i + 1) + " " + fault.getMessage());
            }
        }
    }

    private Question question(JsonNode node) throws AnswerFault {
        String role = node.path("role").asText();
        if (!node.isObject() || Answer.hasOthers(node, List.of("role", "say"))) {
            throw new AnswerFault("is no object of role and say");
        }
        if (!ROLES.contains(role)) {
            throw new AnswerFault("is asked of a role that is not on the list");
        }
        Sentence sentence =
                new Sentence(sentences.spans(node.path("say")), ClaimClass.NEEDS_SME, List.of());
        if (!seen.add(sentence.spans())) {
            throw new AnswerFault("has been asked before");
        }
        String content = Hash.of(role + "\n" + sentence.spans()).substring(0, 10);
        return new Question(Question.id(section, content), role, sentence);
    }
}
