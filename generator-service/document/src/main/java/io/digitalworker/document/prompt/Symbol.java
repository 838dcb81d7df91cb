package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.source.Evidence;

/**
 * A type, a member or a piece of a file that can be mentioned.
 *
 * @param name qualified; of a piece of a file, the file's name
 */
record Symbol(String name, Evidence evidence) {
    static Symbol of(Chunk chunk) {
        return new Symbol(chunk.symbol(), chunk.evidence());
    }

    static Symbol of(TypeDeclaration type) {
        return new Symbol(type.name(), type.evidence());
    }

    String id() {
        return evidence.id() + "#" + name;
    }

    Span.Mention mention() {
        return new Span.Mention(MentionKind.SYMBOL, id(), name);
    }
}
