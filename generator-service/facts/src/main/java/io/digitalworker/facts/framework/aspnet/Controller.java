package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.aspnet.RouteAttributes.Route;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import java.util.List;

/**
 * A class that answers requests.
 *
 * @param name without {@code Controller}
 * @param area empty if it is in none
 * @param prefixes the routes of the class, or of the nearest base class that has any
 * @param annotations of the class and its bases
 * @param api whether complex parameters are bodies
 * @param classic whether it is of ASP.NET Web API 2
 */
record Controller(
        TypeDeclaration type,
        String name,
        String area,
        List<Route> prefixes,
        List<Placed> annotations,
        boolean api,
        boolean classic,
        List<Action> actions) {
    Controller {
        prefixes = List.copyOf(prefixes);
        annotations = List.copyOf(annotations);
        actions = List.copyOf(actions);
    }

    String handler(Action action) {
        return type.name() + "." + action.member().name();
    }
}
