package io.digitalworker.facts.framework.nopcommerce;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.dotnet.ClrTypes;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the frameworks of this family ask of code. */
final class Nop {
    static final String FRAMEWORK = "nopcommerce";

    private Nop() {}

    /** Whether a file is of nopCommerce or of something built on it. */
    static boolean uses(CodeFile file) {
        return file.types().stream().anyMatch(type -> type.namespace().startsWith("Nop."))
                || file.imports().stream().anyMatch(i -> i.module().startsWith("Nop."));
    }

    /** The C# files that are, by path. */
    static List<CodeFile> files(CodeBase code) {
        return code.files(Dialect.CSHARP).stream().filter(Nop::uses).toList();
    }

    /** Tests make up entities and tasks that nobody has. */
    static boolean test(Evidence evidence) {
        String path = "/" + evidence.path().toLowerCase(Locale.ROOT);
        return path.contains(".tests/") || path.contains("/tests/");
    }

    /** The classes that inherit from a type of this name, without abstract and generic ones. */
    static List<TypeDeclaration> classesOn(CodeBase code, String base) {
        List<TypeDeclaration> found = new ArrayList<>();
        for (TypeDeclaration type : code.symbols().types().on(base)) {
            boolean plain =
                    ClrTypes.isClass(type)
                            && !type.has("abstract")
                            && type.typeParameters().isEmpty()
                            && code.symbols().types().parts(type).get(0).equals(type);
            if (plain && code.symbols().types().inherits(type, base)) {
                found.add(type);
            }
        }
        return found;
    }

    /** The name that {@code typeof(T)} is about; empty for anything else. */
    static String typeOf(Expression expression) {
        boolean is =
                expression instanceof Call call
                        && call.name().equals("typeof")
                        && call.arguments().size() == 1;
        return is ? nameOf(((Call) expression).arguments().get(0).value()) : "";
    }

    private static String nameOf(Expression expression) {
        if (expression instanceof Select select) {
            return select.name();
        }
        return expression instanceof Name name ? TypeName.of(name.name()).simpleName() : "";
    }
}
