package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A method that a class has, with those of its base classes and interfaces that it overrides, whose
 * annotations count too.
 *
 * @param declarations the nearest first
 * @param variables what the type variables of generic bases stand for
 */
record Inherited(List<Declaration> declarations, Map<String, String> variables) {
    Inherited {
        declarations = List.copyOf(declarations);
        variables = Map.copyOf(variables);
    }

    /** A method where it is declared. */
    record Declaration(CodeFile file, TypeDeclaration type, Member member) {
        Scope scope() {
            return Scope.of(file, type);
        }
    }

    /** An annotation with the place that its expressions are to be read at. */
    record Noted(Annotation annotation, Scope scope) {}

    /** All methods of a type, its own and those above it, each once. */
    static List<Inherited> of(JavaCode code, TypeDeclaration type) {
        Map<String, List<Declaration>> methods = new LinkedHashMap<>();
        for (TypeDeclaration each : code.types().lineage(type)) {
            CodeFile file = code.fileOf(each);
            for (Member member : each.members()) {
                if (member.kind() == MemberKind.METHOD && !member.has("static")) {
                    enter(new Declaration(file, each, member), methods);
                }
            }
        }
        Map<String, String> variables = variables(code, type);
        return methods.values().stream().map(m -> new Inherited(m, variables)).toList();
    }

    private static void enter(Declaration method, Map<String, List<Declaration>> methods) {
        String exact = method.member().name() + "(" + types(method.member()) + ")";
        String loose = method.member().name() + "/" + method.member().parameters().size();
        List<Declaration> same = methods.get(exact);
        if (same == null) {
            same =
                    methods.values().stream()
                            .filter(m -> overrides(m.get(0), method, loose))
                            .findFirst()
                            .orElse(null);
        }
        if (same == null) {
            same = new ArrayList<>();
            methods.put(exact, same);
        }
        same.add(method);
    }

    private static String types(Member member) {
        return String.join(
                ",",
                member.parameters().stream().map(p -> TypeName.of(p.type()).simpleName()).toList());
    }

    /** Of another type, by name and number; type variables make the types differ. */
    private static boolean overrides(Declaration nearer, Declaration farther, String loose) {
        Member member = nearer.member();
        boolean generic =
                !farther.type().typeParameters().isEmpty()
                        && farther.member().parameters().stream()
                                .anyMatch(p -> mentions(p.type(), farther.type()));
        return generic
                && !nearer.type().equals(farther.type())
                && (member.name() + "/" + member.parameters().size()).equals(loose);
    }

    private static boolean mentions(String written, TypeDeclaration type) {
        return type.typeParameters().stream()
                .anyMatch(variable -> written.matches(".*\\b" + variable + "\\b.*"));
    }

    /** What the type variables of all bases of a type stand for. */
    static Map<String, String> variables(JavaCode code, TypeDeclaration type) {
        Map<String, String> variables = new HashMap<>();
        for (TypeDeclaration each : code.types().lineage(type)) {
            for (String base : each.bases()) {
                TypeName name = TypeName.of(base);
                Optional<TypeDeclaration> found =
                        name.arguments().isEmpty()
                                ? Optional.empty()
                                : code.find(base, code.fileOf(each), each);
                found.ifPresent(of -> bind(of, name, variables));
            }
        }
        return variables;
    }

    private static void bind(
            TypeDeclaration generic, TypeName given, Map<String, String> variables) {
        List<String> names = generic.typeParameters();
        for (int i = 0; i < Math.min(names.size(), given.arguments().size()); i++) {
            String argument = given.arguments().get(i);
            variables.putIfAbsent(names.get(i), variables.getOrDefault(argument, argument));
        }
    }

    /** The one that the class itself has or is nearest to it. */
    Declaration nearest() {
        return declarations.get(0);
    }

    String name() {
        return nearest().member().name();
    }

    List<Parameter> parameters() {
        return nearest().member().parameters();
    }

    /** The annotations of the nearest declaration, then those of the ones it overrides. */
    List<Noted> annotations() {
        List<Noted> all = new ArrayList<>();
        for (Declaration each : declarations) {
            each.member().annotations().forEach(a -> all.add(new Noted(a, each.scope())));
        }
        return all;
    }

    /** The annotations of a parameter here and in what is overridden. */
    List<Noted> annotations(int parameter) {
        List<Noted> all = new ArrayList<>();
        for (Declaration each : declarations) {
            List<Parameter> parameters = each.member().parameters();
            if (parameter < parameters.size()) {
                parameters
                        .get(parameter)
                        .annotations()
                        .forEach(a -> all.add(new Noted(a, each.scope())));
            }
        }
        return all;
    }

    /** The method's type with the type variables of generic bases filled in. */
    String type() {
        return filled(nearest().member().type());
    }

    /** A type with the type variables of generic bases filled in. */
    String filled(String written) {
        if (variables.isEmpty() || nearest().type().typeParameters().isEmpty()) {
            return written;
        }
        String type = written;
        for (String variable : nearest().type().typeParameters()) {
            String given = variables.get(variable);
            if (given != null) {
                type = type.replaceAll("\\b" + Pattern.quote(variable) + "\\b", quoted(given));
            }
        }
        return type;
    }

    private static String quoted(String given) {
        return given.replace("\\", "\\\\").replace("$", "\\$");
    }
}
