package io.digitalworker.document.outline;

/** What a section is written from. */
public enum SectionContent {
    SUMMARY,
    INVENTORY,
    REQUIREMENTS,
    TRACEABILITY,
    QUESTIONS,
    COMPLETENESS,
    /** Facts that are not extracted yet. */
    UNAVAILABLE
}
