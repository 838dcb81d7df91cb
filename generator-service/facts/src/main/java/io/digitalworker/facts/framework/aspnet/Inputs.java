package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one endpoint takes: parameters of its path, query, headers and form, and its body. */
final class Inputs {
    /** By whose rules parameters without an attribute are bound. */
    enum Rules {
        /** Controllers with {@code [ApiController]}: complex types are bodies. */
        API,
        /** Other controllers and pages: complex types come from the form or the query. */
        VIEW,
        /** Minimal APIs: complex types are bodies or services. */
        MINIMAL
    }

    private static final int MAX_PROPERTIES = 40;
    private static final Set<String> SIMPLE =
            Set.of(
                    "string",
                    "int",
                    "long",
                    "short",
                    "byte",
                    "uint",
                    "ulong",
                    "ushort",
                    "sbyte",
                    "bool",
                    "char",
                    "decimal",
                    "double",
                    "float",
                    "Guid",
                    "DateTime",
                    "DateTimeOffset",
                    "DateOnly",
                    "TimeOnly",
                    "TimeSpan",
                    "Uri",
                    "String",
                    "Int32",
                    "Int64",
                    "Boolean",
                    "Decimal",
                    "Double",
                    "Version",
                    "CultureInfo",
                    "object",
                    "Single",
                    "Int16",
                    "StringValues",
                    "Half",
                    "Ulid",
                    "BigInteger",
                    "IPAddress");
    private static final Set<String> OWN =
            Set.of(
                    "CancellationToken",
                    "HttpContext",
                    "HttpRequest",
                    "HttpResponse",
                    "ClaimsPrincipal",
                    "PipeReader",
                    "LinkGenerator",
                    "IServiceProvider",
                    "ModelStateDictionary",
                    "IUrlHelper",
                    "EndpointMetadataCollection");
    private static final Set<String> FILES =
            Set.of(
                    "IFormFile",
                    "IFormFileCollection",
                    "IFormCollection",
                    "FormCollection",
                    "HttpPostedFileBase");
    private static final Set<String> LISTS =
            Set.of(
                    "List",
                    "IList",
                    "IEnumerable",
                    "ICollection",
                    "IReadOnlyList",
                    "HashSet",
                    "IReadOnlyCollection",
                    "ISet",
                    "Collection");
    private static final List<String> SERVICES =
            List.of(
                    "Service",
                    "Services",
                    "Repository",
                    "DbContext",
                    "Context",
                    "Manager",
                    "Factory",
                    "Client",
                    "Handler",
                    "Provider",
                    "Mediator",
                    "Mapper",
                    "Logger",
                    "Store",
                    "Dispatcher",
                    "Bus",
                    "Sender",
                    "UnitOfWork",
                    "Accessor",
                    "Validator");

    private final Web web;
    private final Template template;
    private final String method;
    private final Rules rules;
    private final Map<String, Input> inputs = new LinkedHashMap<>();
    private @Nullable String request;

    Inputs(Web web, Template template, String method, Rules rules) {
        this.web = web;
        this.template = template;
        this.method = method;
        this.rules = rules;
    }

    Inputs add(List<Parameter> parameters, Scope scope) {
        parameters.forEach(parameter -> add(parameter, scope, 0));
        return this;
    }

    @Nullable String request() {
        return request;
    }

    void request(String type) {
        request = type;
    }

    /** Those of the path in its order, also where the handler does not take them, then the others. */
    List<Input> done() {
        List<Input> all = new ArrayList<>();
        for (Template.Parameter parameter : template.parameters().values()) {
            if (!parameter.name().isEmpty() && !reserved(parameter.name())) {
                Input bound = inputs.get("path " + lower(parameter.name()));
                String type = bound == null ? parameter.type() : bound.type();
                boolean required = !parameter.optional() && parameter.fallback().isEmpty();
                all.add(new Input(parameter.name(), "path", type, required));
            }
        }
        inputs.values().stream().filter(input -> !input.in().equals("path")).forEach(all::add);
        return all;
    }

