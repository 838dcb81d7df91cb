package io.digitalworker.facts.code;

import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What files take from one another: imports followed to what the other file exports. */
final class Exports {
    private final Symbols symbols;
    private final Modules modules;
    private final Types types;

    Exports(Symbols symbols, Modules modules, Types types) {
        this.symbols = symbols;
        this.modules = modules;
        this.types = types;
    }

    /** What a file has under a name from elsewhere. */
    @Nullable Symbol imported(String name, CodeFile file, Steps steps) {
        for (Import imported : file.imports()) {
            if (imported.alias().equals(name) && !imported.reexport()) {
                Symbol found = followed(imported, file, steps);
                if (found != null) {
                    return found;
                }
            }
        }
        return opened(name, file, steps);
    }

    private @Nullable Symbol followed(Import imported, CodeFile file, Steps steps) {
        if (steps.ended()) {
            return null;
        }
        if (file.dialect() == Dialect.CSHARP || file.dialect() == Dialect.JAVA) {
            return ofTypeImport(imported, file);
        }
        Optional<CodeFile> home = modules.find(imported.module(), file);
        if (file.dialect() == Dialect.PYTHON) {
            return python(imported, file, home, steps);
        }
        return home.map(
                        h ->
                                imported.name().equals("*") || imported.name().isEmpty()
                                        ? wholeModule(h, steps)
                                        : exported(h, imported.name(), steps.less()))
                .orElse(null);
    }

    /** {@code require('m')} is what {@code module.exports} was set to, if it was. */
    private Symbol wholeModule(CodeFile file, Steps steps) {
        if (file.mayHold("exports")) {
            Scope scope = Scope.of(file);
            for (Statement statement : scope.locals()) {
                if (isModuleExports(statement.target())) {
                    return valueOf(statement.value(), scope, steps.less());
                }
            }
        }
        return new Symbol.Module(file);
    }

    private @Nullable Symbol ofTypeImport(Import imported, CodeFile file) {
        Optional<TypeDeclaration> type = types.find(imported.module(), file);
        return type.flatMap(t -> types.member(t, imported.name())).map(Members::value).orElse(null);
    }

    private @Nullable Symbol python(
            Import imported, CodeFile file, Optional<CodeFile> home, Steps steps) {
        if (imported.name().isEmpty()) {
            return home.map(Symbol.Module::new).orElse(null);
        }
        Symbol member = home.map(h -> exported(h, imported.name(), steps.less())).orElse(null);
        if (member != null) {
            return member;
        }
        String dot = imported.module().endsWith(".") ? "" : ".";
        return modules.find(imported.module() + dot + imported.name(), file)
                .map(Symbol.Module::new)
                .orElse(null);
    }

    /** Star imports, and C#'s and Java's static ones. */
    private @Nullable Symbol opened(String name, CodeFile file, Steps steps) {
        for (Import imported : file.imports()) {
            boolean star = imported.name().equals("*") && imported.alias().isEmpty();
            if (!star || steps.ended()) {
                continue;
            }
            Symbol found =
                    file.dialect() == Dialect.PYTHON || file.dialect() == Dialect.SCRIPT
                            ? modules.find(imported.module(), file)
                                    .map(h -> exported(h, name, steps.less()))
                                    .orElse(null)
                            : types.find(imported.module(), file)
                                    .flatMap(t -> types.member(t, name))
                                    .map(Members::value)
                                    .orElse(null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What a module has under a name; {@code default} is its main export. */
    @Nullable Symbol exported(CodeFile file, String name, Steps steps) {
        return steps.ended() ? null : steps.once(file, name, () -> ofModule(file, name, steps));
    }

    private @Nullable Symbol ofModule(CodeFile file, String name, Steps steps) {
        Symbol own =
                name.equals("default") ? defaultOf(file, steps) : symbols.ofFile(file, name, steps);
        if (own != null) {
            return own;
        }
        for (Import imported : file.imports()) {
            boolean star = imported.reexport() && imported.name().equals("*");
            boolean here = imported.alias().equals(name);
            if (here) {
                return followed(imported, file, steps.less());
            }
            Optional<CodeFile> home =
                    star && imported.alias().isEmpty()
                            ? modules.find(imported.module(), file)
                            : Optional.empty();
            Symbol found = home.map(h -> exported(h, name, steps.less())).orElse(null);
            if (found != null) {
                return found;
            }
        }
        return file.dialect() == Dialect.SCRIPT ? ofExportsObject(file, name, steps) : null;
    }

    private @Nullable Symbol defaultOf(CodeFile file, Steps steps) {
        Scope scope = Scope.of(file);
        for (Statement statement : scope.locals()) {
            boolean exports =
                    statement.kind() == Statement.Kind.EXPORT
                            || isModuleExports(statement.target());
            if (exports) {
                Symbol symbol = symbols.find(statement.value(), scope, steps.less());
                return symbol != null ? symbol : new Symbol.Variable(statement.value(), scope);
            }
        }
        for (TypeDeclaration type : file.types()) {
            if (type.has("default")) {
                return new Symbol.Type(file, type);
            }
            for (Member member : type.members()) {
                if (type.kind() == TypeKind.FILE && member.has("default")) {
                    return Members.value(new Symbol.Function(file, type, member));
                }
            }
        }
        return null;
    }

    private static boolean isModuleExports(@Nullable Expression target) {
        return target instanceof Select select
                && select.name().equals("exports")
                && select.target() instanceof Name name
                && name.name().equals("module");
    }

    /** {@code exports.x = …}, {@code module.exports.x = …}, {@code module.exports = {x: …}}. */
    private @Nullable Symbol ofExportsObject(CodeFile file, String name, Steps steps) {
        if (!file.mayHold("exports")) {
            return null;
        }
        Scope scope = Scope.of(file);
        for (Statement statement : scope.locals()) {
            boolean named =
                    statement.target() instanceof Select select
                            && select.name().equals(name)
                            && (isModuleExports(select.target())
                                    || (select.target() instanceof Name n
                                            && n.name().equals("exports")));
            if (named) {
                return valueOf(statement.value(), scope, steps);
            }
            Expression entry =
                    isModuleExports(statement.target()) && statement.value() instanceof Mapping map
                            ? map.get(name)
                            : null;
            if (entry != null) {
                return valueOf(entry, scope, steps);
            }
        }
        return null;
    }

    /** What an exported or assigned expression stands for: itself at least. */
    Symbol valueOf(Expression value, Scope scope, Steps steps) {
        Symbol symbol = symbols.find(value, scope, steps.less());
        return symbol != null ? symbol : new Symbol.Variable(value, scope);
    }

    /** The module that {@code require('m')} answers. */
    @Nullable Symbol required(Expression value, Scope scope, Steps steps) {
        boolean requires =
                value instanceof Call call
                        && call.function() instanceof Name name
                        && name.name().equals("require")
                        && !call.arguments().isEmpty()
                        && call.arguments().get(0).value() instanceof Text;
        if (!requires || steps.ended()) {
            return null;
        }
        String module = ((Text) ((Call) value).arguments().get(0).value()).value();
        return modules.find(module, scope.file()).map(m -> wholeModule(m, steps)).orElse(null);
    }
}
