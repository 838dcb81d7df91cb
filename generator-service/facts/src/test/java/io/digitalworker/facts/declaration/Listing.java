package io.digitalworker.facts.declaration;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The declarations of a text as lines; what is empty is left out. */
final class Listing {
    private final CodeFile file;

    private Listing(CodeFile file) {
        this.file = file;
    }

    static List<String> of(String path, String text) {
        CodeFile file = CodeBase.read(Trees.ofText(path, text)).files().get(0);
        List<String> lines = new ArrayList<>();
        for (TypeDeclaration type : file.types()) {
            if (type.kind() != TypeKind.FILE) {
                lines.add(new Listing(file).type(type));
            }
            type.members().forEach(member -> lines.add(new Listing(file).member(member)));
        }
        return lines;
    }

    /** {@code module | name | alias}. */
    static List<String> imports(String path, String text) {
        CodeFile file = CodeBase.read(Trees.ofText(path, text)).files().get(0);
        return file.imports().stream()
                .map(
                        i ->
                                i.module()
                                        + " | "
                                        + i.name()
                                        + " | "
                                        + i.alias()
                                        + (i.reexport() ? " again" : ""))
                .toList();
    }

    private String type(TypeDeclaration type) {
        return annotations(type.annotations())
                + modifiers(type.modifiers())
                + type.kind().key()
                + " "
                + type.fullName()
                + typeParameters(type.typeParameters())
                + (type.bases().isEmpty() ? "" : " : " + String.join(" | ", type.bases()));
    }

    private String member(Member member) {
        boolean callable = !member.body().isEmpty() || !member.parameters().isEmpty();
        return "  "
                + annotations(member.annotations())
                + modifiers(member.modifiers())
                + member.kind().key()
                + " "
                + member.qualifiedName()
                + typeParameters(member.typeParameters())
                + (callable ? parameters(member.parameters()) : "")
                + (member.type().isEmpty() ? "" : ": " + member.type())
                + (member.initializer().isEmpty() ? "" : " = " + line(member.initializer()))
                + (member.body().isEmpty()
                        ? ""
                        : (member.expressionBody() ? " => " : " {") + line(member.body()));
    }

    private String line(Span span) {
        return file.text(span).replaceAll("\\s+", " ").strip();
    }

    private static String annotations(List<Annotation> annotations) {
        return annotations.stream()
                .map(a -> "@" + a.name() + "/" + a.arguments().size() + " ")
                .collect(Collectors.joining());
    }

    private static String modifiers(Set<String> modifiers) {
        return modifiers.isEmpty() ? "" : String.join(" ", new TreeSet<>(modifiers)) + " ";
    }

    private static String typeParameters(List<String> names) {
        return names.isEmpty() ? "" : "<" + String.join(", ", names) + ">";
    }

    private static String parameters(List<Parameter> parameters) {
        return parameters.stream()
                .map(
                        p ->
                                annotations(p.annotations())
                                        + p.name()
                                        + (p.type().isEmpty() ? "" : ":" + p.type())
                                        + (p.defaultValue() == null ? "" : "="))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
