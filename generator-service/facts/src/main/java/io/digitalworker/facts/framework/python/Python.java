package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions about Python code that its frameworks have in common. */
final class Python {
    private final CodeBase code;
    private final Making making;
    private final Map<String, List<Scope>> bodies = new HashMap<>();

    /**
     * A call with the statement and the place where it stands.
     *
     * @param scope its loops' variables bound, if it is within loops over known lists
     */
    record Called(Call call, Statement statement, Scope scope) {}

    Python(CodeBase code) {
        this.code = code;
        this.making = new Making(code);
    }

    CodeBase code() {
        return code;
    }

    /** Files that may hold any of the words, tests apart. */
    List<CodeFile> files(String... words) {
        return code.filesWith(Dialect.PYTHON, words).stream().filter(f -> !isTest(f)).toList();
    }

    /** Whether a file serves tests only. */
    static boolean isTest(CodeFile file) {
        String path = "/" + file.path();
        String name = file.file().name();
        return path.contains("/tests/")
                || path.contains("/test/")
                || path.contains("/testing/")
                || name.startsWith("test_")
                || name.endsWith("_test.py")
                || name.equals("tests.py")
                || name.equals("conftest.py");
    }

    // ---- names

    /** {@code a.b.c}; empty for anything else than names. */
    static String dotted(Expression expression) {
        if (expression instanceof Name name) {
            return name.name();
        }
        if (expression instanceof Select select) {
            String target = dotted(select.target());
            return target.isEmpty() ? "" : target + "." + select.name();
        }
        return "";
    }

