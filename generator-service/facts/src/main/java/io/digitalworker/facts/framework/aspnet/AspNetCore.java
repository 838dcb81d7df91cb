package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import java.util.List;

/**
 * Endpoints of ASP.NET Core: controllers with attribute and conventional routes, endpoint classes that
 * are controllers, and minimal APIs. Web API 2 as far as it is the same.
 */
public final class AspNetCore implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        Web web = new Web(code);
        Access access = new Access(web);
        Registrations registrations = new Registrations(web);
        List<RouteSite> sites = registrations.all();
        Mounts mounts = new Mounts(web, access, registrations);
        RoutePrefixes prefixes = new RoutePrefixes(web, sites, mounts, access);
        TokenTransformers transformers = new TokenTransformers(web);
        ControllerEndpoints endpoints =
                new ControllerEndpoints(web, transformers, prefixes, findings);
        List<Controller> controllers = new Controllers(web, new RouteAttributes(web)).all();
        controllers.forEach(endpoints::attributed);
        new ConventionalRoutes(web, endpoints, transformers, controllers, findings).read(sites);
        new MinimalApis(web, registrations, mounts, access, findings).read(sites);
    }
}
