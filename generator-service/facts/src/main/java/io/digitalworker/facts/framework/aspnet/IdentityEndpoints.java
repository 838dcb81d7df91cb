package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The endpoints of {@code MapIdentityApi}. */
final class IdentityEndpoints {
    /** What frameworks offer under names of their own, with the usual path where none is given. */
    private static final Map<String, String> IDENTITY =
            Map.of(
                    "/register", "POST",
                    "/login", "POST",
                    "/refresh", "POST",
                    "/confirmEmail", "GET",
                    "/resendConfirmationEmail", "POST",
                    "/forgotPassword", "POST",
                    "/resetPassword", "POST",
                    "/manage/2fa", "POST");

    private IdentityEndpoints() {}

    static List<Endpoint> of(RouteSite site, Mount mount) {
        if (!mount.known()) {
            return List.of();
        }
        List<Endpoint> found = new ArrayList<>();
        IDENTITY.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> found.add(endpoint(site, mount, each.getValue(), each.getKey())));
        found.add(endpoint(site, mount, "GET", "/manage/info"));
        found.add(endpoint(site, mount, "POST", "/manage/info"));
        return found;
    }

    private static Endpoint endpoint(RouteSite site, Mount mount, String method, String path) {
        Template template = Template.of(Template.joined(mount.prefix(), path));
        boolean own = path.startsWith("/manage");
        List<String> needs =
                own ? mount.needing(List.of(Access.AUTHENTICATED)).needs() : mount.needs();
        return new Endpoint(
                method,
                template.path(),
                List.of(),
                "MapIdentityApi",
                Web.NAME,
                List.of(),
                null,
                List.of(),
                needs,
                MinimalApis.conditions(site, mount),
                Confidence.CONVENTION,
                site.evidence());
    }
}
