package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.source.Evidence;

/** A component where it is declared. */
record ScreenComponent(String name, CodeFile file, Evidence evidence, String body) {}
