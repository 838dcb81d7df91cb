package io.digitalworker.facts.code;

import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Opaque;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What names mean across the files of a code base: variables, members, types, functions, modules.
 * Answers nothing rather than guess; following is bounded, so that cycles do no harm.
 */
public final class Symbols {
    static final int MAX_STEPS = 24;
    private static final Set<String> OWN = Set.of("this", "self", "cls", "base", "super");

    private final Map<String, CodeFile> files;
    private final Modules modules;
    private final Types types;
    private final Exports exports;

    Symbols(Map<String, CodeFile> files) {
        this.files = files;
        this.modules = new Modules(files);
        this.types = new Types(files, modules);
        this.exports = new Exports(this, modules, types);
    }

    public Types types() {
        return types;
    }

    /** The file that a module means when imported from another. */
    public Optional<CodeFile> module(String module, CodeFile from) {
        return modules.find(module, from);
    }

    /** What a module of a script or of Python has under a name; {@code default} is its main export. */
    public Optional<Symbol> exported(CodeFile file, String name) {
        return Optional.ofNullable(exports.exported(file, name, Steps.of(MAX_STEPS)));
    }

    /** What a name or a member access stands for. */
    public Optional<Symbol> find(Expression expression, Scope scope) {
        return Optional.ofNullable(find(expression, scope, Steps.of(MAX_STEPS)));
    }

    @Nullable Symbol find(Expression expression, Scope scope, Steps steps) {
        if (steps.ended()) {
            return null;
        }
        if (expression instanceof Name name) {
            return named(name, scope, steps.less());
        }
        if (expression instanceof Select select) {
            return selected(select, scope, steps.less());
        }
        return exports.required(expression, scope, steps.less());
    }

    // ---- names

    private @Nullable Symbol named(Name name, Scope scope, Steps steps) {
        Located bound = scope.bound().get(name.name());
        if (bound != null) {
            return new Symbol.Variable(bound.expression(), bound.scope());
        }
        Symbol local = local(name, scope);
        Symbol required =
                local instanceof Symbol.Variable set
                        ? exports.required(set.value(), scope, steps)
                        : null;
        if (required != null) {
            return required;
        }
        Symbol found = local != null ? local : ofType(name.name(), scope);
        found = found != null ? found : ofFile(scope.file(), name.name(), steps);
        found = found != null ? found : exports.imported(name.name(), scope.file(), steps);
        return found != null ? found : typeNamed(name.name(), scope);
    }

    /** The variable as it was last set before its use; the first setting if there is none before. */
    private static @Nullable Symbol local(Name name, Scope scope) {
        Statement found = null;
        for (Statement statement : scope.locals()) {
            boolean sets =
                    statement.target() == null
                            && statement.name().equals(name.name())
                            && statement.kind() == Statement.Kind.ASSIGN;
            boolean before = statement.span().end() <= name.span().start();
            if (sets && (found == null || before)) {
                found = statement;
            }
        }
        if (found != null && found.value() instanceof Opaque && !found.type().isEmpty()) {
            return new Symbol.Typed(found.type(), scope);
        }
        return found != null ? new Symbol.Variable(found.value(), scope) : parameter(name, scope);
    }

    private static @Nullable Symbol parameter(Name name, Scope scope) {
        Member member = scope.member();
        if (member != null) {
            for (Parameter parameter : member.parameters()) {
                if (parameter.name().equals(name.name()) && !parameter.type().isEmpty()) {
                    return new Symbol.Typed(parameter.type(), scope);
                }
            }
        }
        return null;
    }

    private @Nullable Symbol ofType(String name, Scope scope) {
        TypeDeclaration type = scope.type();
        while (type != null && type.kind() != TypeKind.FILE) {
            Optional<Symbol.Function> member = types.member(type, name);
            if (member.isPresent()) {
                return Members.value(member.get());
            }
            type = outer(type);
        }
        return null;
    }

