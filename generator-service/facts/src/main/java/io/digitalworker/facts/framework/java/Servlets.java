package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.syntax.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servlets of the archive, mapped by {@code @WebServlet} or in {@code web.xml}. */
public final class Servlets implements Framework {
    private static final Map<String, String> VERBS =
            Map.of(
                    "doGet", "GET",
                    "doPost", "POST",
                    "doPut", "PUT",
                    "doDelete", "DELETE",
                    "doPatch", "PATCH",
                    "doHead", "HEAD");

    @Override
    public void extract(CodeBase base, Findings findings) {
        if (!JavaCode.holds(base, "HttpServlet")) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        for (TypeDeclaration type : code.with("WebServlet")) {
            CodeFile file = code.fileOf(type);
            JavaCode.annotation(
                            type.annotations(),
                            file,
                            "WebServlet",
                            "javax.servlet.",
                            "jakarta.servlet.")
                    .ifPresent(a -> annotated(code, type, a, findings));
        }
        for (SourceFile file : base.data().named("web.xml")) {
            DataFile webXml = base.data().read(file);
            for (WebXml.Mapping mapping : WebXml.of(webXml).mappings()) {
                mapped(code, webXml, mapping, findings);
            }
        }
    }

    private static void annotated(
            JavaCode code, TypeDeclaration type, Annotation annotation, Findings findings) {
        List<Value> patterns = code.values(annotation, code.scope(type), "value", "urlPatterns");
        patterns.forEach(pattern -> servlet(code, type, pattern, type.evidence(), findings));
    }

    private static void mapped(
            JavaCode code, DataFile webXml, WebXml.Mapping mapping, Findings findings) {
        String name = mapping.servlet();
        Optional<TypeDeclaration> type =
                code.types().named(name.substring(name.lastIndexOf('.') + 1)).stream()
                        .filter(t -> t.fullName().equals(name))
                        .findFirst();
        Evidence evidence = webXml.evidence(mapping.element().span());
        Value pattern = new Value(mapping.pattern(), true, true);
        type.ifPresent(t -> servlet(code, t, pattern, evidence, findings));
    }

    private static void servlet(
            JavaCode code,
            TypeDeclaration type,
            Value pattern,
            Evidence evidence,
            Findings findings) {
        CodeFile file = code.fileOf(type);
        Value prefix = code.settings().filled(file.path(), "server.servlet.context-path");
        Value whole = SpringPrefixes.plus(prefix, pattern);
        List<String> methods =
                code.types().lineage(type).stream()
                        .flatMap(t -> t.members().stream())
                        .map(Member::name)
                        .filter(VERBS::containsKey)
                        .distinct()
                        .toList();
        for (String method : methods) {
            String verb = VERBS.getOrDefault(method, "ANY");
            String handler = type.name() + "." + method;
            Routes.add(code, findings, "servlet", verb, whole, handler, file, evidence);
        }
        if (methods.isEmpty()) {
            Routes.add(code, findings, "servlet", "ANY", whole, type.name(), file, evidence);
        }
    }
}
