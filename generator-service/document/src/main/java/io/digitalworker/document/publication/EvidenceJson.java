package io.digitalworker.document.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** {@code evidence.json}: the cited lines and no others, redacted. */
final class EvidenceJson {
    /** Of a longer place, this many lines are given. */
    private static final int MAX_LINES = 200;

    private EvidenceJson() {}

    static byte[] write(SourceTree tree, List<WrittenDocument> documents) {
        NavigableSet<String> cited = new TreeSet<>();
        documents.stream()
                .flatMap(document -> document.verified().drafts().stream())
                .flatMap(draft -> draft.sentences())
                .map(Sentence::evidence)
                .forEach(cited::addAll);
        ObjectNode json = Json.object();
        json.put("schemaVersion", "1.0");
        ArrayNode evidence = json.putArray("evidence");
        cited.forEach(id -> add(evidence.addObject(), tree, id));
        return Json.write(json);
    }

    private static void add(ObjectNode node, SourceTree tree, String id) {
        int colon = id.lastIndexOf(":L");
        int dash = id.lastIndexOf("-L");
        int first = Integer.parseInt(id.substring(colon + 2, dash));
        int last = Integer.parseInt(id.substring(dash + 2));
        SourceFile file = tree.file(id.substring(0, colon)).orElseThrow();
        int given = Math.min(last, first + MAX_LINES - 1);
        node.put("id", id);
        node.put("path", file.path());
        node.put("startLine", first);
        node.put("endLine", last);
        node.put("sha256", file.sha256());
        node.put("truncated", given < last);
        node.put("text", tree.text(file).lines(first, given));
    }
}