    private @Nullable TypeDeclaration outer(TypeDeclaration type) {
        int dot = type.name().lastIndexOf('.');
        CodeFile file = files.get(type.evidence().path());
        if (dot < 0 || file == null) {
            return null;
        }
        String name = type.name().substring(0, dot);
        return file.types().stream().filter(t -> t.name().equals(name)).findFirst().orElse(null);
    }

    /** What a file itself declares under a name. */
    @Nullable Symbol ofFile(CodeFile file, String name, Steps steps) {
        for (TypeDeclaration type : file.types()) {
            if (type.kind() == TypeKind.FILE) {
                for (Member member : type.members()) {
                    if (member.name().equals(name) && Members.says(member)) {
                        return Members.value(new Symbol.Function(file, type, member));
                    }
                }
            }
        }
        for (TypeDeclaration type : file.types()) {
            if (type.name().equals(name)) {
                return new Symbol.Type(file, type);
            }
        }
        return !steps.ended() ? assigned(file, name) : null;
    }

    private static @Nullable Symbol assigned(CodeFile file, String name) {
        if (file.dialect() == Dialect.JAVA || !file.mayHold(name)) {
            return null;
        }
        Scope scope = Scope.of(file);
        return scope.locals().stream()
                .filter(s -> s.kind() == Statement.Kind.ASSIGN && s.target() == null)
                .filter(s -> s.name().equals(name))
                .findFirst()
                .map(s -> (Symbol) new Symbol.Variable(s.value(), scope))
                .orElse(null);
    }

    private @Nullable Symbol typeNamed(String name, Scope scope) {
        return types.find(name, scope.file(), Optional.ofNullable(scope.type()))
                .map(this::type)
                .orElse(null);
    }

    private @Nullable Symbol type(TypeDeclaration type) {
        CodeFile file = files.get(type.evidence().path());
        return file == null ? null : new Symbol.Type(file, type);
    }

    // ---- members

    private @Nullable Symbol selected(Select select, Scope scope, Steps steps) {
        TypeDeclaration around = scope.type();
        if (select.target() instanceof Name own && OWN.contains(own.name()) && around != null) {
            Symbol mine = types.member(around, select.name()).map(Members::value).orElse(null);
            if (mine != null) {
                return mine;
            }
        }
        String dotted = dotted(select);
        Symbol written =
                dotted.isEmpty()
                                || dotted.endsWith(".")
                                || Character.isLowerCase(select.name().charAt(0))
                        ? null
                        : typeNamed(dotted, scope);
        Symbol target = written != null ? null : find(select.target(), scope, steps);
        if (target == null) {
            boolean followed = written != null || select.target() instanceof Select;
            Optional<TypeDeclaration> type =
                    followed ? Optional.empty() : typeOf(select.target(), scope, steps);
            return written != null
                    ? written
                    : type.flatMap(t -> types.member(t, select.name()))
                            .map(Members::value)
                            .orElse(null);
        }
        return memberOf(target, select.name(), steps);
    }

    private static String dotted(Expression expression) {
        if (expression instanceof Name name) {
            return name.name();
        }
        if (expression instanceof Select select) {
            String target = dotted(select.target());
            return target.isEmpty() ? "" : target + "." + select.name();
        }
        return "";
    }

    /** What something has under a name. */
    private @Nullable Symbol memberOf(Symbol target, String name, Steps steps) {
        if (steps.ended()) {
            return null;
        }
        if (target instanceof Symbol.Type type) {
            Symbol member = types.member(type.declaration(), name).map(Members::value).orElse(null);
            return member != null ? member : nested(type.declaration(), name);
        }
        if (target instanceof Symbol.Module module) {
            return exports.exported(module.file(), name, steps.less());
        }
        if (target instanceof Symbol.Variable variable) {
            return ofVariable(variable, name, steps);
        }
        if (target instanceof Symbol.Typed typed) {
            return types.find(typed.type(), typed.scope().file(), inside(typed.scope()))
                    .flatMap(t -> types.member(t, name))
                    .map(Members::value)
                    .orElse(null);
        }
        return null;
    }

