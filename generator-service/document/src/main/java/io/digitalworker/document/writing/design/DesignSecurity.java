package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.inventory.Inventory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.count;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.noun;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** How callers prove who they are, what they may then do, and how services trust each other. */
public final class DesignSecurity {
    private static final int NAMES = 8;
    private static final String[] LIBRARIES = {
        "jwt",
        "oauth",
        "openid",
        "identity",
        "passport",
        "security",
        "cognito",
        "bearer",
        "bcrypt",
        "argon",
        "auth",
        "saml",
        "keycloak",
        "jose",
        "passlib"
    };

    /** Requests that have to be open, since they sign somebody in. */
    static final String[] SIGNING_IN = {
        "login",
        "logon",
        "logout",
        "signin",
        "sign-in",
        "token",
        "authenticate",
        "oauth",
        "register",
        "password",
        "two-factor"
    };

    /** Requests by which somebody proves who they are. */
    private static final String[] PROOF = {
        "login", "logon", "signin", "sign-in", "token", "authenticate", "oauth"
    };

    private final Scope scope;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private DesignSecurity(Scope scope) {
        this.scope = scope;
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignSecurity security = new DesignSecurity(new Scope(brief.material()));
        security.callers();
        boolean told = !security.blocks.isEmpty();
        if (!told) {
            security.silence();
        }
        if (security.scope.goesDeep()) {
            security.roles();
        }
        security.permissions();
        security.services();
        security.secrets();
        if (told) {
            return SectionDraft.complete(brief.section(), security.blocks)
                    .asking(security.questions);
        }
        security.ask(
                "callers",
                "security officer",
                "How do callers prove who they are before they reach the features?");
        return new SectionDraft(
                brief.section(),
                SectionStatus.NEEDS_INPUT,
                "Nothing in the archive says how callers prove who they are.",
                security.blocks,
                security.questions);
    }

    private void ask(String about, String role, String question) {
        questions.add(new Question(Question.id("security", about), role, asked(text(question))));
    }

    private void callers() {
        Grid grid = new Grid(scope.material(), "Sign of it", "Kind", "As declared");
        for (Endpoint endpoint : scope.linkedFirst(Endpoint.class)) {
            if (Scope.holds(endpoint.path(), PROOF)) {
                grid.row(
                        Cells.headline(endpoint),
                        Cells.words("request"),
                        Cells.of(endpoint, endpoint.handler()));
            }
        }
        for (Resource resource :
                scope.resources("cognito", "authorizer", "apikey", "graphqlapi", "userpool")) {
            String type = Costs.setting(resource, "authenticationtype");
            grid.row(
                    Cells.headline(resource),
                    Cells.of(resource, resource.type()),
                    Cells.of(resource, type));
        }
        for (Dependency each : scope.linkedFirst(Dependency.class)) {
            if (Scope.holds(each.name(), LIBRARIES) && !each.scope().equals("test")) {
                grid.row(
                        Cells.headline(each),
                        Cells.words("library"),
                        Cells.of(each, each.version()));
            }
        }
        for (ConfigurationKey key : scope.linkedFirst(ConfigurationKey.class)) {
            if (Scope.holds(key.key(), "jwt", "oauth", "secret", "lockout", "cookie", "cors")) {
                grid.row(Cells.headline(key), Cells.words("setting"), Cells.of(key, key.type()));
            }
        }
        blocks.addAll(
                grid.under(
                        "How callers prove who they are",
                        inferred(
                                text(
                                        "Picked out by their names: requests that sign somebody in,"
                                                + " declared authorizers, libraries and settings."))));
    }

    private void silence() {
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "Neither a request that signs somebody in nor a library or"
                                                + " setting for it was found."))));
    }

    private void roles() {
        Map<String, List<Endpoint>> byRole = new LinkedHashMap<>();
        for (Endpoint endpoint : scope.linked(Endpoint.class)) {
            if (endpoint.authorization().isEmpty()) {
                byRole.computeIfAbsent("", any -> new ArrayList<>()).add(endpoint);
            }
            endpoint.authorization()
                    .forEach(
                            role ->
                                    byRole.computeIfAbsent(role, any -> new ArrayList<>())
                                            .add(endpoint));
        }
        Grid grid = new Grid(scope.material(), "Who", "May send");
        byRole.forEach(
                (role, endpoints) ->
                        grid.row(
                                role.isEmpty()
                                        ? Cells.judged("anybody, as no check is declared")
                                        : Cells.of(endpoints.get(0), role),
                                Cells.names(endpoints, e -> e.method() + " " + e.path(), NAMES)));
        blocks.addAll(
                grid.under(
                        "Who may do what",
                        extracted(
                                text(
                                        "Checks that stand at the request itself; a handler may"
                                                + " check more inside."))));
        if (byRole.containsKey("")) {
            ask(
                    "unchecked",
                    "security officer",
                    "Are the requests without a declared check meant to be open to anybody, or is the"
                            + " caller checked inside?");
        }
    }

    private void permissions() {
        Grid grid = new Grid(scope.material(), "Permission", "Given to or used by");
        for (Permission permission : scope.linkedFirst(Permission.class)) {
            grid.row(Cells.headline(permission), Cells.of(permission, permission.subject()));
        }
        blocks.addAll(
                grid.under("Permissions", extracted(text("Rights that the code knows by name."))));
    }

    private void services() {
        boolean calls = !scope.linkedFirst(ExternalCall.class).isEmpty();
        Grid grid = new Grid(scope.material(), "Grant", "Type", "To");
        for (Resource role :
                scope.resources("iam::", "lambda::permission", "queuepolicy", "topicpolicy")) {
            grid.row(
                    Cells.headline(role),
                    Cells.of(role, role.type()),
                    Cells.list(role, role.targets()));
        }
        blocks.addAll(
                grid.under(
                        "Between services",
                        extracted(text("Grants by which one program may act upon another."))));
        if (calls && grid.isEmpty()) {
            blocks.add(heading("Between services"));
            blocks.add(
                    paragraph(
                            inferred(
                                    text(
                                            "Other systems are called, but no grant or credential for"
                                                    + " it is declared; the calls stand under "),
                                    scope.link("architecture", "Architecture"),
                                    text("."))));
        }
        if (calls || !grid.isEmpty()) {
            ask(
                    "services",
                    "security officer",
                    "With which credentials do the services call each other, and who rotates them?");
        } else if (!scope.resources("::function").isEmpty()) {
            ask(
                    "roles",
                    "operator",
                    "Under which roles do the functions run, and are they cut down to what each needs?");
        }
    }

    private void secrets() {
        long total =
                scope.material().facts().inventory().redacted().stream()
                        .mapToLong(Inventory.RedactedCount::count)
                        .sum();
        if (total > 0) {
            blocks.add(heading("Secrets in the archive"));
            blocks.add(
                    paragraph(
                            extracted(
                                    count("redacted.total", total),
                                    noun(total, "passage looks", "passages look"),
                                    text(
                                            " like a secret and may have been seen by whoever could"
                                                    + " read the code; their values are kept out of"
                                                    + " this document."))));
            ask(
                    "secrets",
                    "security officer",
                    "Are the secrets that the archive seemed to hold still valid, and can they be changed?");
        }
    }
}
