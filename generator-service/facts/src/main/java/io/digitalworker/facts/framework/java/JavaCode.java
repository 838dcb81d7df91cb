package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Types;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Java code without its tests: names by import, texts with placeholders filled in. */
final class JavaCode {
    private final CodeBase code;
    private final JavaModules modules;
    private final Settings settings;

    private JavaCode(CodeBase code, JavaModules modules) {
        this.code = code;
        this.modules = modules;
        this.settings = Settings.of(code, modules);
    }

    static JavaCode of(CodeBase code) {
        return new JavaCode(code, JavaModules.of(code));
    }

    /** Whether a file is for tests, by the layouts of Maven and Gradle. */
    static boolean isTest(String path) {
        String slashed = "/" + path;
        return slashed.contains("/src/test/")
                || slashed.contains("/src/it/")
                || slashed.contains("/src/testFixtures/")
                || slashed.contains("/src/integrationTest/")
                || slashed.contains("/src/integration-test/")
                || slashed.contains("/src/functionalTest/");
    }

    /** Whether there is any file with one of these words; cheap. */
    static boolean holds(CodeBase code, String... words) {
        return code.files(Dialect.JAVA).stream()
                .anyMatch(file -> Arrays.stream(words).anyMatch(file::mayHold));
    }

    CodeBase base() {
        return code;
    }

    JavaModules modules() {
        return modules;
    }

    Settings settings() {
        return settings;
    }

    Types types() {
        return code.symbols().types();
    }

    /** The files that may hold any of the words, tests left out, by path. */
    List<CodeFile> files(String... words) {
        return code.filesWith(Dialect.JAVA, words).stream()
                .filter(file -> !isTest(file.path()))
                .toList();
    }

    /** All types but those of tests, by path and line. */
    List<TypeDeclaration> all() {
        return in(code.files(Dialect.JAVA).stream().filter(file -> !isTest(file.path())).toList());
    }

    /** The types of the files that may hold any of the words. */
    List<TypeDeclaration> with(String... words) {
        return in(files(words));
    }

    private static List<TypeDeclaration> in(List<CodeFile> files) {
        return files.stream()
                .flatMap(file -> file.types().stream())
                .filter(type -> type.kind() != TypeKind.FILE)
                .toList();
    }

    CodeFile fileOf(TypeDeclaration type) {
        return code.fileOf(type);
    }

    Scope scope(TypeDeclaration type) {
        return Scope.of(fileOf(type), type);
    }

    /** Whether a name of a file is imported from a package that begins so. */
    static boolean isFrom(CodeFile file, String name, String... packages) {
        int dot = name.indexOf('.');
        if (dot > 0 && Character.isLowerCase(name.charAt(0))) {
            return Arrays.stream(packages).anyMatch(name::startsWith);
        }
        String first = dot < 0 ? name : name.substring(0, dot);
        boolean opened = false;
        for (Import imported : file.imports()) {
            boolean ofPackages = Arrays.stream(packages).anyMatch(full(imported)::startsWith);
            if (imported.alias().equals(first)) {
                return ofPackages;
            }
            opened |= imported.name().equals("*") && ofPackages;
        }
        return opened;
    }

    private static String full(Import imported) {
        return imported.module() + "." + imported.name();
    }

    /** Whether a file imports anything from a package that begins so. */
    static boolean imports(CodeFile file, String... packages) {
        return file.imports().stream()
                .anyMatch(i -> Arrays.stream(packages).anyMatch(full(i)::startsWith));
    }

    /** The annotation of this simple name from one of the packages. */
    static Optional<Annotation> annotation(
            List<Annotation> annotations, CodeFile file, String name, String... packages) {
        return annotations.stream()
                .filter(a -> a.is(name) && isFrom(file, a.name(), packages))
                .findFirst();
    }

    /** What the first of the elements that is given holds; {@code value} may stand without name. */
    List<Value> values(Annotation annotation, Scope scope, String... elements) {
        return element(annotation, elements)
                .map(
                        expression ->
                                code.values().items(expression, scope).stream()
                                        .map(v -> settings.fill(v, scope.file().path()))
                                        .toList())
                .orElse(List.of());
    }

    static Optional<Expression> element(Annotation annotation, String... elements) {
        return Arrays.stream(elements)
                .map(
                        name ->
                                name.equals("value")
                                        ? annotation.argument(name, 0)
                                        : annotation.argument(name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The one text of an element; empty if it is not given. */
    Optional<Value> value(Annotation annotation, Scope scope, String... elements) {
        return values(annotation, scope, elements).stream().findFirst();
    }

    /** The text of an element if it is given and known, else another. */
    String text(Annotation annotation, Scope scope, String otherwise, String... elements) {
        return value(annotation, scope, elements)
                .filter(Value::known)
                .map(Value::text)
                .orElse(otherwise);
    }

    Optional<TypeDeclaration> find(String written, CodeFile file, TypeDeclaration inside) {
        return types().find(written, file, Optional.of(inside));
    }

    /** The nearest of a type and those above it that is so. */
    Optional<TypeDeclaration> nearest(TypeDeclaration type, Predicate<TypeDeclaration> wanted) {
        return types().lineage(type).stream().filter(wanted).findFirst();
    }

    /** The type within {@code wrappers}, over any number of them; {@code ?} and raw ones are empty. */
    static String unwrapped(String written, List<String> wrappers) {
        String type = written.strip();
        for (int i = 0; i < MAX_WRAPPERS; i++) {
            TypeName name = TypeName.of(type);
            if (name.array() || !wrappers.contains(name.simpleName())) {
                break;
            }
            type = name.argument();
        }
        return type.startsWith("?")
                ? type.replaceFirst("^\\?\\s*(extends\\s+|super\\s+)?", "")
                : type;
    }

    private static final int MAX_WRAPPERS = 5;
}
