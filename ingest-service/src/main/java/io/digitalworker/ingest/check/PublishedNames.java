package io.digitalworker.ingest.check;

import java.util.Set;

/**
 * What the report of a job's documents names, to which a revision may refer.
 *
 * @param questions ids of the open ones
 * @param sections ids, of all documents
 */
public record PublishedNames(Set<String> questions, Set<String> sections) {
    public PublishedNames {
        questions = Set.copyOf(questions);
        sections = Set.copyOf(sections);
    }
}
