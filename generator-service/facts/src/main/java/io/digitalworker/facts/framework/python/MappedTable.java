package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.source.Evidence;

/** An entity whose foreign keys are still names of tables. */
record MappedTable(
        String name,
        String framework,
        String table,
        TableDraft draft,
        Confidence confidence,
        Evidence evidence) {}