    private static Optional<TypeDeclaration> inside(Scope scope) {
        return Optional.ofNullable(scope.type());
    }

    private @Nullable Symbol nested(TypeDeclaration type, String name) {
        String full = type.name() + "." + name;
        return types.named(name).stream()
                .filter(t -> t.name().equals(full) && t.namespace().equals(type.namespace()))
                .findFirst()
                .map(this::type)
                .orElse(null);
    }

    private @Nullable Symbol ofVariable(Symbol.Variable variable, String name, Steps steps) {
        Located value = definition(variable.located(), steps.less());
        if (value.expression() instanceof Mapping mapping) {
            Expression entry = mapping.get(name);
            return entry == null ? null : exports.valueOf(entry, value.scope(), steps);
        }
        return typeOf(value.expression(), value.scope(), steps.less())
                .flatMap(t -> types.member(t, name))
                .map(Members::value)
                .orElse(null);
    }

    // ---- definitions and types

    /** Follows names until something else than a name is found; the expression itself at least. */
    public Located definition(Expression expression, Scope scope) {
        return definition(new Located(expression, scope), Steps.of(MAX_STEPS));
    }

    Located definition(Expression expression, Scope scope, Steps within) {
        return definition(new Located(expression, scope), within.within(MAX_STEPS));
    }

    private Located definition(Located from, Steps steps) {
        Located at = from;
        for (Steps left = steps; !left.ended(); left = left.less()) {
            Symbol symbol = find(at.expression(), at.scope(), left.less());
            if (!(symbol instanceof Symbol.Variable variable)) {
                return at;
            }
            at = variable.located();
        }
        return at;
    }

    /** The type of an expression's value, where the archive declares it and it can be told. */
    public Optional<TypeDeclaration> typeOf(Expression expression, Scope scope) {
        return typeOf(expression, scope, Steps.of(MAX_STEPS));
    }

    Optional<TypeDeclaration> typeOf(Expression expression, Scope scope, Steps steps) {
        if (steps.ended()) {
            return Optional.empty();
        }
        if (expression instanceof Create create) {
            return types.find(create.type(), scope.file(), inside(scope));
        }
        if (expression instanceof Call call) {
            return returned(call, scope, steps.less());
        }
        if (expression instanceof Name own && OWN.contains(own.name())) {
            return inside(scope);
        }
        Symbol symbol = find(expression, scope, steps.less());
        if (symbol instanceof Symbol.Typed typed) {
            return types.find(typed.type(), typed.scope().file(), inside(typed.scope()));
        }
        if (symbol instanceof Symbol.Variable variable && variable.value() != expression) {
            return typeOf(variable.value(), variable.scope(), steps.less());
        }
        return Optional.empty();
    }

    /** What a call answers: an object of the class that it names, or what the function declares. */
    private Optional<TypeDeclaration> returned(Call call, Scope scope, Steps steps) {
        Symbol function = find(call.function(), scope, steps);
        if (function instanceof Symbol.Type type) {
            return Optional.of(type.declaration());
        }
        if (!(function instanceof Symbol.Function found)) {
            return Optional.empty();
        }
        Scope inner = found.scope();
        Optional<TypeDeclaration> declared =
                types.find(unwrapped(found.member().type()), found.file(), inside(inner));
        if (declared.isPresent()) {
            return declared;
        }
        return inner.locals().stream()
                .filter(s -> s.kind() == Statement.Kind.RETURN)
                .findFirst()
                .flatMap(s -> typeOf(s.value(), inner, steps.less()));
    }

    /** What tasks, promises and optionals hold. */
    private static String unwrapped(String written) {
        TypeName name = TypeName.of(written);
        boolean wrapper =
                Set.of("Task", "ValueTask", "Promise", "Optional", "CompletableFuture")
                        .contains(name.simpleName());
        return wrapper && !name.argument().isEmpty() ? name.argument() : written;
    }
}
