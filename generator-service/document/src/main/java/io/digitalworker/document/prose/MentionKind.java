package io.digitalworker.document.prose;

/** What a mention stands for. The id of each kind is given here. */
public enum MentionKind {
    /** A type or member; id: {@code <evidence id>#<qualified name>}; shown: the qualified name. */
    SYMBOL,
    /** The declaration of a symbol, shortened; id as of the symbol. */
    SIGNATURE,
    /** A file of the archive; id and shown: its path. */
    FILE,
    /** A place in a file; id and shown: {@code path:Lx-Ly}. */
    CITATION,
    /** A module of the inventory; id: its path, or {@code /} for the root; shown: its name. */
    MODULE,
    /** A language of the inventory, by its title. */
    LANGUAGE,
    /** The module asked for, by its name. */
    SUBJECT,
    /** The version of the module asked for. */
    VERSION,
    /** A feature of the descriptor, by its id. */
    FEATURE,
    /** A requirement: {@code FR-<feature>-<n>}. */
    REQUIREMENT,
    /** A number of the facts; id: which one, such as {@code inventory.files}. */
    COUNT,
    /** Another section of the document, by its id; shown: its title. */
    SECTION
}
