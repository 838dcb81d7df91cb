package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * A step from one member to another.
 *
 * @param from such as ProductController.List
 * @param to such as ProductService.GetAll; the type as declared when the dispatch cannot be told
 * @param kind call, event, entity, external
 */
public record Call(String from, String to, String kind, Confidence confidence, Evidence evidence)
        implements Fact {}