    private static boolean reserved(String name) {
        return name.equals("controller") || name.equals("action") || name.equals("area");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void put(String name, String in, String type, boolean required) {
        inputs.putIfAbsent(in + " " + lower(name), new Input(name, in, type, required));
    }

    // ---- one parameter

    private void add(Parameter parameter, Scope scope, int depth) {
        String type = bare(parameter.type());
        for (Annotation annotation : parameter.annotations()) {
            if (explicit(parameter, annotation, scope, depth)) {
                return;
            }
        }
        boolean untyped =
                rules == Rules.MINIMAL && type.isEmpty() && !template.has(parameter.name());
        if (untyped || OWN.contains(type) || service(parameter, scope)) {
            return;
        }
        inferred(parameter, scope);
    }

    /** Bound as an attribute says; false when this attribute says nothing of it. */
    private boolean explicit(Parameter parameter, Annotation annotation, Scope scope, int depth) {
        String name = named(parameter, annotation, scope);
        switch (annotation.simpleName()) {
            case "FromRoute", "RouteParam" -> put(name, "path", shown(parameter.type()), true);
            case "FromQuery", "QueryParam", "FromUri" -> query(parameter, name, scope);
            case "FromHeader" -> put(name, "header", shown(parameter.type()), required(parameter));
            case "FromForm" -> form(parameter, name, scope);
            case "FromBody" -> request = parameter.type();
            case "AsParameters" -> expanded(parameter, scope, depth);
            case "FromServices", "FromKeyedServices", "Inject" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private String named(Parameter parameter, Annotation annotation, Scope scope) {
        return annotation
                .argument("Name")
                .map(value -> web.text(value, scope).text())
                .filter(text -> !text.isEmpty())
                .orElse(parameter.name());
    }

    private void query(Parameter parameter, String name, Scope scope) {
        if (template.has(name)) {
            put(name, "path", shown(parameter.type()), true);
            return;
        }
        Optional<TypeDeclaration> complex = complex(parameter.type(), scope);
        if (complex.isPresent() && !properties(complex.get()).isEmpty()) {
            properties(complex.get()).forEach(p -> property(p, "query"));
        } else {
            put(name, "query", shown(parameter.type()), required(parameter));
        }
    }

    private void property(Parameter property, String in) {
        if (template.has(property.name())) {
            put(property.name(), "path", shown(property.type()), true);
            return;
        }
        put(property.name(), in, shown(property.type()), marked(property));
    }

    private void form(Parameter parameter, String name, Scope scope) {
        put(name, "form", shown(parameter.type()), required(parameter));
        if (complex(parameter.type(), scope).isPresent()) {
            request = parameter.type();
        }
    }

    private void expanded(Parameter parameter, Scope scope, int depth) {
        Optional<TypeDeclaration> type = web.type(bare(parameter.type()), scope.file());
        if (type.isPresent() && depth < 2) {
            Scope inner = web.scope(type.get());
            properties(type.get()).forEach(property -> add(property, inner, depth + 1));
        }
    }

    private void inferred(Parameter parameter, Scope scope) {
        String type = parameter.type();
        if (template.has(parameter.name())) {
            put(parameter.name(), "path", shown(type), true);
        } else if (FILES.contains(bare(type)) || FILES.contains(TypeName.of(type).argument())) {
            put(parameter.name(), "form", shown(type), required(parameter));
        } else if (simple(type, scope)) {
            boolean form = rules == Rules.VIEW && method.equals("POST");
            put(parameter.name(), form ? "form" : "query", shown(type), required(parameter));
        } else {
            complexInferred(parameter, scope);
        }
    }

    private void complexInferred(Parameter parameter, Scope scope) {
        boolean sends = !method.equals("GET") && !method.equals("HEAD");
        switch (rules) {
            case API -> request = parameter.type();
            case MINIMAL -> {
                if (sends && !method.equals("DELETE")) {
                    request = parameter.type();
                }
            }
            case VIEW -> {
                if (sends) {
                    form(parameter, parameter.name(), scope);
                } else {
                    query(parameter, parameter.name(), scope);
                }
            }
        }
    }

    // ---- types

    private static String bare(String type) {
        return TypeName.of(type).simpleName();
    }

    /** As declared, without the question mark, which {@code required} stands for. */
    private static String shown(String type) {
        return type.endsWith("?") ? type.substring(0, type.length() - 1) : type;
    }

    private boolean required(Parameter parameter) {
        if (rules == Rules.MINIMAL) {
            return !parameter.type().endsWith("?") && parameter.defaultValue() == null;
        }
        return marked(parameter);
    }

    private static boolean marked(Parameter parameter) {
        return parameter.annotations().stream()
                .anyMatch(a -> a.is("Required") || a.is("BindRequired"));
    }

    boolean simple(String written, Scope scope) {
        TypeName type = TypeName.of(written);
        boolean list = LISTS.contains(type.simpleName()) || type.name().equals("Nullable");
        if (type.array() || (list && !type.arguments().isEmpty())) {
            String element = type.array() ? type.name() : type.argument();
            return !element.equals(written) && simple(element, scope);
        }
        if (SIMPLE.contains(type.simpleName()) || type.simpleName().isEmpty()) {
            return true;
        }
        return web.type(type.name(), scope.file())
                .filter(found -> found.kind() == TypeKind.ENUM || parses(found))
                .isPresent();
    }

    private static boolean parses(TypeDeclaration type) {
        return type.members().stream().anyMatch(m -> m.name().equals("TryParse"));
    }

    private Optional<TypeDeclaration> complex(String type, Scope scope) {
        return simple(type, scope) ? Optional.empty() : web.type(bare(type), scope.file());
    }

    /** Whether it is injected: interfaces, and what is named or built like a service. */
    private boolean service(Parameter parameter, Scope scope) {
        String name = bare(parameter.type());
        if (FILES.contains(name) || LISTS.contains(name) || simple(parameter.type(), scope)) {
            return false;
        }
        boolean contract =
                name.length() > 2 && name.charAt(0) == 'I' && Character.isUpperCase(name.charAt(1));
        Optional<TypeDeclaration> type =
                web.type(TypeName.of(parameter.type()).name(), scope.file());
        if (type.isPresent() && type.get().kind() == TypeKind.RECORD) {
            return false;
        }
        if (contract && type.map(t -> t.kind() == TypeKind.INTERFACE).orElse(true)) {
            return true;
        }
        boolean built = type.map(this::built).orElse(rules == Rules.MINIMAL);
        return rules == Rules.MINIMAL && built && SERVICES.stream().anyMatch(name::endsWith);
    }

    /** Whether a type does something, rather than hold something. */
    private boolean built(TypeDeclaration type) {
        return web.types().lineage(type).stream()
                .flatMap(each -> each.members().stream())
                .anyMatch(m -> m.kind() == MemberKind.METHOD || takes(m));
    }

    private static boolean takes(Member member) {
        return member.kind() == MemberKind.CONSTRUCTOR && !member.parameters().isEmpty();
    }

    /** The properties that are set from outside, those of base types too. */
    List<Parameter> properties(TypeDeclaration type) {
        Map<String, Parameter> properties = new LinkedHashMap<>();
        for (TypeDeclaration each : web.types().lineage(type)) {
            for (Member member : each.members()) {
                boolean property =
                        member.kind() == MemberKind.PROPERTY
                                && !member.expressionBody()
                                && !member.has("static")
                                && !member.has("private");
                if (property && properties.size() < MAX_PROPERTIES && settable(member, each)) {
                    properties.putIfAbsent(
                            member.name(),
                            new Parameter(
                                    member.name(), member.type(), member.annotations(), null));
                }
            }
        }
        return List.copyOf(properties.values());
    }

    private boolean settable(Member member, TypeDeclaration type) {
        CodeFile file = web.file(type);
        String text = member.body().isEmpty() ? "" : file.text(member.body());
        boolean computed = text.contains("return") || text.contains("=>");
        boolean set = text.isEmpty() || text.contains("set") || text.contains("init") || computed;
        return set && !(computed && !text.contains("set"));
    }
}
