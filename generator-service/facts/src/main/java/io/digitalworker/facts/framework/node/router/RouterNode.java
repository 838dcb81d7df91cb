package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application or router with what was registered at it, in order. */
final class RouterNode {
    final String framework;

    /** Whether it answers by itself, without being mounted anywhere. */
    final boolean application;

    /** Made up for the parameter of a function that nobody seems to call. */
    final boolean orphan;

    final List<Event> events = new ArrayList<>();
    String prefix = "";
    boolean mounted;

    RouterNode(String framework, boolean application, boolean orphan) {
        this.framework = framework;
        this.application = application;
        this.orphan = orphan;
    }

    /** What is registered. */
    sealed interface Event {}

    /**
     * @param methods none if they cannot be told
     * @param handler null if it cannot be told
     * @param middleware what stands before the handler
     */
    record Route(
            List<String> methods,
            Thing path,
            String written,
            @Nullable Handler handler,
            List<String> middleware,
            @Nullable String request,
            List<String> conditions,
            Evidence evidence)
            implements Event {}

    record Mount(Thing path, RouterNode child, List<String> middleware) implements Event {}

    /** What everything below a path that is registered later must pass. */
    record Guard(Thing path, String middleware) implements Event {}

    /** A handler: its name, and its body where it is known. */
    record Handler(String name, @Nullable CodeFile file, String body) {}

    /** An argument with what it amounts to. */
    record Given(Expression expression, Thing thing, String written) {}
}
