package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spring Data REST: what repositories that are declared as resources answer at, by its convention. Others,
 * which it would export too, are left alone.
 */
public final class SpringDataRest implements Framework {
    private static final String PACKAGE = "org.springframework.data.rest.core.annotation.";

    @Override
    public void extract(CodeBase base, Findings findings) {
        String[] words = {"RepositoryRestResource", "RestResource"};
        if (!JavaCode.holds(base, words)) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        for (TypeDeclaration type : code.with(words)) {
            CodeFile file = code.fileOf(type);
            Optional<Annotation> resource =
                    JavaCode.annotation(
                            type.annotations(), file, "RepositoryRestResource", PACKAGE);
            if (type.kind() == TypeKind.INTERFACE && resource.isPresent()) {
                boolean exported =
                        resource.get().argument("exported").filter(Stored::isFalse).isEmpty();
                if (exported) {
                    resource(code, type, resource.get(), findings);
                }
            }
        }
    }

    private static void resource(
            JavaCode code, TypeDeclaration type, Annotation resource, Findings findings) {
        String entity = entity(type);
        Scope scope = code.scope(type);
        String path = code.text(resource, scope, plural(entity), "path");
        Value context = SpringPrefixes.ofSettings(code, type.evidence().path(), true);
        Value base = code.settings().filled(type.evidence().path(), "spring.data.rest.base-path");
        Value prefix = SpringPrefixes.plus(context, base);
        if (entity.isEmpty() || !prefix.known()) {
            findings.unresolved(
                    "endpoint", type.name() + ": " + path, "not a constant", type.evidence());
            return;
        }
        Resource of = new Resource(UrlPath.of(prefix.text(), path), entity, type, findings);
        of.add("GET", "", null, 200, "findAll", type.evidence());
        of.add("POST", "", entity, 201, "save", type.evidence());
        of.add("GET", "/{id}", null, 200, "findById", type.evidence());
        of.add("PUT", "/{id}", entity, 200, "save", type.evidence());
        of.add("PATCH", "/{id}", entity, 200, "save", type.evidence());
        of.add("DELETE", "/{id}", null, 204, "deleteById", type.evidence());
        type.members().forEach(member -> search(code, scope, member, of));
    }

    private static void search(JavaCode code, Scope scope, Member member, Resource of) {
        boolean query =
                member.kind() == MemberKind.METHOD
                        && !member.has("static")
                        && !member.has("default")
                        && member.name().matches("(find|read|get|query|search|count|exists).*");
        if (!query) {
            return;
        }
        Optional<Annotation> own = Annotation.find(member.annotations(), "RestResource");
        if (own.flatMap(a -> a.argument("exported")).filter(Stored::isFalse).isEmpty()) {
            String name =
                    own.map(a -> code.text(a, scope, member.name(), "path")).orElse(member.name());
            of.add("GET", "/search/" + name, null, 200, member.name(), member.evidence());
        }
    }

    /** The first type argument of the repository that it extends. */
    private static String entity(TypeDeclaration type) {
        return type.bases().stream()
                .map(TypeName::of)
                .filter(base -> base.arguments().size() == 2)
                .map(base -> TypeName.of(base.argument()).simpleName())
                .findFirst()
                .orElse("");
    }

    /** English plurals, as far as Spring's rules are regular. */
    private static String plural(String entity) {
        if (entity.isEmpty()) {
            return "";
        }
        String name = Character.toLowerCase(entity.charAt(0)) + entity.substring(1);
        if (name.matches(".*[^aeiou]y")) {
            return name.substring(0, name.length() - 1) + "ies";
        }
        return name.matches(".*(s|x|z|ch|sh)") ? name + "es" : name + "s";
    }

    /** What a repository answers at. */
    private record Resource(String path, String entity, TypeDeclaration type, Findings findings) {
        void add(
                String verb,
                String rest,
                @Nullable String request,
                int status,
                String method,
                Evidence evidence) {
            String whole = UrlPath.of(path, rest);
            findings.add(
                    new Endpoint(
                            verb,
                            whole,
                            List.of(),
                            type.name() + "." + method,
                            "spring-data-rest",
                            SpringSignature.ofPath(List.of(), whole),
                            request,
                            List.of(new Response(status, status == 204 ? "" : entity)),
                            List.of(),
                            List.of(),
                            Confidence.CONVENTION,
                            evidence));
        }
    }
}
