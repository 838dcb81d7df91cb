package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.syntax.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The annotations that say what a caller must have. */
final class Authorizations {
    static final Set<String> NAMES =
            Set.of(
                    "PreAuthorize",
                    "Secured",
                    "RolesAllowed",
                    "PermissionsAllowed",
                    "PermitAll",
                    "DenyAll",
                    "Authenticated");

    private Authorizations() {}

    /** What annotations of one place say; several are all needed. */
    static List<String> of(JavaCode code, List<Noted> annotations) {
        List<String> needs = new ArrayList<>();
        for (Noted noted : annotations) {
            Annotation annotation = noted.annotation();
            switch (annotation.simpleName()) {
                case "PermitAll" -> needs.add("anonymous");
                case "DenyAll" -> needs.add("nobody");
                case "Authenticated" -> needs.add("authenticated");
                case "PreAuthorize", "Secured", "RolesAllowed", "PermissionsAllowed" ->
                        needs.add(rights(code, noted));
                default -> {}
            }
        }
        needs.remove("");
        return needs.stream().distinct().toList();
    }

    /** One of several roles, as they are written; Micronaut's {@code @Secured} has rules of its own. */
    private static String rights(JavaCode code, Noted noted) {
        List<String> rights =
                code.values(noted.annotation(), noted.scope(), "value").stream()
                        .map(Value::text)
                        .map(Authorizations::plain)
                        .toList();
        return String.join(", ", rights);
    }

    private static String plain(String right) {
        return switch (right) {
            case "isAnonymous()", "permitAll()", "{IS_ANONYMOUS}" -> "anonymous";
            case "isAuthenticated()", "{IS_AUTHENTICATED}" -> "authenticated";
            default ->
                    right.startsWith("{") && right.endsWith("}")
                            ? right.substring(1, right.length() - 1)
                            : right;
        };
    }
}
