package io.digitalworker.facts.framework.dotnet;

import org.jspecify.annotations.Nullable;

/** Where a chain has come to. */
final class FluentPosition {
    FluentSubject subject;
    String property = "";
    String index = "";
    @Nullable FluentLink link;

    FluentPosition(FluentSubject subject) {
        this.subject = subject;
    }
}
