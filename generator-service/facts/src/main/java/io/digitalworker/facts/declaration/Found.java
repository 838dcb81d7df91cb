package io.digitalworker.facts.declaration;

import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Set;

/** Takes what a scanner finds; places are offsets of characters, the end exclusive. */
interface Found {
    /** Stands for the file itself, as owner of what is declared outside any type. */
    int FILE = -1;

    /** No text. */
    Span NONE = new Span(0, 0);

    /**
     * A type.
     *
     * @return a handle for its members
     */
    int type(TypeHead head);

    /**
     * A member.
     *
     * @param owner handle of a type, or {@link #FILE}
     */
    default void member(int owner, MemberHead head) {
        member(owner, "", head);
    }

    /**
     * A member of something within the owner that is no type: an object, a function, a namespace.
     *
     * @param within its dotted name; empty for the owner itself
     */
    void member(int owner, String within, MemberHead head);

    void imported(Import imported);

    /** A type of a language of which no more is known. */
    default int type(
            String name,
            String namespace,
            TypeKind kind,
            int start,
            int head,
            int headEnd,
            int end) {
        return type(
                new TypeHead(
                        name,
                        namespace,
                        kind,
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Span(start, Math.max(start, end)),
                        new Span(head, Math.max(head, headEnd)),
                        NONE));
    }

    /** A member of a language of which no more is known. */
    default void member(
            int owner, String name, MemberKind kind, int start, int head, int headEnd, int end) {
        member(
                owner,
                new MemberHead(
                        name,
                        kind,
                        Set.of(),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        new Span(start, Math.max(start, end)),
                        new Span(head, Math.max(head, headEnd)),
                        NONE,
                        NONE,
                        false));
    }
}
