package io.digitalworker.runtime;

import java.util.function.Supplier;

/** Makes identifiers that nobody else makes; tests give their own. */
@FunctionalInterface
public interface Ids extends Supplier<String> {}
