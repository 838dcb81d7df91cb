package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.java.Inherited.Declaration;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.syntax.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Spring MVC's and WebFlux's annotated controllers. Mappings count on a class, its base classes and its
 * interfaces; a class is a controller if it is a component itself and is, or inherits, a controller.
 */
public final class SpringControllers implements Framework {
    static final String SPRING = "org.springframework.";
    private static final List<String> CONTROLLERS = List.of("Controller", "RestController");
    private static final List<String> HANDLERS =
            List.of("Controller", "RestController", "RepositoryRestController");
    private static final List<String> COMPONENTS =
            List.of(
                    "Controller",
                    "RestController",
                    "RepositoryRestController",
                    "BasePathAwareController",
                    "Component",
                    "Service",
                    "Repository",
                    "Configuration");
    private static final List<String> OUTSIDE =
            List.of("FeignClient", "ControllerAdvice", "RestControllerAdvice");

    @Override
    public void extract(CodeBase base, Findings findings) {
        if (!JavaCode.holds(base, "RestController", "Controller", "RequestMapping")) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        SpringPrefixes prefixes = SpringPrefixes.of(code, findings);
        SpringSecurity security = SpringSecurity.of(code);
        Contracts contracts = Contracts.of(base);
        for (TypeDeclaration type : code.all()) {
            if (isController(code, type)) {
                new Controller(code, type, prefixes, security, contracts, findings).extract();
            }
        }
    }

    private static boolean isController(JavaCode code, TypeDeclaration type) {
        boolean plain = type.kind() == TypeKind.CLASS || type.kind() == TypeKind.RECORD;
        if (!plain || type.has("abstract") || type.annotations().isEmpty()) {
            return false;
        }
        List<Noted> own = noted(code, type);
        if (own.stream().anyMatch(a -> OUTSIDE.contains(a.annotation().simpleName()))) {
            return false;
        }
        return own.stream().anyMatch(a -> SpringMapping.means(code, a, COMPONENTS, SPRING))
                && isHandler(code, type, own);
    }

    private static boolean isHandler(JavaCode code, TypeDeclaration type, List<Noted> own) {
        if (own.stream().anyMatch(a -> SpringMapping.means(code, a, HANDLERS, SPRING))) {
            return true;
        }
        return !type.bases().isEmpty()
                && above(code, type).stream()
                        .anyMatch(
                                a ->
                                        SpringMapping.means(code, a, CONTROLLERS, SPRING)
                                                || a.annotation().is("RequestMapping"));
    }

    /** The annotations of a type itself. */
    static List<Noted> noted(JavaCode code, TypeDeclaration type) {
        return type.annotations().stream().map(a -> new Noted(a, code.scope(type))).toList();
    }

    /** The annotations of a type and all above it, the nearest first. */
    static List<Noted> above(JavaCode code, TypeDeclaration type) {
        return code.types().lineage(type).stream().flatMap(t -> noted(code, t).stream()).toList();
    }

    /** Whether a base is of the application, but not of the archive. */
    static boolean isContract(JavaCode code, TypeDeclaration type, String base) {
        CodeFile file = code.fileOf(type);
        String name = TypeName.of(base).name();
        boolean library = JavaCode.isFrom(file, name, "java", "jakarta.", SPRING);
        return code.find(base, file, type).isEmpty()
                && (!library || JavaCode.isFrom(file, name, packageRoot(type.namespace())));
    }

    /** The first three parts of a package. */
    private static String packageRoot(String namespace) {
        String[] parts = namespace.split("\\.", -1);
        return String.join(".", List.of(parts).subList(0, Math.min(3, parts.length))) + ".";
    }

