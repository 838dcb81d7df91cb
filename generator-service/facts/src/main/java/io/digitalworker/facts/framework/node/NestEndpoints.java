package io.digitalworker.facts.framework.node;

import com.google.re2j.Pattern;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.node.Decorators.Decorator;
import io.digitalworker.facts.framework.node.NestApplications.Application;
import io.digitalworker.facts.framework.node.NestMixins.Home;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The endpoints of the controllers of one code base. */
final class NestEndpoints {
    private static final Map<String, String> METHODS =
            Map.ofEntries(
                    Map.entry("Get", "GET"),
                    Map.entry("Post", "POST"),
                    Map.entry("Put", "PUT"),
                    Map.entry("Delete", "DELETE"),
                    Map.entry("Patch", "PATCH"),
                    Map.entry("Options", "OPTIONS"),
                    Map.entry("Head", "HEAD"),
                    Map.entry("Search", "SEARCH"),
                    Map.entry("Sse", "GET"),
                    Map.entry("All", "ANY"));

    private record Route(String method, Value path) {}

    private final CodeBase code;
    private final Findings findings;
    private final Decorators decorators;
    private final NestInputs inputs;
    private final NestApplications applications;
    private final NestMixins mixins;

    NestEndpoints(CodeBase code, Findings findings) {
        this.code = code;
        this.findings = findings;
        this.decorators = new Decorators(code);
        this.inputs = new NestInputs(code);
        this.applications = new NestApplications(code, decorators);
        this.mixins = new NestMixins(code, findings);
    }

    void all(List<CodeFile> files) {
        for (CodeFile file : files) {
            if (TestFiles.is(file.path())) {
                continue;
            }
            for (TypeDeclaration type : file.types()) {
                boolean candidate =
                        type.kind() == TypeKind.CLASS
                                && !type.annotations().isEmpty()
                                && !type.has("abstract");
                if (candidate) {
                    controller(type);
                }
            }
        }
    }

    private void controller(TypeDeclaration type) {
        List<Decorator> own = decorators.of(type);
        Optional<Decorator> found =
                own.stream().filter(d -> d.name().equals("Controller")).findFirst();
        if (found.isEmpty() || !nestImport(found.get())) {
            return;
        }
        NestController controller = controller(type, own, found.get());
        Set<String> seen = new LinkedHashSet<>();
        for (Home home : mixins.homes(type)) {
            for (Member member : home.type().members()) {
                boolean method =
                        member.kind() == MemberKind.METHOD || member.kind() == MemberKind.PROPERTY;
                if (method && seen.add(member.name())) {
                    handler(controller, home, member);
                }
            }
        }
    }

    /** Other frameworks have controllers too. */
    private static boolean nestImport(Decorator decorator) {
        return decorator.scope().file().imports().stream()
                .filter(i -> i.alias().equals("Controller"))
                .allMatch(i -> i.module().startsWith("@nestjs/"));
    }

    private NestController controller(
            TypeDeclaration type, List<Decorator> own, Decorator decorator) {
        Optional<Expression> argument = decorator.argument(0);
        Expression given =
                argument.map(a -> code.symbols().definition(a, decorator.scope()).expression())
                        .orElse(null);
        Scope scope =
                argument.map(a -> code.symbols().definition(a, decorator.scope()).scope())
                        .orElse(decorator.scope());
        List<Value> paths = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        if (given instanceof Mapping options) {
            Expression path = options.get("path");
            paths.addAll(path == null ? List.of() : code.values().items(path, scope));
            Expression version = options.get("version");
            versions.addAll(version == null ? List.of() : applications.versions(version, scope));
        } else if (given != null) {
            paths.addAll(code.values().items(given, scope));
        }
        versions.addAll(versions(own));
        return new NestController(
                type, own, paths.isEmpty() ? List.of(new Value("", true, true)) : paths, versions);
    }

    private List<String> versions(List<Decorator> all) {
        List<String> versions = new ArrayList<>();
        for (Decorator each : all) {
            if (each.name().equals("Version") && each.argument(0).isPresent()) {
                versions.addAll(applications.versions(each.argument(0).get(), each.scope()));
            }
        }
        return versions;
    }

