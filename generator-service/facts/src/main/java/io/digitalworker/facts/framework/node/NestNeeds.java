package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.framework.node.Decorators.Decorator;
import io.digitalworker.facts.framework.node.NestApplications.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may call a handler: its guards, those of its controller and those of its application. */
final class NestNeeds {
    private static final Set<String> ANONYMOUS =
            Set.of(
                    "Public",
                    "SkipAuth",
                    "AllowAnonymous",
                    "NoAuth",
                    "IsPublic",
                    "PublicRoute",
                    "Unprotected");
    private static final Set<String> RIGHTS =
            Set.of(
                    "Roles",
                    "Role",
                    "Permissions",
                    "RequirePermissions",
                    "RequirePermission",
                    "RequireRoles",
                    "HasRoles",
                    "HasPermissions",
                    "CheckPolicies",
                    "Scopes",
                    "Authorized",
                    "RolesAllowed");

    private NestNeeds() {}

    static List<String> of(
            NestController controller, List<Decorator> own, @Nullable Application application) {
        Set<String> needs = new LinkedHashSet<>();
        if (application != null) {
            needs.addAll(application.guards());
        }
        needs(controller.decorators(), needs);
        needs(own, needs);
        boolean open =
                own.stream().anyMatch(d -> ANONYMOUS.contains(d.name()))
                        || controller.decorators().stream()
                                .anyMatch(d -> ANONYMOUS.contains(d.name()));
        return open ? List.of("anonymous") : List.copyOf(needs);
    }

    private static void needs(List<Decorator> all, Set<String> needs) {
        for (Decorator each : all) {
            boolean guards = each.name().equals("UseGuards");
            if (guards || RIGHTS.contains(each.name())) {
                for (int i = 0; i < each.arguments().size(); i++) {
                    String text = each.written(i);
                    if (!guards || Authorization.guards(text)) {
                        needs.add(text);
                    }
                }
            }
        }
    }
}
