package io.digitalworker.local.launcher.client;

import io.digitalworker.api.FieldError;
import io.digitalworker.api.Problem;
import java.io.IOException;

/** The service said no, and why. */
public final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(text(problem));
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    private static String text(Problem problem) {
        StringBuilder text = new StringBuilder(problem.code() + ": " + problem.message());
        for (FieldError fault : problem.details()) {
            text.append("\n  ").append(fault.field()).append(' ').append(fault.message());
        }
        return text.toString();
    }
}
