package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.node.Decorators.Decorator;
import java.util.List;

/** What is known of a controller. */
record NestController(
        TypeDeclaration type,
        List<Decorator> decorators,
        List<Value> paths,
        List<String> versions) {}
