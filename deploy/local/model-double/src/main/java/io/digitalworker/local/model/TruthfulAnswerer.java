package io.digitalworker.local.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what the facts of the prompt say, in about as many words as the prompt lets it: those that the draft
 * of the section names first, then others, of which each section has its own choice. What stays of the draft
 * is kept, in its order. Equal prompts have equal answers, whatever their delimiters.
 */
public final class TruthfulAnswerer implements Answerer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SYMBOL = Pattern.compile("(S\\d+) (E\\d+): (.*)");
    private static final Pattern STAYS = Pattern.compile("(B\\d+)(?: under \".*?\")?, stays: .*");
    private static final int IN_A_PARAGRAPH = 5;
    private static final int SYMBOLS = 2;

    @Override
    public String answer(Asked asked) {
        Telling telling = Telling.of(asked);
        List<Matcher> stays = asked.lines(STAYS);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode blocks = answer.putArray("blocks");
        paragraph(blocks, telling);
        symbols(blocks, asked, telling);
        for (Matcher piece : stays) {
            blocks.addObject().put("kind", "keep").put("block", piece.group(1));
            paragraph(blocks, telling);
        }
        boolean more = true;
        while (more) {
            more = paragraph(blocks, telling);
        }
        answer.putArray("questions");
        return answer.toString();
    }

    private static boolean paragraph(ArrayNode blocks, Telling telling) {
        List<Telling.Told> told = telling.next(IN_A_PARAGRAPH);
        if (!told.isEmpty()) {
            ArrayNode sentences = block(blocks, "paragraph");
            told.forEach(each -> sentence(sentences, each.say(), "EXTRACTED", each.place()));
        }
        return !told.isEmpty();
    }

    private static ArrayNode block(ArrayNode blocks, String kind) {
        return blocks.addObject().put("kind", kind).putArray("sentences");
    }

    private static void symbols(ArrayNode blocks, Asked asked, Telling telling) {
        List<Matcher> all = asked.lines(SYMBOL);
        ArrayNode items = JSON.createArrayNode();
        for (int i = 0; i < Math.min(SYMBOLS, all.size()); i++) {
            Matcher symbol = all.get((telling.first() + i) % all.size());
            if (telling.fits(Shapes.THERE, Shapes.THERE.formatted(symbol.group(3)))) {
                String say = Shapes.THERE.formatted("{" + symbol.group(1) + "}");
                sentence(items, say, "INFERRED", symbol.group(2));
            }
        }
        if (!items.isEmpty()) {
            block(blocks, "bullets").addAll(items);
        }
    }

    static void sentence(ArrayNode sentences, String say, String kind, String place) {
        sentences.addObject().put("say", say).put("class", kind).putArray("evidence").add(place);
    }
}
