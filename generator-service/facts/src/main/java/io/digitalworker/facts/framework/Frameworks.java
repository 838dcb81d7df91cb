package io.digitalworker.facts.framework;

import io.digitalworker.facts.framework.node.DecoratedEntities;
import io.digitalworker.facts.framework.node.DecoratedRoutes;
import io.digitalworker.facts.framework.node.Mongoose;
import io.digitalworker.facts.framework.node.NestJs;
import io.digitalworker.facts.framework.node.NestServices;
import io.digitalworker.facts.framework.node.NextJs;
import io.digitalworker.facts.framework.node.OutgoingCalls;
import io.digitalworker.facts.framework.node.PrismaSchema;
import io.digitalworker.facts.framework.node.Screens;
import io.digitalworker.facts.framework.node.ScriptValidations;
import io.digitalworker.facts.framework.node.Sequelize;
import io.digitalworker.facts.framework.node.WebRouters;
import java.util.List;

/** All frameworks and formats that facts are taken from. */
public final class Frameworks {
    private static final List<Framework> ALL =
            List.of(
                    // scripts
                    new NestJs(),
                    new WebRouters(),
                    new PrismaSchema(),
                    new DecoratedEntities(),
                    new Mongoose(),
                    new Sequelize(),
                    new NestServices(),
                    new DecoratedRoutes(),
                    new NextJs(),
                    new ScriptValidations(),
                    new Screens(),
                    new OutgoingCalls());

    private Frameworks() {}

    /** In the order in which their facts are merged; without influence on what is found. */
    public static List<Framework> all() {
        return ALL;
    }
}
