package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.framework.java.JavaBodies.Site;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Classes that Spring, CDI or Guice make and hand to others, with what they are given themselves. */
public final class JavaServices implements Framework {
    private static final String SPRING = "org.springframework.";
    private static final List<String> STEREOTYPES =
            List.of(
                    "Component",
                    "Service",
                    "Repository",
                    "Controller",
                    "RestController",
                    "Configuration",
                    "ControllerAdvice",
                    "RestControllerAdvice");
    private static final Map<String, String> SCOPES =
            Map.of(
                    "ApplicationScoped", "application",
                    "Singleton", "singleton",
                    "RequestScoped", "request",
                    "SessionScoped", "session",
                    "Dependent", "dependent",
                    "Stateless", "stateless");
    private static final String[] CDI = {
        "jakarta.enterprise.", "javax.enterprise.", "jakarta.inject.", "javax.inject.",
        "jakarta.ejb.", "javax.ejb.", "com.google.inject.", "io.micronaut."
    };
    private static final Set<String> INJECTS =
            Set.of("Autowired", "Inject", "Resource", "EJB", "RestClient", "PersistenceContext");
    private static final Set<String> GENERATED =
            Set.of("RequiredArgsConstructor", "AllArgsConstructor");

    @Override
    public void extract(CodeBase base, Findings findings) {
        if (!JavaCode.holds(base, "springframework", "inject", "enterprise", "ejb", "micronaut")) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        for (TypeDeclaration type : code.all()) {
            boolean plain = type.kind() == TypeKind.CLASS || type.kind() == TypeKind.RECORD;
            if (plain && !type.annotations().isEmpty() && !type.has("abstract")) {
                component(code, type, findings);
            }
        }
        for (TypeDeclaration type : code.with("Bean", "Produces")) {
            type.members().forEach(member -> factory(code, type, member, findings));
        }
        JavaBodies.calls(code.files("bind"), call -> call.name().equals("to"))
                .forEach(site -> bound(site, findings));
    }

    private static void component(JavaCode code, TypeDeclaration type, Findings findings) {
        CodeFile file = code.fileOf(type);
        List<Noted> own = SpringControllers.noted(code, type);
        if (own.stream().anyMatch(a -> SpringMapping.means(code, a, STEREOTYPES, SPRING))) {
            service(code, type, springScope(code, type), "spring", findings);
            return;
        }
        for (Annotation annotation : type.annotations()) {
            String scope = SCOPES.get(annotation.simpleName());
            if (scope != null && JavaCode.isFrom(file, annotation.name(), CDI)) {
                boolean guice = JavaCode.isFrom(file, annotation.name(), "com.google.inject.");
                service(code, type, scope, guice ? "guice" : "cdi", findings);
                return;
            }
        }
    }

    private static String springScope(JavaCode code, TypeDeclaration type) {
        for (Annotation annotation : type.annotations()) {
            switch (annotation.simpleName()) {
                case "RequestScope" -> {
                    return "request";
                }
                case "SessionScope" -> {
                    return "session";
                }
                case "Scope" -> {
                    return code.text(
                            annotation, code.scope(type), "singleton", "value", "scopeName");
                }
                default -> {}
            }
        }
        return "singleton";
    }

    private static void service(
            JavaCode code,
            TypeDeclaration type,
            String lifetime,
            String framework,
            Findings findings) {
        findings.add(
                new Service(
                        type.name(),
                        contract(code, type),
                        lifetime,
                        framework,
                        uses(code, type),
                        Confidence.LITERAL,
                        type.evidence()));
    }

    /** The one interface of the archive that a class implements; the class itself else. */
    private static String contract(JavaCode code, TypeDeclaration type) {
        List<TypeDeclaration> contracts =
                type.bases().stream()
                        .flatMap(base -> code.find(base, code.fileOf(type), type).stream())
                        .filter(base -> base.kind() == TypeKind.INTERFACE)
                        .toList();
        return contracts.size() == 1 ? contracts.get(0).name() : type.name();
    }

