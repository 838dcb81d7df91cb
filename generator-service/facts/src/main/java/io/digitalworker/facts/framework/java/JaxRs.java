package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.budget.Descent;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.java.Inherited.Declaration;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.syntax.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * JAX-RS resources of Quarkus, Jersey, RESTEasy and others: classes with a path of their own or of an
 * interface, sub-resources behind their locators. Interfaces of REST clients are no endpoints.
 */
public final class JaxRs implements Framework {
    private static final int MAX_LOCATORS = 4;
    private static final int MAX_RESOURCES = 60;

    @Override
    public void extract(CodeBase base, Findings findings) {
        if (!JavaCode.holds(base, "Path")) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        JaxRsApplications applications = JaxRsApplications.of(code);
        for (TypeDeclaration type : code.all()) {
            if (type.kind() == TypeKind.INTERFACE) {
                contract(code, type, findings);
            } else if (type.kind() == TypeKind.CLASS || type.kind() == TypeKind.RECORD) {
                resource(code, type, applications, findings);
            }
        }
    }

    /** The nearest {@code @Path} of a type and those above it. */
    static Optional<Noted> pathOf(JavaCode code, TypeDeclaration type) {
        if (type.annotations().isEmpty() && type.bases().isEmpty()) {
            return Optional.empty();
        }
        return SpringControllers.above(code, type).stream()
                .filter(noted -> noted.annotation().is("Path") && JaxRsMethod.isJaxRs(noted))
                .findFirst();
    }

    static boolean isClient(TypeDeclaration type) {
        return Annotation.find(type.annotations(), "RegisterRestClient").isPresent()
                || Annotation.find(type.annotations(), "FeignClient").isPresent();
    }

    /** An interface with paths that no class of the archive implements. */
    private static void contract(JavaCode code, TypeDeclaration type, Findings findings) {
        boolean own =
                type.annotations().stream()
                        .anyMatch(
                                a ->
                                        a.is("Path")
                                                && JaxRsMethod.isJaxRs(
                                                        new Noted(a, code.scope(type))));
        if (own
                && !isClient(type)
                && code.types().on(type.simpleName()).isEmpty()
                && !HttpClients.isBuilt(code, type)) {
            findings.unresolved(
                    "endpoint",
                    type.name(),
                    "interface without an implementation in the archive",
                    type.evidence());
        }
    }

    private static void resource(
            JavaCode code,
            TypeDeclaration type,
            JaxRsApplications applications,
            Findings findings) {
        Optional<Noted> path = type.has("abstract") ? Optional.empty() : pathOf(code, type);
        if (path.isEmpty() || isClient(type) || isOnlyClient(path.get())) {
            return;
        }
        Value own =
                code.value(path.get().annotation(), path.get().scope(), "value")
                        .orElse(new Value("", true, true));
        for (Value prefix : applications.of(type)) {
            new Resource(
                            code,
                            type,
                            type,
                            own,
                            findings,
                            Descent.of(MAX_LOCATORS - 1, MAX_RESOURCES))
                    .extract(SpringPrefixes.plus(prefix, own));
        }
    }

    /** A path that comes from a client's interface counts for the client alone. */
    private static boolean isOnlyClient(Noted path) {
        TypeDeclaration type = path.scope().type();
        return type != null && isClient(type);
    }

    /**
     * A resource at a path.
     *
     * @param root the class that is found first, whose annotations count for its sub-resources too
     */
    private record Resource(
            JavaCode code,
            TypeDeclaration type,
            TypeDeclaration root,
            Value own,
            Findings findings,
            Descent depth) {

        void extract(Value prefix) {
            for (Inherited method : Inherited.of(code, type)) {
                JaxRsMethod.of(code, method).ifPresent(m -> add(prefix, m));
            }
        }

        private void add(Value prefix, JaxRsMethod method) {
            Value inner = method.path();
            Value path = inner == null ? prefix : SpringPrefixes.plus(prefix, inner);
            Member member = method.method().nearest().member();
            if (!path.known()) {
                findings.unresolved(
                        "endpoint",
                        type.name() + "." + member.name() + ": " + path.text(),
                        "not a constant",
                        member.evidence());
            } else if (method.verbs().isEmpty()) {
                locate(path, method);
            } else {
                method.verbs().forEach(verb -> endpoint(verb, path, method));
            }
        }

        private void locate(Value path, JaxRsMethod locator) {
            Declaration at = locator.method().nearest();
            String written = JavaCode.unwrapped(locator.type(), List.of("Class"));
            Optional<TypeDeclaration> found = code.find(written, at.file(), at.type());
            if (found.isEmpty() || depth.ended()) {
                findings.unresolved(
                        "endpoint",
                        type.name() + "." + at.member().name() + ": " + path.text(),
                        found.isEmpty() ? "defined outside the archive" : "nested too deeply",
                        at.member().evidence());
                return;
            }
            new Resource(code, found.get(), root, path, findings, depth.deeper()).extract(path);
        }

        private void endpoint(String verb, Value value, JaxRsMethod method) {
            String path = UrlPath.of(value.text());
            Declaration at = method.method().nearest();
            findings.add(
                    new Endpoint(
                            verb,
                            path,
                            List.of(),
                            type.name() + "." + at.member().name(),
                            "jaxrs",
                            method.inputs(code, type, path),
                            method.request(code, path),
                            method.responses(),
                            authorization(method),
                            method.consumes(code),
                            confidence(value, method),
                            at.member().evidence()));
        }

        private List<String> authorization(JaxRsMethod method) {
            List<String> ofMethod = Authorizations.of(code, method.method().annotations());
            return ofMethod.isEmpty()
                    ? Authorizations.of(code, SpringControllers.above(code, type))
                    : ofMethod;
        }

        private Confidence confidence(Value value, JaxRsMethod method) {
            CodeFile file = code.fileOf(type);
            boolean here =
                    depth.isFirst()
                            && own.literal()
                            && method.method().declarations().size() == 1
                            && method.method().nearest().file().equals(file)
                            && isHere(value);
            return here ? Confidence.LITERAL : Confidence.RESOLVED;
        }

        /** Whether nothing stands before the path of the class. */
        private boolean isHere(Value value) {
            return UrlPath.of(value.text()).startsWith(UrlPath.of(own.text()))
                    && pathOf(code, type).filter(p -> type.equals(p.scope().type())).isPresent()
                    && value.known();
        }
    }
}
