package io.digitalworker.facts.framework;

import io.digitalworker.facts.framework.aspnet.AspNetCore;
import io.digitalworker.facts.framework.aspnet.FastEndpoints;
import io.digitalworker.facts.framework.aspnet.Pages;
import io.digitalworker.facts.framework.aspnet.Services;
import io.digitalworker.facts.framework.contract.OpenApi;
import io.digitalworker.facts.framework.contract.SqlSchema;
import io.digitalworker.facts.framework.dotnet.DataAnnotations;
import io.digitalworker.facts.framework.dotnet.EntityFramework;
import io.digitalworker.facts.framework.dotnet.FluentValidation;
import io.digitalworker.facts.framework.dotnet.Guards;
import io.digitalworker.facts.framework.general.Calls;
import io.digitalworker.facts.framework.general.DotnetRequests;
import io.digitalworker.facts.framework.general.DotnetServices;
import io.digitalworker.facts.framework.general.GoDependencies;
import io.digitalworker.facts.framework.general.GradleDependencies;
import io.digitalworker.facts.framework.general.ManifestDependencies;
import io.digitalworker.facts.framework.general.Marks;
import io.digitalworker.facts.framework.general.MavenDependencies;
import io.digitalworker.facts.framework.general.NugetDependencies;
import io.digitalworker.facts.framework.general.PythonDependencies;
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
import io.digitalworker.facts.framework.node.NestJs;
import io.digitalworker.facts.framework.node.WebRouters;
import io.digitalworker.facts.framework.nopcommerce.NopEntities;
import io.digitalworker.facts.framework.nopcommerce.NopEvents;
import io.digitalworker.facts.framework.nopcommerce.NopPermissions;
import io.digitalworker.facts.framework.nopcommerce.NopPlugins;
import io.digitalworker.facts.framework.nopcommerce.NopSettings;
import io.digitalworker.facts.framework.nopcommerce.NopTasks;
import io.digitalworker.facts.framework.nopcommerce.NopTexts;
import io.digitalworker.facts.framework.python.Django;
import io.digitalworker.facts.framework.python.FastApi;
import io.digitalworker.facts.framework.python.Flask;
import io.digitalworker.facts.framework.python.ModelClasses;
import io.digitalworker.facts.framework.python.PythonClients;
import io.digitalworker.facts.framework.python.PythonTasks;
import io.digitalworker.facts.framework.python.SqlAlchemy;
import io.digitalworker.facts.framework.python.ValidationClasses;
import java.util.List;

/** All frameworks and formats that facts are taken from, by family. */
public final class Frameworks {
    private static final List<Framework> ALL =
            List.of(
                    // aspnet
                    new AspNetCore(),
                    new FastEndpoints(),
                    new Pages(),
                    new Services(),
                    // dotnet
                    new DataAnnotations(),
                    new EntityFramework(),
                    new FluentValidation(),
                    new Guards(),
                    // nopcommerce
                    new NopEntities(),
                    new NopEvents(),
                    new NopPermissions(),
                    new NopPlugins(),
                    new NopSettings(),
                    new NopTasks(),
                    new NopTexts(),
                    // java
                    new AnnotatedRoutes(),
                    new BeanValidation(),
                    new HttpClients(),
                    new JavaMessages(),
                    new JavaSchedules(),
                    new JavaServices(),
                    new JaxRs(),
                    new JpaEntities(),
                    new MyBatis(),
                    new RepositoryEntities(),
                    new Servlets(),
                    new SpringControllers(),
                    new SpringDataRest(),
                    new SpringRoutes(),
                    // node
                    new NestJs(),
                    new WebRouters(),
                    // python
                    new Django(),
                    new FastApi(),
                    new Flask(),
                    new ModelClasses(),
                    new PythonClients(),
                    new PythonTasks(),
                    new SqlAlchemy(),
                    new ValidationClasses(),
                    // contract
                    new OpenApi(),
                    new SqlSchema(),
                    // general
                    new Calls(),
                    new DotnetRequests(),
                    new DotnetServices(),
                    new GoDependencies(),
                    new GradleDependencies(),
                    new ManifestDependencies(),
                    new Marks(),
                    new MavenDependencies(),
                    new NugetDependencies(),
                    new PythonDependencies());

    private Frameworks() {}

    /** In the order in which their facts are merged; without influence on what is found. */
    public static List<Framework> all() {
        return ALL;
    }
}
