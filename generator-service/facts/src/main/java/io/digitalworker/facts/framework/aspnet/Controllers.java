package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.aspnet.RouteAttributes.Route;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the controllers of the code with their actions. */
final class Controllers {
    private static final List<String> ENDPOINT_BASES =
            List.of(
                    "EndpointBaseAsync.",
                    "EndpointBaseSync.",
                    "EndpointBase",
                    "BaseAsyncEndpoint",
                    "BaseEndpoint.",
                    "BaseEndpoint<");
    private static final Set<String> NO_ACTIONS =
            Set.of(
                    "Dispose",
                    "DisposeAsync",
                    "ToString",
                    "Equals",
                    "GetHashCode",
                    "OnActionExecuting",
                    "OnActionExecuted",
                    "OnActionExecutionAsync");

    private final Web web;
    private final RouteAttributes attributes;

    Controllers(Web web, RouteAttributes attributes) {
        this.web = web;
        this.attributes = attributes;
    }

    /** By path and line; those of test projects are left out. */
    List<Controller> all() {
        List<Controller> all = new ArrayList<>();
        for (CodeFile file : web.code().files()) {
            if (file.language() == Language.CSHARP && !web.projects().tests(file)) {
                for (TypeDeclaration type : file.types()) {
                    if (isController(type)) {
                        all.add(controller(type));
                    }
                }
            }
        }
        return all;
    }

    private boolean isController(TypeDeclaration type) {
        boolean kind = type.kind() == TypeKind.CLASS || type.kind() == TypeKind.RECORD;
        if (!kind || !type.typeParameters().isEmpty() || type.has("static")) {
            return false;
        }
        boolean named = type.simpleName().endsWith("Controller");
        if (!named && type.bases().isEmpty() && type.annotations().isEmpty()) {
            return false;
        }
        List<TypeDeclaration> parts = web.types().parts(type);
        boolean first = parts.get(0).equals(type);
        boolean open = parts.stream().anyMatch(part -> part.has("public"));
        boolean closed = parts.stream().anyMatch(part -> part.has("abstract"));
        return first && open && !closed && serves(type, named);
    }

    private boolean serves(TypeDeclaration type, boolean named) {
        List<TypeDeclaration> lineage = web.types().lineage(type);
        boolean denied =
                lineage.stream()
                        .anyMatch(
                                t -> Annotation.find(t.annotations(), "NonController").isPresent());
        if (denied) {
            return false;
        }
        return named
                || lineage.stream().anyMatch(Controllers::marked)
                || web.types().basesAbove(type).stream().anyMatch(Controllers::controls);
    }

    private static boolean marked(TypeDeclaration type) {
        return Annotation.find(type.annotations(), "ApiController").isPresent()
                || Annotation.find(type.annotations(), "Controller").isPresent();
    }

    private static boolean controls(String base) {
        String name = TypeName.of(base).simpleName();
        return name.endsWith("Controller")
                || name.endsWith("ControllerBase")
                || ENDPOINT_BASES.stream().anyMatch(base::startsWith);
    }

    private Controller controller(TypeDeclaration type) {
        List<Placed> annotations = web.annotations(type);
        String name = type.simpleName();
        boolean suffix = name.endsWith("Controller") && name.length() > 10;
        boolean classic =
                web.types().basesAbove(type).stream()
                        .anyMatch(base -> TypeName.of(base).simpleName().equals("ApiController"));
        boolean api = classic || annotations.stream().anyMatch(a -> a.is("ApiController"));
        boolean endpoint =
                web.types().basesAbove(type).stream()
                        .anyMatch(base -> ENDPOINT_BASES.stream().anyMatch(base::startsWith));
        return new Controller(
                type,
                suffix ? name.substring(0, name.length() - 10) : name,
                area(annotations),
                prefixes(type),
                annotations,
                api || endpoint,
                classic,
                actions(type));
    }

    private String area(List<Placed> annotations) {
        return annotations.stream()
                .filter(a -> a.is("Area") || a.is("RouteArea"))
                .findFirst()
                .flatMap(a -> a.annotation().argument(0).map(e -> web.text(e, a.scope()).text()))
                .orElse("");
    }

    /** Those of the nearest class that has any: a derived class replaces the routes of its base. */
    private List<Route> prefixes(TypeDeclaration type) {
        for (List<TypeDeclaration> parts : levels(type)) {
            List<Route> routes = new ArrayList<>();
            for (TypeDeclaration part : parts) {
                part.annotations().stream()
                        .map(a -> attributes.read(new Placed(a, web.scope(part))))
                        .flatMap(Optional::stream)
                        .filter(route -> route.template() != null)
                        .forEach(routes::add);
            }
            if (!routes.isEmpty()) {
                return routes;
            }
        }
        return List.of();
    }

    /** The parts of a type, then those of each of its bases, the nearest first. */
    private List<List<TypeDeclaration>> levels(TypeDeclaration type) {
        Map<String, List<TypeDeclaration>> levels = new LinkedHashMap<>();
        for (TypeDeclaration each : web.types().lineage(type)) {
            if (each.kind() != TypeKind.INTERFACE) {
                levels.computeIfAbsent(each.fullName(), n -> new ArrayList<>()).add(each);
            }
        }
        return List.copyOf(levels.values());
    }

    // ---- actions

    /** A method with those that it overrides, the nearest first. */
    private record Overridden(List<TypeDeclaration> types, List<Member> members) {}

