package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.aspnet.RouteAttributes.Route;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.syntax.Parameter;
import java.util.List;

/**
 * A method of a controller that answers requests.
 *
 * @param declaring the type that declares it: the controller or a base of it
 * @param name without {@code Async}, or as {@code [ActionName]} says
 * @param parameters with the type arguments of the controller put in
 * @param returns likewise
 * @param routes from its own attributes, or else from those of the method that it overrides
 * @param annotations its own and those of the methods that it overrides
 */
record Action(
        TypeDeclaration declaring,
        Member member,
        String name,
        List<Parameter> parameters,
        String returns,
        List<Route> routes,
        List<Placed> annotations,
        Scope scope) {
    Action {
        parameters = List.copyOf(parameters);
        routes = List.copyOf(routes);
        annotations = List.copyOf(annotations);
    }

    /** The methods that its attributes name, with a template or without. */
    List<String> verbs() {
        return routes.stream().flatMap(route -> route.methods().stream()).distinct().toList();
    }

    boolean takes(String parameter) {
        return parameters.stream().anyMatch(p -> p.name().equalsIgnoreCase(parameter));
    }

    boolean routed() {
        return routes.stream().anyMatch(route -> route.template() != null);
    }
}
