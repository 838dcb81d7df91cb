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
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Conditional;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about Python code that its frameworks have in common. */
final class Python {
    private static final int MAX_STEPS = 8;
    private static final int MAX_TURNS = 200;
    private static final int MOST_PASSED = 200;

    private final CodeBase code;
    private final Map<String, List<Scope>> bodies = new HashMap<>();
    private final Map<String, List<Called>> callsByName = new HashMap<>();
    private final Map<String, List<Located>> handed = new HashMap<>();

    /**
     * A call with the statement and the place where it stands.
     *
     * @param scope its loops' variables bound, if it is within loops over known lists
     */
    record Called(Call call, Statement statement, Scope scope) {}

    /**
     * A parameter that is followed to what it is given.
     *
     * @param from where it stands as what a further function is given; null for the first
     */
    private record Passed(Member member, CodeFile file, int position, @Nullable Located from) {
        String key() {
            return parameterKey(member, file, position);
        }
    }

    Python(CodeBase code) {
        this.code = code;
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

    // ---- what things are

    /** Follows names, branches and functions of the archive to the expression that makes a thing. */
    Located made(Expression expression, Scope scope) {
        Located at = code.symbols().definition(expression, scope);
        for (int i = 0; i < MAX_STEPS; i++) {
            Located next = step(at);
            if (next == null) {
                return at;
            }
            at = code.symbols().definition(next.expression(), next.scope());
        }
        return at;
    }

    private @Nullable Located step(Located at) {
        if (at.expression() instanceof Conditional branch) {
            return new Located(branch.then(), at.scope());
        }
        if (at.expression() instanceof Binary or && or.operator().equals("or")) {
            return new Located(or.left(), at.scope());
        }
        if (at.expression() instanceof Call call) {
            Optional<Symbol> symbol = code.symbols().find(call.function(), at.scope());
            if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
                Scope inner = bound(function, call, at.scope());
                return inner.locals().stream()
                        .filter(s -> s.kind() == Statement.Kind.RETURN)
                        .findFirst()
                        .map(s -> new Located(s.value(), inner))
                        .orElse(null);
            }
        }
        return null;
    }