    private List<Action> actions(TypeDeclaration type) {
        Map<String, Map<String, String>> arguments = typeArguments(type);
        Map<String, Overridden> methods = new LinkedHashMap<>();
        for (List<TypeDeclaration> parts : levels(type)) {
            for (TypeDeclaration part : parts) {
                for (Member member : part.members()) {
                    if (candidate(member)) {
                        Map<String, String> given =
                                arguments.getOrDefault(part.fullName(), Map.of());
                        Overridden so =
                                methods.computeIfAbsent(
                                        key(member, given),
                                        k -> new Overridden(new ArrayList<>(), new ArrayList<>()));
                        so.types().add(part);
                        so.members().add(member);
                    }
                }
            }
        }
        List<Action> actions = new ArrayList<>();
        methods.values().forEach(m -> action(m, arguments).ifPresent(actions::add));
        return actions;
    }

    private static boolean candidate(Member member) {
        return member.kind() == MemberKind.METHOD
                && member.has("public")
                && !member.has("static")
                && member.typeParameters().isEmpty()
                && !NO_ACTIONS.contains(member.name());
    }

    private static String key(Member member, Map<String, String> given) {
        StringBuilder key = new StringBuilder(member.name());
        member.parameters().forEach(p -> key.append(',').append(substituted(p.type(), given)));
        return key.toString();
    }

    private Optional<Action> action(Overridden method, Map<String, Map<String, String>> arguments) {
        Member member = method.members().get(0);
        TypeDeclaration declaring = method.types().get(0);
        boolean denied =
                method.members().stream()
                        .anyMatch(m -> Annotation.find(m.annotations(), "NonAction").isPresent());
        if (denied || member.has("abstract") || (member.annotations().isEmpty() && helps(method))) {
            return Optional.empty();
        }
        List<Placed> annotations = new ArrayList<>();
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < method.members().size(); i++) {
            List<Placed> its = placed(method.members().get(i), method.types().get(i));
            annotations.addAll(its);
            if (routes.isEmpty()) {
                its.stream().map(attributes::read).flatMap(Optional::stream).forEach(routes::add);
            }
        }
        Map<String, String> given = arguments.getOrDefault(declaring.fullName(), Map.of());
        return Optional.of(
                new Action(
                        declaring,
                        member,
                        name(member, annotations),
                        parameters(method, given),
                        substituted(member.type(), given),
                        routes,
                        annotations,
                        web.scope(declaring)));
    }

    /** With the attributes of those that are overridden, where the parameter has none of its own. */
    private static List<Parameter> parameters(Overridden method, Map<String, String> given) {
        List<Parameter> parameters = new ArrayList<>();
        List<Parameter> own = method.members().get(0).parameters();
        for (int i = 0; i < own.size(); i++) {
            List<Annotation> annotations = own.get(i).annotations();
            for (Member above : method.members()) {
                boolean none = annotations.isEmpty() && i < above.parameters().size();
                annotations = none ? above.parameters().get(i).annotations() : annotations;
            }
            Parameter so = substituted(own.get(i), given);
            parameters.add(new Parameter(so.name(), so.type(), annotations, so.defaultValue()));
        }
        return parameters;
    }

    /**
     * Whether a method without attributes serves the controllers and not requests: what overrides a
     * method of the framework's, and what a base class offers without a result.
     */
    private static boolean helps(Overridden method) {
        Member member = method.members().get(0);
        boolean plain = method.members().stream().allMatch(m -> m.annotations().isEmpty());
        boolean framework = member.has("override") && method.members().size() == 1;
        boolean silent = member.type().equals("void") || member.type().equals("Task");
        return framework || (plain && silent && method.types().get(0).has("abstract"));
    }

    private List<Placed> placed(Member member, TypeDeclaration type) {
        return member.annotations().stream().map(a -> new Placed(a, web.scope(type))).toList();
    }

    private String name(Member member, List<Placed> annotations) {
        for (Placed placed : annotations) {
            if (placed.is("ActionName")) {
                return placed.annotation()
                        .argument("name", 0)
                        .map(e -> web.text(e, placed.scope()).text())
                        .orElse(member.name());
            }
        }
        String name = member.name();
        return name.endsWith("Async") && name.length() > 5
                ? name.substring(0, name.length() - 5)
                : name;
    }

    // ---- generic base classes

    /** For each type above, what stands for its type parameters. */
    private Map<String, Map<String, String>> typeArguments(TypeDeclaration type) {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (TypeDeclaration each : web.types().lineage(type)) {
            Map<String, String> own = all.getOrDefault(each.fullName(), Map.of());
            for (String base : each.bases()) {
                TypeName written = TypeName.of(base);
                Optional<TypeDeclaration> found =
                        written.arguments().isEmpty()
                                ? Optional.empty()
                                : web.types().find(base, web.file(each), Optional.of(each));
                found.ifPresent(f -> all.putIfAbsent(f.fullName(), given(f, written, own)));
            }
        }
        return all;
    }

    private static Map<String, String> given(
            TypeDeclaration type, TypeName written, Map<String, String> own) {
        Map<String, String> given = new HashMap<>();
        int count = Math.min(type.typeParameters().size(), written.arguments().size());
        for (int i = 0; i < count; i++) {
            given.put(type.typeParameters().get(i), substituted(written.arguments().get(i), own));
        }
        return given;
    }

    private static Parameter substituted(Parameter parameter, Map<String, String> given) {
        return given.isEmpty()
                ? parameter
                : new Parameter(
                        parameter.name(),
                        substituted(parameter.type(), given),
                        parameter.annotations(),
                        parameter.defaultValue());
    }

    private static String substituted(String type, Map<String, String> given) {
        if (given.isEmpty()) {
            return type;
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < type.length()) {
            int end = at;
            while (end < type.length() && Character.isJavaIdentifierPart(type.charAt(end))) {
                end++;
            }
            String word = type.substring(at, Math.max(end, at + 1));
            text.append(given.getOrDefault(word, word));
            at += word.length();
        }
        return text.toString();
    }
}