    /** One controller with its methods. */
    private record Controller(
            JavaCode code,
            TypeDeclaration type,
            SpringPrefixes prefixes,
            SpringSecurity security,
            Contracts contracts,
            Findings findings) {

        void extract() {
            List<Noted> annotations = above(code, type);
            Optional<SpringMapping> ofClass = SpringMapping.among(code, annotations);
            boolean any = false;
            for (Inherited method : Inherited.of(code, type)) {
                Optional<SpringMapping> mapping = SpringMapping.among(code, method.annotations());
                if (mapping.isPresent()) {
                    any = true;
                    map(ofClass, mapping.get(), method, annotations);
                    SpringViews.of(code, type, method, annotations, path(ofClass, mapping.get()))
                            .forEach(findings::add);
                }
            }
            if (!any) {
                contractFirst(ofClass, annotations);
            }
        }

        private String path(Optional<SpringMapping> ofClass, SpringMapping mapping) {
            Value outer = paths(ofClass).get(0);
            Value inner = paths(Optional.of(mapping)).get(0);
            boolean known = outer.known() && inner.known();
            return known ? UrlPath.of(outer.text(), inner.text()) : "";
        }

        /** An interface that is generated outside the archive declares the mappings. */
        private void contractFirst(Optional<SpringMapping> ofClass, List<Noted> annotations) {
            for (String base : type.bases()) {
                if (isContract(code, type, base)) {
                    boolean any = false;
                    for (Inherited method : Inherited.of(code, type)) {
                        any |= operation(ofClass, annotations, method, base);
                    }
                    if (!any) {
                        findings.unresolved(
                                "endpoint",
                                type.name() + " of " + base,
                                "defined outside the archive",
                                type.evidence());
                    }
                }
            }
        }

        private boolean operation(
                Optional<SpringMapping> ofClass,
                List<Noted> annotations,
                Inherited method,
                String contract) {
            String interfaceName = TypeName.of(contract).simpleName();
            Optional<Contracts.Operation> operation =
                    contracts.operation(method.name(), interfaceName);
            operation.ifPresent(
                    of -> {
                        Noted first = annotations.get(0);
                        List<Value> path = List.of(new Value(of.path(), true, false));
                        map(
                                ofClass,
                                new SpringMapping(List.of(of.verb()), path, List.of(), first),
                                method,
                                annotations);
                    });
            return operation.isPresent();
        }

        private static List<Value> paths(Optional<SpringMapping> mapping) {
            List<Value> paths = mapping.map(SpringMapping::paths).orElse(List.of());
            return paths.isEmpty() ? List.of(new Value("", true, true)) : paths;
        }

        private void map(
                Optional<SpringMapping> ofClass,
                SpringMapping mapping,
                Inherited method,
                List<Noted> annotations) {
            Set<String> methods = new LinkedHashSet<>(mapping.methods());
            ofClass.ifPresent(outer -> methods.addAll(outer.methods()));
            List<String> all = methods.isEmpty() ? List.of("ANY") : List.copyOf(methods);
            Value prefix = prefixes.of(code, type, annotations);
            for (Value outer : paths(ofClass)) {
                for (Value inner : paths(Optional.of(mapping))) {
                    add(List.of(prefix, outer, inner), all, ofClass, mapping, method, annotations);
                }
            }
        }

        private void add(
                List<Value> parts,
                List<String> methods,
                Optional<SpringMapping> ofClass,
                SpringMapping mapping,
                Inherited method,
                List<Noted> annotations) {
            Declaration declared = place(method);
            for (Value part : parts) {
                if (!part.known()) {
                    findings.unresolved(
                            "endpoint",
                            type.name() + "." + method.name() + ": " + part.text(),
                            "not a constant",
                            declared.member().evidence());
                    return;
                }
            }
            String path = UrlPath.of(parts.get(0).text(), parts.get(1).text(), parts.get(2).text());
            String inner = UrlPath.of(parts.get(1).text(), parts.get(2).text());
            SpringSignature signature = SpringSignature.of(code, method, path);
            List<String> conditions = new ArrayList<>();
            ofClass.ifPresent(outer -> conditions.addAll(outer.conditions()));
            conditions.addAll(mapping.conditions());
            conditions.addAll(registration(annotations));
            for (String verb : methods) {
                findings.add(
                        new Endpoint(
                                verb,
                                path,
                                List.of(),
                                type.name() + "." + method.name(),
                                "spring",
                                inputs(verb, signature),
                                signature.request(),
                                signature.responses(),
                                security.of(code, type, method, annotations, verb, inner),
                                conditions.stream().distinct().toList(),
                                confidence(parts, declared, mapping),
                                declared.member().evidence()));
            }
        }

        private static List<Input> inputs(String verb, SpringSignature signature) {
            boolean query = verb.equals("GET") || verb.equals("DELETE") || verb.equals("HEAD");
            return signature.inputs().stream()
                    .map(
                            input ->
                                    query && input.in().equals("form")
                                            ? new Input(
                                                    input.name(),
                                                    "query",
                                                    input.type(),
                                                    input.required())
                                            : input)
                    .toList();
        }

        /** Where the method has a body, if that is known. */
        private static Declaration place(Inherited method) {
            return method.nearest();
        }

        private Confidence confidence(
                List<Value> parts, Declaration declared, SpringMapping mapping) {
            boolean here =
                    declared.type().equals(type)
                            && mapping.annotation().scope().file().equals(code.fileOf(type));
            boolean literal =
                    here
                            && parts.get(0).text().isEmpty()
                            && parts.stream().allMatch(Value::literal)
                            && SpringMapping.declared(code, mapping.annotation()).isEmpty();
            return literal ? Confidence.LITERAL : Confidence.RESOLVED;
        }

        private List<String> registration(List<Noted> annotations) {
            List<String> conditions = new ArrayList<>();
            for (Noted noted : annotations) {
                Annotation annotation = noted.annotation();
                String name = annotation.simpleName();
                boolean of = noted.scope().type() != null && noted.scope().type().equals(type);
                if (of && (name.equals("Profile") || name.startsWith("ConditionalOn"))) {
                    String written = noted.scope().file().text(annotation.span());
                    conditions.add(written.replaceAll("\\s+", " "));
                }
            }
            return conditions;
        }
    }
}
