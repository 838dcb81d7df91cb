package io.digitalworker.ledger;

import io.digitalworker.api.ObjectRef;
import java.time.Instant;
import java.util.Objects;

/**
 * What a new job revises. Its objects go when those of the root do: a revision prolongs nothing (design
 * §4.1).
 *
 * @param root the job that the archive was submitted with
 * @param basedOn the job whose documents are revised: the root, or a revision of it
 * @param revision what is asked of them
 * @param deletionAt of the root
 */
public record RevisionOf(String root, String basedOn, ObjectRef revision, Instant deletionAt) {
    public RevisionOf {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(basedOn, "basedOn");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(deletionAt, "deletionAt");
    }
}
