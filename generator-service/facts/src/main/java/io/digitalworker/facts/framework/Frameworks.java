package io.digitalworker.facts.framework;

import io.digitalworker.facts.framework.python.Django;
import io.digitalworker.facts.framework.python.FastApi;
import io.digitalworker.facts.framework.python.Flask;
import io.digitalworker.facts.framework.python.ModelClasses;
import io.digitalworker.facts.framework.python.PythonClients;
import io.digitalworker.facts.framework.python.PythonTasks;
import io.digitalworker.facts.framework.python.SqlAlchemy;
import io.digitalworker.facts.framework.python.ValidationClasses;
import java.util.List;

/** All frameworks and formats that facts are taken from. */
public final class Frameworks {
    private static final List<Framework> ALL =
            List.of(
                    new Django(),
                    new FastApi(),
                    new Flask(),
                    new ModelClasses(),
                    new PythonClients(),
                    new PythonTasks(),
                    new SqlAlchemy(),
                    new ValidationClasses());

    private Frameworks() {}

    /** In the order in which their facts are merged; without influence on what is found. */
    public static List<Framework> all() {
        return ALL;
    }
}
