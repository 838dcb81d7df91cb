package io.digitalworker.facts.declaration;

/** Takes what a scanner finds; places are offsets of characters, the end exclusive. */
interface Found {
    /** Stands for the file itself, as owner of what is declared outside any type. */
    int FILE = -1;

    /**
     * A type.
     *
     * @param name with the names of enclosing types
     * @param head where the signature starts: after attributes
     * @param headEnd where the body, if any, starts
     * @return a handle for its members
     */
    int type(
            String name,
            String namespace,
            TypeKind kind,
            int start,
            int head,
            int headEnd,
            int end);

    /**
     * A member.
     *
     * @param owner handle of a type, or {@link #FILE}
     */
    void member(int owner, String name, MemberKind kind, int start, int head, int headEnd, int end);
}