    /** The body of a function where its parameters stand for what a call hands over. */
    private static Scope bound(Symbol.Function function, Call call, Scope scope) {
        List<Parameter> parameters = function.member().parameters();
        boolean self = !parameters.isEmpty() && parameters.get(0).name().matches("self|cls");
        Scope inner = function.scope();
        for (int i = self ? 1 : 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Optional<Expression> given =
                    Argument.of(call.arguments(), parameter.name(), self ? i - 1 : i);
            Expression value = given.orElse(parameter.defaultValue());
            if (value != null) {
                Scope of = given.isPresent() ? scope : Scope.of(function.file());
                inner = inner.with(parameter.name(), new Located(value, of));
            }
        }
        return inner;
    }

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
        Scope scope = called.scope();
        for (int i = scope.locals().size() - 1; i >= 0; i--) {
            Statement loop = scope.locals().get(i);
            boolean before = loop.span().end() <= called.call().span().start();
            if (loop.kind() == Statement.Kind.EACH && before) {
                List<String> names = loopNames(scope.file().text(loop.span()));
                if (names.stream().anyMatch(name -> uses(called.call(), name))) {
                    return turns(called, loop, names);
                }
            }
        }
        return List.of(called);
    }

    private static List<String> loopNames(String head) {
        String names =
                head.replaceFirst("(?s)\\sin\\s.*", "").replaceFirst("^(async\\s+)?for\\s", "");
        return List.of(names.replaceAll("[()\\s]", "").split(","));
    }

    private static boolean uses(Expression expression, String name) {
        boolean[] found = {false};
        expression.walk(e -> found[0] |= e instanceof Name n && n.name().equals(name));
        return found[0];
    }

    private List<Called> turns(Called called, Statement loop, List<String> names) {
        List<Called> turns = new ArrayList<>();
        for (Located item : items(loop.value(), called.scope())) {
            List<Located> parts =
                    names.size() == 1 ? List.of(item) : items(item.expression(), item.scope());
            Scope scope = called.scope();
            for (int i = 0; i < Math.min(parts.size(), names.size()); i++) {
                scope = scope.with(names.get(i), parts.get(i));
            }
            if (turns.size() < MAX_TURNS) {
                turns.add(new Called(called.call(), called.statement(), scope));
            }
        }
        return turns.isEmpty() ? List.of(called) : turns;
    }

    /** The items of a list, tuple, sum of lists or of what a dictionary's methods give. */
    List<Located> items(Expression expression, Scope scope) {
        List<Located> items = new ArrayList<>();
        items(new Located(expression, scope), items, MAX_STEPS);
        return items;
    }

    private void items(Located from, List<Located> items, int steps) {
        if (steps <= 0 || items.size() > MAX_TURNS) {
            return;
        }
        Located at = made(from.expression(), from.scope());
        Expression expression = at.expression();
        if (expression instanceof Expression.Sequence sequence) {
            for (Expression item : sequence.items()) {
                boolean spread = item instanceof Expression.Unary u && u.operator().startsWith("*");
                if (spread && item instanceof Expression.Unary unary) {
                    items(new Located(unary.operand(), at.scope()), items, steps - 1);
                } else {
                    items.add(new Located(item, at.scope()));
                }
            }
        } else if (expression instanceof Binary sum && sum.operator().equals("+")) {
            items(new Located(sum.left(), at.scope()), items, steps - 1);
            items(new Located(sum.right(), at.scope()), items, steps - 1);
        } else if (expression instanceof Call call
                && call.name().matches("list|tuple|sorted|set")) {
            Argument.at(call.arguments(), 0)
                    .ifPresent(a -> items(new Located(a, at.scope()), items, steps - 1));
        } else if (expression instanceof Call call && call.receiver() != null) {
            entries(call, at.scope(), items);
        }
    }

    /** {@code d.items()} and {@code d.values()} of a dictionary that stands there. */
    private void entries(Call call, Scope scope, List<Located> items) {
        Expression receiver = call.receiver();
        Located of = receiver == null ? null : made(receiver, scope);
        if (of == null || !(of.expression() instanceof Expression.Mapping mapping)) {
            return;
        }
        for (Expression.Entry entry : mapping.entries()) {
            Expression key = entry.key();
            if (call.name().equals("items") && key != null) {
                List<Expression> pair = List.of(key, entry.value());
                Expression both = new Expression.Sequence(pair, entry.value().span());
                items.add(new Located(both, of.scope()));
            } else if (call.name().equals("values")) {
                items.add(new Located(entry.value(), of.scope()));
            }
        }
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

    /**
     * What callers in the archive hand over for a parameter of a function, also through functions
     * that only pass it on. Each parameter is followed once, as functions may call each other.
     */
    List<Located> handedOver(Member member, CodeFile file, int position) {
        Passed first = new Passed(member, file, position, null);
        List<Located> known = handed.get(first.key());
        if (known == null) {
            known = List.copyOf(followed(first));
            handed.put(first.key(), known);
        }
        return known;
    }

    private List<Located> followed(Passed first) {
        List<Located> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Passed> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty() && seen.size() < MOST_PASSED) {
            Passed next = open.remove();
            if (seen.add(next.key())) {
                List<Located> given = given(next.member(), next.file(), next.position());
                given.forEach(each -> follow(each, found, open));
                Located from = next.from();
                if (given.isEmpty() && from != null) {
                    found.add(from);
                }
            }
        }
        return found;
    }

    private void follow(Located given, List<Located> found, Deque<Passed> open) {
        Located made = made(given.expression(), given.scope());
        int position = parameter(made.expression(), made.scope());
        Member around = made.scope().member();
        if (position < 0 || around == null) {
            found.add(given);
        } else {
            open.add(new Passed(around, made.scope().file(), position, given));
        }
    }

    /** What the calls of a function themselves hand over for a parameter. */
    private List<Located> given(Member member, CodeFile file, int position) {
        List<Parameter> parameters = member.parameters();
        boolean self = !parameters.isEmpty() && parameters.get(0).name().matches("self|cls");
        String parameter = parameters.get(position).name();
        boolean constructor = member.kind() == MemberKind.CONSTRUCTOR;
        String owner = member.qualifiedName().contains(".") ? ownerOf(member) : "";
        String name = constructor ? owner : member.name();
        List<Located> given = new ArrayList<>();
        for (Called called : callsNamed(name)) {
            Optional<Symbol> symbol = code.symbols().find(called.call().function(), called.scope());
            if (symbol.isPresent() && means(symbol.get(), member, file)) {
                Argument.of(called.call().arguments(), parameter, self ? position - 1 : position)
                        .ifPresent(e -> given.add(new Located(e, called.scope())));
            }
        }
        return given;
    }

    private static String ownerOf(Member member) {
        String qualified = member.qualifiedName();
        return last(qualified.substring(0, qualified.lastIndexOf('.')));
    }

    private static boolean means(Symbol symbol, Member member, CodeFile file) {
        if (symbol instanceof Symbol.Function function) {
            return function.file() == file && function.member().span().equals(member.span());
        }
        return symbol instanceof Symbol.Type type
                && type.file() == file
                && type.declaration().members().contains(member);
    }

    private List<Called> callsNamed(String name) {
        List<Called> known = callsByName.get(name);
        if (known == null) {
            known = new ArrayList<>();
            for (CodeFile file : files(name)) {
                known.addAll(calls(file, Set.of(name)));
            }
            callsByName.put(name, known);
        }
        return known;
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
