package io.digitalworker.facts.framework.dotnet;

import org.jspecify.annotations.Nullable;

/** The name under which the builder stands in a body; an entity of null is the whole model. */
record FluentSubject(@Nullable EntityDraft entity) {}
