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
    /**
     * A name or value that a fact holds, shown as it is; id: {@code <array>@<evidence id>}, as {@link
     * io.digitalworker.document.brief.FactNames} makes it. An endpoint's names are also its method and path.
     */
    FACT,
    /**
     * A word of a fact that the code does not have, such as a framework or the kind of a rule; id as of
     * the fact. Verification tells them from names; they are shown as plain words.
     */
    TERM,
    /**
     * A number of the facts; id: which one, such as {@code inventory.files}, or that of a {@link
     * io.digitalworker.document.brief.Tally}.
     */
    COUNT,
    /** A price, or what follows from it; id: see {@link io.digitalworker.document.pricing.Quotation}. */
    PRICE,
    /** Another section of the document, by its id; shown: its title. */
    SECTION
}