    /** The last of the dotted names. */
    static String last(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    /** A dotted name as an expression at a place. */
    static Expression named(String dotted, Span span) {
        Expression expression = null;
        for (String part : dotted.split("\\.")) {
            expression =
                    expression == null ? new Name(part, span) : new Select(expression, part, span);
        }
        return expression == null ? new Name(dotted, span) : expression;
    }

    /** A name of a file with the module that it is imported from: {@code fastapi.APIRouter}. */
    static String origin(String dotted, CodeFile file) {
        for (Import imported : file.imports()) {
            String alias = imported.alias();
            boolean is = dotted.equals(alias) || dotted.startsWith(alias + ".");
            if (is && !alias.isEmpty()) {
                String name = imported.name().isEmpty() ? "" : "." + imported.name();
                return imported.module() + name + dotted.substring(alias.length());
            }
        }
        return dotted;
    }

    static String origin(Expression expression, CodeFile file) {
        return origin(dotted(expression), file);
    }

    /** Whether a name is imported from one of these packages, or not said to be imported at all. */
    boolean from(String dotted, CodeFile file, Set<String> packages) {
        String origin = origin(dotted, file);
        int dot = origin.indexOf('.');
        if (dot < 0 || packages.contains(origin.substring(0, dot))) {
            return dot >= 0 || imports(file, packages);
        }
        String module = origin.substring(0, origin.lastIndexOf('.'));
        return module.startsWith(".") || code.symbols().module(module, file).isPresent();
    }

    /** Whether a file imports from any of the packages. */
    static boolean imports(CodeFile file, Set<String> packages) {
        return file.imports().stream()
                .anyMatch(i -> packages.contains(i.module().split("\\.", 2)[0]));
    }

    /** Whether any file imports from any of the packages. */
    static boolean uses(CodeBase code, Set<String> packages) {
        return code.files(Dialect.PYTHON).stream().anyMatch(f -> imports(f, packages));
    }

    /** Which of the library's classes a call makes an object of; the archive's own are followed up. */
    Optional<String> makes(
            Expression expression, Scope scope, Collection<String> classes, Set<String> packages) {
        if (!(expression instanceof Call call)) {
            return Optional.empty();
        }
        String dotted = dotted(call.function());
        String simple = last(origin(dotted, scope.file()));
        if (classes.contains(simple) && from(dotted, scope.file(), packages)) {
            return Optional.of(simple);
        }
        Optional<Symbol> symbol =
                dotted.isEmpty() ? Optional.empty() : code.symbols().find(call.function(), scope);
        return symbol.isPresent() && symbol.get() instanceof Symbol.Type type
                ? inherits(type.declaration(), classes, packages)
                : Optional.empty();
    }

    /** Which of the library's classes a type inherits from. */
    Optional<String> inherits(
            TypeDeclaration type, Collection<String> classes, Set<String> packages) {
        for (TypeDeclaration each : code.symbols().types().lineage(type)) {
            CodeFile file = code.fileOf(each);
            for (String base : each.bases()) {
                String name = TypeName.of(base).name();
                String simple = last(origin(name, file));
                if (classes.contains(simple) && from(name, file, packages)) {
                    return Optional.of(simple);
                }
            }
        }
        return Optional.empty();
    }

    /** Follows names, branches and functions of the archive to the expression that makes a thing. */
    Located made(Expression expression, Scope scope) {
        return making.of(expression, scope);
    }

    // ---- what things are

    /** Where a thing is made, the same for all who use it: file, function and name if it has one. */
    String key(Located made) {
        CodeFile file = made.scope().file();
        Span span = made.expression().span();
        Member around = made.scope().member();
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                if (!member.initializer().isEmpty() && member.initializer().contains(span)) {
                    String in = type.kind() == TypeKind.FILE ? "" : type.name();
                    return file.path() + "#" + in + "." + member.name();
                }
            }
        }
        for (Statement statement : made.scope().locals()) {
            if (!statement.name().isEmpty() && statement.span().contains(span)) {
                String in = around == null ? "" : around.qualifiedName();
                return file.path() + "#" + in + "." + statement.name();
            }
        }
        return file.path() + "#" + span.start();
    }

    // ---- bodies and calls

    /** The statements outside declarations, then those of each function and method. */
    List<Scope> bodies(CodeFile file) {
        return bodies.computeIfAbsent(file.path(), path -> bodiesOf(file));
    }

    private final HandedOver handedOver = new HandedOver(this);
    private final Loops loops = new Loops(this);
    private final Items items = new Items(this);

    private static List<Scope> bodiesOf(CodeFile file) {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(Scope.of(file));
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                if (isFunction(member) && !member.body().isEmpty()) {
                    scopes.add(Scope.of(file, type, member));
                }
            }
        }
        return List.copyOf(scopes);
    }

    static boolean isFunction(Member member) {
        return member.kind() == MemberKind.METHOD
                || member.kind() == MemberKind.FUNCTION
                || member.kind() == MemberKind.CONSTRUCTOR;
    }

    /** All calls of methods or functions with one of these names in a file. */
    List<Called> calls(CodeFile file, Set<String> names) {
        if (names.stream().noneMatch(file::mayHold)) {
            return List.of();
        }
        List<Called> calls = new ArrayList<>();
        for (Scope scope : bodies(file)) {
            for (Statement statement : scope.locals()) {
                statement
                        .value()
                        .walk(
                                e -> {
                                    if (e instanceof Call call && names.contains(call.name())) {
                                        calls.add(new Called(call, statement, scope));
                                    }
                                });
            }
        }
        return calls;
    }

    /** The call once for each turn of the loops around it, as far as their lists are known. */
    List<Called> turns(Called called) {
        return loops.turns(called);
    }

    /** The items of a list, tuple, sum of lists or of what a dictionary's methods give. */
    List<Located> items(Expression expression, Scope scope) {
        return items.of(expression, scope);
    }

    /** Whether an expression is a parameter of the function around it; its position, else -1. */
    static int parameter(Expression expression, Scope scope) {
        Member member = scope.member();
        if (member != null && expression instanceof Name name) {
            for (int i = 0; i < member.parameters().size(); i++) {
                if (member.parameters().get(i).name().equals(name.name())) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Tells a parameter of a function from all others of the archive. */
    static String parameterKey(Member member, CodeFile file, int position) {
        return file.path() + "#" + member.span().start() + "#" + position;
    }

    /** What callers in the archive hand over for a parameter, see {@link HandedOver}. */
    List<Located> handedOver(Member member, CodeFile file, int position) {
        return handedOver.of(member, file, position);
    }

    /** The innermost function around a place in a file, as a scope; the file's if there is none. */
    Scope around(CodeFile file, Span span) {
        Scope best = Scope.of(file);
        for (Scope scope : bodies(file)) {
            Member member = scope.member();
            if (member != null && member.body().contains(span)) {
                best = scope;
            }
        }
        return best;
    }

    // ---- values

    /** The texts of a list or of one text, upper case; such as the methods of a route. */
    List<String> methods(Expression expression, Scope scope) {
        Set<String> methods = new LinkedHashSet<>();
        for (Located item : items(expression, scope)) {
            Value value = code.values().first(item.expression(), item.scope());
            methods.add(
                    last(value.text()).replaceAll("\\W", "").toUpperCase(java.util.Locale.ROOT));
        }
        return List.copyOf(methods);
    }

    /** The value of a class's attribute, nearest declaration first; those of the archive only. */
    Optional<Located> attribute(TypeDeclaration type, String name) {
        return code.symbols()
                .types()
                .member(type, name)
                .filter(f -> !f.member().initializer().isEmpty())
                .map(
                        f ->
                                new Located(
                                        f.file().expression(f.member().initializer()),
                                        Scope.of(f.file(), f.type())));
    }

    /** The text of a class's attribute. */
    Optional<String> textOf(TypeDeclaration type, String name) {
        return attribute(type, name).flatMap(at -> code.values().text(at.expression(), at.scope()));
    }

    /** The members that a type declares or inherits within the archive, the nearest of each name. */
    Map<String, Symbol.Function> members(TypeDeclaration type) {
        Map<String, Symbol.Function> members = new LinkedHashMap<>();
        for (TypeDeclaration each : code.symbols().types().lineage(type)) {
            CodeFile file = code.fileOf(each);
            for (Member member : each.members()) {
                members.putIfAbsent(member.name(), new Symbol.Function(file, each, member));
            }
        }
        return members;
    }

    /** What a value is called in the code: the last name of it, or the text as written. */
    static String shown(Expression expression, CodeFile file) {
        if (expression instanceof Text text) {
            return text.value();
        }
        String dotted = dotted(expression);
        String written = dotted.isEmpty() ? file.text(expression.span()) : last(dotted);
        return written.replaceAll("\\s+", " ");
    }

    /** The names of the functions of a file that are no methods. */
    static List<Member> functions(TypeDeclaration type) {
        return type.kind() == TypeKind.FILE ? type.members() : List.of();
    }
}