    private void handler(NestController controller, Home home, Member member) {
        if (member.annotations().isEmpty()) {
            return;
        }
        List<Decorator> own = decorators.of(member.annotations(), home.scope());
        List<Route> routes = new ArrayList<>();
        for (Decorator each : own) {
            String method = METHODS.get(each.name());
            if (method != null && !graphql(each)) {
                List<Value> paths =
                        each.argument(0)
                                .map(p -> code.values().items(p, each.scope()))
                                .orElse(List.of(new Value("", true, true)));
                paths.forEach(p -> routes.add(new Route(method, p)));
            }
        }
        List<Application> homes = applications.of(controller.type());
        for (Route route : routes) {
            if (homes.isEmpty()) {
                emit(controller, home.type(), member, own, route, null);
            }
            homes.forEach(app -> emit(controller, home.type(), member, own, route, app));
        }
    }

    private static boolean graphql(Decorator decorator) {
        return decorator.scope().file().imports().stream()
                .anyMatch(
                        i -> i.alias().equals(decorator.name()) && i.module().contains("graphql"));
    }

    private void emit(
            NestController controller,
            TypeDeclaration home,
            Member member,
            List<Decorator> own,
            Route route,
            @Nullable Application application) {
        Value module = applications.pathOf(controller.type());
        Set<String> paths = new LinkedHashSet<>();
        boolean literal = true;
        boolean known = module.known() && route.path().known();
        for (Value base : controller.paths()) {
            known &= base.known();
            String below = Paths.join(module.text() + "/" + base.text(), route.path().text());
            literal &= base.literal() && route.path().literal() && module.text().isEmpty();
            for (String version : versioned(controller, own, application)) {
                paths.add(full(version, below, application));
            }
        }
        if (application != null && !application.prefix().text().isEmpty()) {
            known &= application.prefix().known();
            literal = false;
        }
        boolean plain = application == null || application.version() == null;
        literal &= plain && home.equals(controller.type());
        Confidence sure =
                !known ? Confidence.UNRESOLVED : literal ? Confidence.LITERAL : Confidence.RESOLVED;
        for (String path : paths) {
            endpoint(controller, home, member, own, route.method(), path, application, sure);
        }
    }

    private static String full(String version, String below, @Nullable Application application) {
        if (application == null) {
            return below;
        }
        String versioned = version.isEmpty() ? below : Paths.join("/" + version, below);
        return excluded(application, below)
                ? versioned
                : Paths.join(application.prefix().text(), versioned);
    }

    private static boolean excluded(Application application, String path) {
        for (String each : application.excluded()) {
            List<String> literal = new ArrayList<>();
            for (String part : each.split("\\{\\*?\\w*\\}", -1)) {
                literal.add(Pattern.quote(part));
            }
            if (Pattern.matches(String.join(".*", literal), path)) {
                return true;
            }
        }
        return false;
    }

    /** What stands in the path for each version; empty for none. */
    private List<String> versioned(
            NestController controller, List<Decorator> own, @Nullable Application application) {
        String prefix = application == null ? null : application.version();
        if (application == null || prefix == null) {
            return List.of("");
        }
        List<String> versions = versions(own);
        versions = versions.isEmpty() ? controller.versions() : versions;
        versions = versions.isEmpty() ? application.defaultVersions() : versions;
        return versions.isEmpty()
                ? List.of("")
                : versions.stream().map(v -> v.isEmpty() ? "" : prefix + v).distinct().toList();
    }

    private void endpoint(
            NestController controller,
            TypeDeclaration home,
            Member member,
            List<Decorator> own,
            String method,
            String path,
            @Nullable Application application,
            Confidence sure) {
        if (sure == Confidence.UNRESOLVED) {
            findings.unresolved(
                    "endpoint",
                    method + " " + path,
                    "the path is not a constant",
                    member.evidence());
        }
        List<Input> taken = new ArrayList<>();
        String request = inputs.read(home, member, taken);
        for (Input each : Paths.parameters(path)) {
            boolean named =
                    taken.stream()
                            .anyMatch(i -> i.in().equals("path") && i.name().equals(each.name()));
            if (!named) {
                taken.add(each);
            }
        }
        findings.add(
                new Endpoint(
                        method,
                        path,
                        List.of(),
                        controller.type().name() + "." + member.name(),
                        "nestjs",
                        taken,
                        request,
                        NestAnswers.of(method, member, own),
                        NestNeeds.of(controller, own, application),
                        List.of(),
                        sure,
                        member.evidence()));
    }
}
