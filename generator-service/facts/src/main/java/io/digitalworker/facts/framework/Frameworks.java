package io.digitalworker.facts.framework;

import io.digitalworker.facts.framework.java.AnnotatedRoutes;
import io.digitalworker.facts.framework.java.BeanValidation;
import io.digitalworker.facts.framework.java.HttpClients;
import io.digitalworker.facts.framework.java.JavaMessages;
import io.digitalworker.facts.framework.java.JavaSchedules;
import io.digitalworker.facts.framework.java.JavaServices;
import io.digitalworker.facts.framework.java.JaxRs;
import io.digitalworker.facts.framework.java.JpaEntities;
import io.digitalworker.facts.framework.java.MyBatis;
import io.digitalworker.facts.framework.java.RepositoryEntities;
import io.digitalworker.facts.framework.java.Servlets;
import io.digitalworker.facts.framework.java.SpringControllers;
import io.digitalworker.facts.framework.java.SpringDataRest;
import io.digitalworker.facts.framework.java.SpringRoutes;
import java.util.List;

/** All frameworks and formats that facts are taken from. */
public final class Frameworks {
    private static final List<Framework> ALL =
            List.of(
                    new SpringControllers(),
                    new SpringRoutes(),
                    new SpringDataRest(),
                    new JaxRs(),
                    new AnnotatedRoutes(),
                    new Servlets(),
                    new JpaEntities(),
                    new MyBatis(),
                    new RepositoryEntities(),
                    new BeanValidation(),
                    new JavaMessages(),
                    new JavaSchedules(),
                    new JavaServices(),
                    new HttpClients());

    private Frameworks() {}

    /** In the order in which their facts are merged; without influence on what is found. */
    public static List<Framework> all() {
        return ALL;
    }
}