    private static List<String> uses(JavaCode code, TypeDeclaration type) {
        Set<String> uses = new LinkedHashSet<>();
        for (TypeDeclaration each : code.types().lineage(type)) {
            each.members().forEach(member -> injected(member, uses));
        }
        constructor(type).ifPresent(c -> parameters(c, uses));
        boolean generated =
                type.annotations().stream().anyMatch(a -> GENERATED.contains(a.simpleName()));
        if (generated) {
            boolean all = Annotation.find(type.annotations(), "AllArgsConstructor").isPresent();
            type.members().stream()
                    .filter(m -> m.kind() == MemberKind.FIELD && !m.has("static"))
                    .filter(m -> m.initializer().isEmpty() && (all || m.has("final")))
                    .forEach(m -> uses.add(m.type()));
        }
        uses.removeIf(use -> !isService(use));
        return List.copyOf(uses);
    }

    private static boolean isService(String type) {
        String name = TypeName.of(type).simpleName();
        return !name.isEmpty()
                && Character.isUpperCase(name.charAt(0))
                && !Set.of("String", "Integer", "Long", "Boolean", "Duration", "Double")
                        .contains(name);
    }

    private static void injected(Member member, Set<String> uses) {
        boolean injects =
                member.annotations().stream().anyMatch(a -> INJECTS.contains(a.simpleName()));
        if (injects && member.kind() == MemberKind.FIELD) {
            uses.add(member.type());
        } else if (injects) {
            parameters(member, uses);
        }
    }

    private static void parameters(Member member, Set<String> uses) {
        for (Parameter parameter : member.parameters()) {
            if (Annotation.find(parameter.annotations(), "Value").isEmpty()) {
                uses.add(parameter.type());
            }
        }
    }

    /** The only constructor is used for injection, annotated or not. */
    private static Optional<Member> constructor(TypeDeclaration type) {
        List<Member> constructors =
                type.members().stream().filter(m -> m.kind() == MemberKind.CONSTRUCTOR).toList();
        return constructors.size() == 1 ? Optional.of(constructors.get(0)) : Optional.empty();
    }

    private static void factory(
            JavaCode code, TypeDeclaration type, Member member, Findings findings) {
        CodeFile file = code.fileOf(type);
        boolean bean = JavaCode.annotation(member.annotations(), file, "Bean", SPRING).isPresent();
        boolean produces =
                JavaCode.annotation(
                                member.annotations(),
                                file,
                                "Produces",
                                "jakarta.enterprise.",
                                "javax.enterprise.")
                        .isPresent();
        if ((!bean && !produces) || member.type().isEmpty()) {
            return;
        }
        Set<String> uses = new LinkedHashSet<>();
        parameters(member, uses);
        uses.removeIf(use -> !isService(use));
        findings.add(
                new Service(
                        "",
                        member.type(),
                        bean ? "singleton" : "dependent",
                        bean ? "spring" : "cdi",
                        List.copyOf(uses),
                        Confidence.LITERAL,
                        member.evidence()));
    }

    /** Guice's {@code bind(X.class).to(Y.class)}. */
    private static void bound(Site site, Findings findings) {
        if (!JavaCode.imports(site.file(), "com.google.inject.")) {
            return;
        }
        Expression receiver = site.call().receiver();
        List<String> names = new ArrayList<>();
        List<Call> chain = receiver == null ? List.of() : JavaBodies.chain(receiver);
        chain.stream()
                .filter(call -> call.name().equals("bind"))
                .flatMap(call -> call.arguments().stream())
                .map(Argument::value)
                .map(SpringPrefixes::typeOf)
                .forEach(name -> names.add(name == null ? "" : name));
        Argument.at(site.call().arguments(), 0).map(SpringPrefixes::typeOf).ifPresent(names::add);
        if (names.size() == 2 && !names.contains("")) {
            findings.add(
                    new Service(
                            names.get(1),
                            names.get(0),
                            "transient",
                            "guice",
                            List.of(),
                            Confidence.LITERAL,
                            site.file().evidence(site.call().span())));
        }
    }
}
