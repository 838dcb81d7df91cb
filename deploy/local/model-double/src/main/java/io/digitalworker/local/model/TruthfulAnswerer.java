package io.digitalworker.local.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what the facts of the prompt say: of an address who handles it, of anything else that it is there:
 * what a model adds to that, the check of its words may well refuse.
 * Each section has its own choice of them. Equal prompts have equal answers, whatever their delimiters.
 */
public final class TruthfulAnswerer implements Answerer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FACT = Pattern.compile("(F\\d+) ([a-z-]+) (E\\d+): (.*)");
    private static final Pattern SYMBOL = Pattern.compile("(S\\d+) (E\\d+): .*");
    private static final List<String> THERE =
            List.of(
                    "There is {%s}.",
                    "{%s} is there.",
                    "There is also {%s}.",
                    "{%s} is also there.",
                    "There is {%s} too.",
                    "{%s} is there too.");
    private static final int FACTS = 4;
    private static final int SYMBOLS = 2;

    @Override
    public String answer(Asked asked) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode blocks = answer.putArray("blocks");
        int from = Math.floorMod(asked.section().hashCode(), 1_000);
        List<Matcher> facts = some(asked.lines(FACT), from, FACTS);
        paragraph(blocks, facts);
        symbols(blocks, some(asked.lines(SYMBOL), from, SYMBOLS));
        answer.putArray("questions");
        return answer.toString();
    }

    private static List<Matcher> some(List<Matcher> all, int from, int most) {
        List<Matcher> some = new ArrayList<>();
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            some.add(all.get((from + i) % all.size()));
        }
        return some;
    }

    private static void paragraph(ArrayNode blocks, List<Matcher> facts) {
        if (!facts.isEmpty()) {
            ArrayNode sentences = block(blocks, "paragraph");
            facts.forEach(fact -> tell(sentences, fact));
        }
    }

    private static ArrayNode block(ArrayNode blocks, String kind) {
        return blocks.addObject().put("kind", kind).putArray("sentences");
    }

    private static void tell(ArrayNode sentences, Matcher fact) {
        String handle = fact.group(1);
        if (fact.group(2).equals("endpoint") && fact.group(4).contains("handler=")) {
            String say = "{%s.handler} handles {%s.address}.".formatted(handle, handle);
            sentence(sentences, say, "EXTRACTED", fact.group(3));
        } else {
            String say = there(sentences.size()).formatted(handle);
            sentence(sentences, say, "INFERRED", fact.group(3));
        }
    }

    /** Words that say nothing more; others for each, since two facts may have the same name. */
    private static String there(int number) {
        return THERE.get(number % THERE.size());
    }

    private static void symbols(ArrayNode blocks, List<Matcher> symbols) {
        if (!symbols.isEmpty()) {
            ArrayNode items = block(blocks, "bullets");
            for (Matcher symbol : symbols) {
                String say = there(FACTS + items.size()).formatted(symbol.group(1));
                sentence(items, say, "INFERRED", symbol.group(2));
            }
        }
    }

    static void sentence(ArrayNode sentences, String say, String kind, String place) {
        sentences.addObject().put("say", say).put("class", kind).putArray("evidence").add(place);
    }
}
