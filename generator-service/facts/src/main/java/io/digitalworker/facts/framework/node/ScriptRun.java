package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.node.Thing.At;
import io.digitalworker.facts.framework.node.Thing.ClassOf;
import io.digitalworker.facts.framework.node.Thing.Closure;
import io.digitalworker.facts.framework.node.Thing.Environment;
import io.digitalworker.facts.framework.node.Thing.Fields;
import io.digitalworker.facts.framework.node.Thing.Foreign;
import io.digitalworker.facts.framework.node.Thing.Items;
import io.digitalworker.facts.framework.node.Thing.ModuleOf;
import io.digitalworker.facts.framework.node.Thing.Regex;
import io.digitalworker.facts.framework.node.Thing.Router;
import io.digitalworker.facts.framework.node.Thing.Text;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Conditional;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Entry;
import io.digitalworker.facts.syntax.Expression.Index;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Template;
import io.digitalworker.facts.syntax.Expression.Unary;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts as far as that puts their routers together: modules in the order of their imports,
 * functions and constructors when they are called, loops over what is known, every branch. Steps, depth
 * and repetition are bounded; a module runs once.
 */
final class ScriptRun {
    private static final int MAX_STEPS = 2_000_000;
    private static final int MAX_DEPTH = 40;
    private static final int MAX_ITEMS = 500;
    private static final Span NOWHERE = new Span(0, 0);

    private final CodeBase code;
    private final RouterCalls calls;
    private final Packages packages;
    private final Map<String, Environment> modules = new HashMap<>();
    private final Map<String, Fields> exports = new HashMap<>();
    private final Map<String, Thing> defaults = new HashMap<>();
    private final Map<String, List<Statement>> parsed = new HashMap<>();
    private final Set<String> called = new HashSet<>();
    private final Deque<String> active = new ArrayDeque<>();
    private final Deque<List<String>> conditions = new ArrayDeque<>();
    private int steps;

    ScriptRun(CodeBase code, RouterCalls calls) {
        this.code = code;
        this.calls = calls;
        this.packages = Packages.of(code);
    }

    CodeBase code() {
        return code;
    }

    /** The conditions under which the current statement is run, outermost first. */
    List<String> conditions() {
        List<String> all = new ArrayList<>();
        conditions.descendingIterator().forEachRemaining(all::addAll);
        return all.stream().distinct().limit(8).toList();
    }

    /** Whether a function or class was ever entered. */
    boolean wasCalled(CodeFile file, Span body) {
        return called.contains(key(file, body));
    }

    private static String key(CodeFile file, Span span) {
        return file.path() + ":" + span.start();
    }

    // ---- modules

    Environment module(CodeFile file) {
        Environment known = modules.get(file.path());
        if (known != null) {
            return known;
        }
        Environment fresh =
                new Environment(null, file, new Span(0, Integer.MAX_VALUE), Thing.UNKNOWN);
        modules.put(file.path(), fresh);
        exports.put(file.path(), new Fields(null));
        if (active.size() < MAX_DEPTH) {
            active.push(file.path());
            run(file.topLevel(), fresh);
            active.pop();
        }
        return fresh;
    }

    private Thing required(String name, CodeFile from) {
        Optional<CodeFile> file =
                packages.foreign(name)
                        ? Optional.empty()
                        : name.startsWith("/")
                                ? code.file(name.substring(1))
                                : code.symbols().module(name, from);
        if (file.isEmpty() || file.get().dialect() != from.dialect()) {
            return new Foreign(name, "");
        }
        module(file.get());
        return new ModuleOf(file.get());
    }

    /** What a module gives under a name; {@code default} also of CommonJS. */
    Thing exported(CodeFile file, String name) {
        return exported(file, name, 0);
    }

    private Thing exported(CodeFile file, String name, int depth) {
        if (depth > MAX_DEPTH) {
            return Thing.UNKNOWN;
        }
        Environment module = module(file);
        Thing main = defaults.get(file.path());
        Thing own = ofExports(file, name);
        if (name.equals("default")) {
            return main != null ? main : own != null ? own : defaultOf(file, module, depth);
        }
        if (own != null) {
            return own;
        }
        Thing ofMain = main == null ? Thing.UNKNOWN : member(main, name);
        if (!(ofMain instanceof Thing.Unknown)) {
            return ofMain;
        }
        Thing declared = module.names.get(name);
        declared = declared != null ? declared : declared(name, module);
        return declared != null ? declared : reexported(file, name, depth);
    }

    private @Nullable Thing ofExports(CodeFile file, String name) {
        Fields fields = exports.get(file.path());
        return fields == null ? null : fields.fields.get(name);
    }

    private Thing defaultOf(CodeFile file, Environment module, int depth) {
        for (TypeDeclaration type : file.types()) {
            if (type.kind() != TypeKind.FILE && type.has("default")) {
                return new ClassOf(file, type);
            }
        }
        for (Member member : file.functions()) {
            if (member.has("default") && isFunction(member)) {
                return closure(file, member, module);
            }
        }
        Thing again = reexported(file, "default", depth);
        return again instanceof Thing.Unknown ? new ModuleOf(file) : again;
    }

    private Thing reexported(CodeFile file, String name, int depth) {
        for (Import each : file.imports()) {
            boolean star = each.name().equals("*") && each.alias().isEmpty();
            if (!each.reexport() || !(each.alias().equals(name) || star)) {
                continue;
            }
            if (each.module().isEmpty() && !each.name().equals(name)) {
                return look(each.name(), module(file));
            }
            Thing home = each.module().isEmpty() ? Thing.UNKNOWN : required(each.module(), file);
            Thing found = ofModule(home, star ? name : each.name(), depth + 1);
            if (!(found instanceof Thing.Unknown)) {
                return found;
            }
        }
        return Thing.UNKNOWN;
    }

    private Thing ofModule(Thing home, String name, int depth) {
        if (home instanceof ModuleOf module) {
            return name.equals("*") || name.isEmpty()
                    ? whole(module)
                    : exported(module.file(), name, depth);
        }
        if (home instanceof Foreign foreign) {
            boolean all = name.equals("*") || name.isEmpty() || name.equals("default");
            return all ? foreign : new Foreign(foreign.module(), name);
        }
        return home;
    }

    private Thing whole(ModuleOf module) {
        Thing main = defaults.get(module.file().path());
        return main != null && module.file().mayHold("module") ? main : module;
    }

    // ---- names

    Thing look(String name, Environment from) {
        Environment home = from.knowing(name);
        if (home != null) {
            Thing thing = home.names.get(name);
            return thing == null ? Thing.UNKNOWN : thing;
        }
        Thing declared = declared(name, from);
        if (declared != null) {
            return declared;
        }
        for (Import each : from.file.imports()) {
            if (each.alias().equals(name) && !each.module().isEmpty()) {
                return ofModule(required(each.module(), from.file), each.name(), 0);
            }
        }
        return global(name, from);
    }

    private Thing global(String name, Environment from) {
        return switch (name) {
            case "__dirname" -> new Text("/" + from.file.file().directory(), true, false);
            case "__filename" -> new Text("/" + from.file.path(), true, false);
            case "exports" -> exportsOf(from.file);
            case "undefined", "null", "true", "false", "NaN" -> Thing.UNKNOWN;
            default -> new Foreign("", name);
        };
    }

    private Fields exportsOf(CodeFile file) {
        return exports.computeIfAbsent(file.path(), p -> new Fields(null));
    }

    /** A function or class that is declared around the place. */
    private @Nullable Thing declared(String name, Environment from) {
        CodeFile file = from.file;
        if (!file.mayHold(name)) {
            return null;
        }
        Member best = null;
        for (Member member : file.functions()) {
            boolean plain = member.name().equals(name) && isFunction(member);
            if (plain && sees(from, member) && (best == null || deeper(member, best))) {
                best = member;
            }
        }
        if (best != null) {
            return closure(file, best, homeOf(best, from));
        }
        for (TypeDeclaration type : file.types()) {
            boolean named = type.simpleName().equals(name) && type.kind() == TypeKind.CLASS;
            if (named) {
                return new ClassOf(file, type);
            }
        }
        return null;
    }

    private static boolean deeper(Member member, Member than) {
        return member.qualifiedName().length() > than.qualifiedName().length();
    }

    /** Methods of object literals are no names; functions in functions are, from within. */
    private static boolean sees(Environment from, Member member) {
        if (member.qualifiedName().equals(member.name())) {
            return true;
        }
        for (Environment each = from; each != null && each.outer != null; each = each.outer) {
            if (each.file == from.file && each.span.contains(member.span())) {
                return true;
            }
        }
        return false;
    }

    private Environment homeOf(Member member, Environment from) {
        for (Environment each = from; each != null; each = each.outer) {
            if (each.file == from.file && each.span.contains(member.span())) {
                return each;
            }
        }
        return module(from.file);
    }

    private static boolean isFunction(Member member) {
        return (member.kind() == MemberKind.FUNCTION || member.kind() == MemberKind.METHOD)
                && !member.body().isEmpty();
    }

    Closure closure(CodeFile file, Member member, Environment around) {
        return new Closure(
                member.qualifiedName(),
                file,
                member.parameters(),
                !member.expressionBody(),
                inner(file, member),
                around);
    }

    /** The same place as a function expression's body. */
    private static Span inner(CodeFile file, Member member) {
        Span body = member.body();
        boolean braces = !member.expressionBody() && file.text().startsWith("{", body.start());
        return braces ? file.syntax().inside(file.tokens().at(body.start())) : body;
    }

    // ---- statements

    private void run(List<Statement> statements, Environment env) {
        int i = 0;
        while (i < statements.size() && steps < MAX_STEPS) {
            Statement statement = statements.get(i);
            conditions.push(statement.conditions());
            i =
                    statement.kind() == Statement.Kind.EACH
                            ? loop(statements, i, env)
                            : step(statement, i, env);
            conditions.pop();
        }
    }

    private int step(Statement statement, int at, Environment env) {
        steps++;
        Thing value = named(eval(statement.value(), env), statement);
        switch (statement.kind()) {
            case ASSIGN -> assign(statement, value, env);
            case EXPORT -> defaults.put(env.file.path(), value);
            case RETURN -> {
                boolean better = env.returned == null || env.returned instanceof Thing.Unknown;
                env.returned = better ? value : env.returned;
            }
            default -> {}
        }
        return at + 1;
    }

    /** A function expression has the name of what it is assigned to. */
    private static Thing named(Thing value, Statement statement) {
        String name =
                statement.target() instanceof Select select ? select.name() : statement.name();
        boolean nameless =
                value instanceof Closure && statement.value() instanceof Lambda && !name.isEmpty();
        if (!nameless || name.equals("exports") || !(value instanceof Closure closure)) {
            return value;
        }
        return new Closure(
                name,
                closure.file(),
                closure.parameters(),
                closure.block(),
                closure.body(),
                closure.around());
    }

    private void assign(Statement statement, Thing value, Environment env) {
        Expression target = statement.target();
        if (target != null) {
            assign(target, value, env);
        } else if (statement.name().equals("exports") && env.outer == null) {
            assignExports(value, env);
        } else {
            Environment home = declares(statement, env) ? env : env.knowing(statement.name());
            (home == null ? env : home).names.put(statement.name(), value);
        }
    }

    private static boolean declares(Statement statement, Environment env) {
        String text = env.file.text();
        int at = statement.span().start();
        return text.startsWith("const", at)
                || text.startsWith("let", at)
                || text.startsWith("var", at)
                || text.startsWith("export", at);
    }

    private void assignExports(Thing value, Environment env) {
        defaults.put(env.file.path(), value);
    }

    void assign(Expression target, Thing value, Environment env) {
        if (target instanceof Name name) {
            Environment home = env.knowing(name.name());
            (home == null ? env : home).names.put(name.name(), value);
        } else if (target instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                String key = entry.keyText();
                if (key != null && entry.value() instanceof Name name) {
                    env.names.put(name.name(), member(value, key));
                }
            }
        } else if (target instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                if (sequence.items().get(i) instanceof Name name) {
                    env.names.put(name.name(), item(value, i));
                }
            }
        } else if (target instanceof Select select) {
            select(select, value, env);
        } else if (target instanceof Index index && eval(index.target(), env) instanceof Fields f) {
            Thing key =
                    index.arguments().isEmpty()
                            ? Thing.UNKNOWN
                            : eval(index.arguments().get(0).value(), env);
            if (key instanceof Text text) {
                f.fields.put(text.text(), value);
            }
        }
    }

    private void select(Select select, Thing value, Environment env) {
        boolean main =
                select.name().equals("exports")
                        && select.target() instanceof Name name
                        && name.name().equals("module");
        if (main) {
            assignExports(value, env);
        } else if (moduleExports(select.target())) {
            Thing target = defaults.get(env.file.path());
            (target instanceof Fields fields ? fields : exportsOf(env.file))
                    .fields.put(select.name(), value);
        } else if (eval(select.target(), env) instanceof Fields fields) {
            fields.fields.put(select.name(), value);
        }
    }

    private static boolean moduleExports(Expression expression) {
        return expression instanceof Select select
                && select.name().equals("exports")
                && select.target() instanceof Name name
                && name.name().equals("module");
    }

    /** Runs the statements of a loop once for each item; what stands behind it. */
    private int loop(List<Statement> statements, int at, Environment env) {
        Statement each = statements.get(at);
        int end = endOfLoop(each, env.file);
        int next = at + 1;
        while (next < statements.size() && statements.get(next).span().start() < end) {
            next++;
        }
        Thing value = eval(each.value(), env);
        for (Thing item : items(value)) {
            env.names.put(each.name(), item);
            run(statements.subList(at + 1, next), env);
        }
        return next;
    }

    private static int endOfLoop(Statement each, CodeFile file) {
        Tokens tokens = file.tokens();
        int at = tokens.at(each.value().span().end());
        while (at < tokens.size() && !tokens.is(at, ')')) {
            at++;
        }
        int open = at + 1;
        if (open < tokens.size() && tokens.is(open, '{')) {
            return tokens.start(Math.min(tokens.size() - 1, tokens.partner(open)));
        }
        return open < tokens.size() ? tokens.end(open) : Integer.MAX_VALUE;
    }

    /** What a loop runs over; one thing unknown if that cannot be told. */
    List<Thing> items(Thing value) {
        if (value instanceof Items items) {
            return items.items().stream().limit(MAX_ITEMS).toList();
        }
        return List.of(Thing.UNKNOWN);
    }

    private static Thing item(Thing value, int index) {
        return value instanceof Items items && index < items.items().size()
                ? items.items().get(index)
                : Thing.UNKNOWN;
    }

    // ---- expressions

    Thing eval(Expression expression, Environment env) {
        steps++;
        if (steps > MAX_STEPS) {
            return Thing.UNKNOWN;
        }
        if (expression instanceof Expression.Text text) {
            return new Text(text.value(), true, true);
        }
        if (expression instanceof Numeral number) {
            return new Text(number.digits(), true, true);
        }
        if (expression instanceof Name name) {
            boolean own = name.name().equals("this");
            return own ? env.self : look(name.name(), env);
        }
        if (expression instanceof Select select) {
            return selected(select, env);
        }
        if (expression instanceof Call call) {
            return call(call, env);
        }
        if (expression instanceof Create create) {
            return create(create, env);
        }
        if (expression instanceof Lambda lambda) {
            return new Closure(
                    "", env.file, lambda.parameters(), lambda.block(), lambda.body(), env);
        }
        return composed(expression, env);
    }

    private Thing selected(Select select, Environment env) {
        if (moduleExports(select)) {
            Thing main = defaults.get(env.file.path());
            return main != null ? main : exportsOf(env.file);
        }
        Thing target = eval(select.target(), env);
        boolean here = target instanceof Foreign meta && meta.path().equals(".import.meta");
        if (here && (select.name().equals("dirname") || select.name().equals("filename"))) {
            return global("__" + select.name(), env);
        }
        return member(target, select.name());
    }

    private Thing composed(Expression expression, Environment env) {
        if (expression instanceof Template template) {
            Text text = new Text("", true, true);
            for (Expression part : template.parts()) {
                text = text.plus(text(eval(part, env), part, env));
            }
            return text;
        }
        if (expression instanceof Sequence sequence) {
            return new Items(
                    sequence.items().stream().flatMap(i -> spread(i, env).stream()).toList());
        }
        if (expression instanceof Mapping mapping) {
            return mapping(mapping, env);
        }
        if (expression instanceof Binary binary) {
            return binary(binary, env);
        }
        if (expression instanceof Conditional conditional) {
            Thing then = eval(conditional.then(), env);
            Thing otherwise = eval(conditional.otherwise(), env);
            return known(then) ? then : otherwise;
        }
        if (expression instanceof Index index && !index.arguments().isEmpty()) {
            return indexed(index, env);
        }
        return Thing.UNKNOWN;
    }

    private static boolean known(Thing thing) {
        return !(thing instanceof Thing.Unknown)
                && !(thing instanceof Foreign)
                && !(thing instanceof Text text && !text.known());
    }

    private List<Thing> spread(Expression item, Environment env) {
        return item instanceof Unary unary && unary.operator().equals("...")
                ? items(eval(unary.operand(), env))
                : List.of(eval(item, env));
    }

    private Thing mapping(Mapping mapping, Environment env) {
        Fields fields = new Fields(null);
        for (Entry entry : mapping.entries()) {
            Thing value = eval(entry.value(), env);
            Expression key = entry.key();
            if (key == null && value instanceof Fields more) {
                fields.fields.putAll(more.fields);
            } else if (key != null && eval(key, env) instanceof Text name) {
                fields.fields.put(name.text(), value);
            }
        }
        return fields;
    }

    private Thing binary(Binary binary, Environment env) {
        Thing left = binary.operator().equals("=") ? Thing.UNKNOWN : eval(binary.left(), env);
        Thing right = eval(binary.right(), env);
        return switch (binary.operator()) {
            case "=" -> {
                assign(binary.left(), right, env);
                yield right;
            }
            case "+" ->
                    left instanceof Text || right instanceof Text
                            ? text(left, binary.left(), env).plus(text(right, binary.right(), env))
                            : Thing.UNKNOWN;
            case "||", "??" -> known(left) ? left : right;
            case "&&", "," -> right;
            default -> Thing.UNKNOWN;
        };
    }

    private Thing indexed(Index index, Environment env) {
        Thing target = eval(index.target(), env);
        Thing key = eval(index.arguments().get(0).value(), env);
        if (!(key instanceof Text text)) {
            return Thing.UNKNOWN;
        }
        return target instanceof Items && text.text().matches("\\d{1,3}")
                ? item(target, Integer.parseInt(text.text()))
                : member(target, text.text());
    }

    /** The text that something is; what is not known in braces. */
    Text text(Thing thing, Expression written, Environment env) {
        if (thing instanceof Text text) {
            return written instanceof Expression.Text ? text : text.resolved();
        }
        return calls.outside(thing, code)
                .map(value -> new Text(value, true, false))
                .orElseGet(() -> hole(written, env));
    }

    private static Text hole(Expression written, Environment env) {
        String text =
                written.span().end() <= env.file.text().length()
                        ? env.file.text(written.span())
                        : "";
        String name = text.replaceAll("\\(.*", "").replaceAll("[^\\w.]", "");
        String last = name.substring(name.lastIndexOf('.') + 1);
        return new Text("{" + (last.isEmpty() ? "value" : last) + "}", false, false);
    }

    // ---- members

    Thing member(Thing target, String name) {
        if (target instanceof Fields fields) {
            Thing own = fields.fields.get(name);
            return own != null ? own : ofClass(fields, name);
        }
        if (target instanceof ModuleOf module) {
            return exported(module.file(), name);
        }
        if (target instanceof ClassOf type) {
            return ofStatic(type, name);
        }
        if (target instanceof Foreign foreign) {
            boolean main = name.equals("default");
            String path = foreign.member().isEmpty() ? name : foreign.member() + "." + name;
            return main || path.length() > 200 ? foreign : new Foreign(foreign.module(), path);
        }
        if (target instanceof Text text && name.equals("length")) {
            return new Text(String.valueOf(text.text().length()), text.known(), false);
        }
        boolean passing = target instanceof Router || target instanceof At;
        return passing ? Thing.UNKNOWN : name.equals("default") ? target : Thing.UNKNOWN;
    }

    private Thing ofClass(Fields object, String name) {
        TypeDeclaration type = object.type;
        Member member = type == null ? null : method(type, name);
        if (type == null || member == null) {
            return Thing.UNKNOWN;
        }
        CodeFile file = code.file(member.evidence().path()).orElseThrow();
        Environment around = new Environment(module(file), file, NOWHERE, object);
        Closure closure = closure(file, member, around);
        return member.has("get") ? invoke(closure, List.of(), object) : closure;
    }

    private @Nullable Member method(TypeDeclaration type, String name) {
        for (TypeDeclaration each : code.symbols().types().lineage(type)) {
            for (Member member : each.members()) {
                if (member.name().equals(name) && isFunction(member)) {
                    return member;
                }
            }
        }
        return null;
    }

    private Thing ofStatic(ClassOf type, String name) {
        for (TypeDeclaration each : code.symbols().types().lineage(type.type())) {
            CodeFile file = code.fileOf(each);
            for (Member member : each.members()) {
                if (!member.name().equals(name)) {
                    continue;
                }
                Environment around = new Environment(module(file), file, NOWHERE, type);
                if (isFunction(member)) {
                    return closure(file, member, around);
                }
                if (!member.initializer().isEmpty()) {
                    return eval(file.expression(member.initializer()), around);
                }
            }
        }
        return Thing.UNKNOWN;
    }

    // ---- calls

    private Thing call(Call call, Environment env) {
        if (call.function() instanceof Name name) {
            Thing special = special(name.name(), call, env);
            if (special != null) {
                return special;
            }
        }
        if (call.function() instanceof Select select) {
            Thing receiver = eval(select.target(), env);
            List<RouterNode.Given> given = given(call.arguments(), env);
            return method(receiver, select, call, given, env);
        }
        Thing function = eval(call.function(), env);
        return apply(function, call, given(call.arguments(), env), env);
    }

    private @Nullable Thing special(String name, Call call, Environment env) {
        if (name.equals("super")) {
            superCall(call, env);
            return Thing.UNKNOWN;
        }
        if ((name.equals("require") || name.equals("import")) && !call.arguments().isEmpty()) {
            Thing module = eval(call.arguments().get(0).value(), env);
            if (module instanceof Text text && text.known()) {
                return ofModule(required(text.text(), env.file), "*", 0);
            }
        }
        if (name.equals("RegExp") && !call.arguments().isEmpty()) {
            Thing pattern = eval(call.arguments().get(0).value(), env);
            return pattern instanceof Text text ? new Regex(text.text()) : Thing.UNKNOWN;
        }
        return null;
    }

    List<RouterNode.Given> given(List<Argument> arguments, Environment env) {
        List<RouterNode.Given> given = new ArrayList<>();
        for (Argument argument : arguments) {
            Expression expression = argument.value();
            String written = env.file.text(expression.span());
            Thing thing = eval(expression, env);
            List<Thing> all = "...".equals(argument.name()) ? items(thing) : List.of(thing);
            all.forEach(each -> given.add(new RouterNode.Given(expression, each, written)));
        }
        return given;
    }

    private Thing method(
            Thing receiver,
            Select select,
            Call call,
            List<RouterNode.Given> given,
            Environment env) {
        if (receiver instanceof Router router) {
            return calls.onRouter(router.node(), select.name(), given, call, env);
        }
        if (receiver instanceof At at) {
            return calls.onRoute(at, select.name(), given, call, env);
        }
        if (receiver instanceof Items items) {
            return onItems(items, select.name(), given);
        }
        if (receiver instanceof Text text) {
            return onText(text, select.name(), given);
        }
        if (select.name().equals("bind") && receiver instanceof Closure) {
            return receiver;
        }
        if (select.name().equals("call")
                && receiver instanceof Closure closure
                && !given.isEmpty()) {
            List<Thing> rest = given.stream().skip(1).map(RouterNode.Given::thing).toList();
            return invoke(closure, rest, given.get(0).thing());
        }
        return apply(member(receiver, select.name()), call, given, env);
    }

    private Thing apply(Thing function, Call call, List<RouterNode.Given> given, Environment env) {
        if (function instanceof ModuleOf module) {
            Thing main = exported(module.file(), "default");
            return main instanceof ModuleOf ? Thing.UNKNOWN : apply(main, call, given, env);
        }
        List<Thing> things = given.stream().map(RouterNode.Given::thing).toList();
        if (function instanceof Closure closure) {
            return invoke(closure, things, closure.around().self);
        }
        if (function instanceof ClassOf) {
            return Thing.UNKNOWN;
        }
        if (function instanceof Foreign foreign) {
            Thing known = ForeignCalls.of(foreign, given, this, env);
            return known != null ? known : calls.foreign(foreign, given, call, env);
        }
        boolean resolves = call.name().equals("get") || call.name().equals("resolve");
        Thing first = things.isEmpty() ? Thing.UNKNOWN : things.get(0);
        if (resolves && first instanceof ClassOf type) {
            return construct(type, List.of());
        }
        return call.name().equals("then") || call.name().equals("catch")
                ? entered(given)
                : Thing.UNKNOWN;
    }

    /** Runs functions that are handed over to something that calls them back some time. */
    Thing entered(List<RouterNode.Given> given) {
        for (RouterNode.Given each : given) {
            if (each.thing() instanceof Closure closure) {
                invoke(closure, List.of(), closure.around().self);
            }
        }
        return Thing.UNKNOWN;
    }

    private Thing onItems(Items items, String name, List<RouterNode.Given> given) {
        Thing first = given.isEmpty() ? Thing.UNKNOWN : given.get(0).thing();
        switch (name) {
            case "forEach", "map", "flatMap" -> {
                return mapped(items, first);
            }
            case "reduce" -> {
                Thing so = given.size() > 1 ? given.get(1).thing() : Thing.UNKNOWN;
                for (Thing item : items(items)) {
                    so =
                            first instanceof Closure fn
                                    ? invoke(fn, List.of(so, item), fn.around().self)
                                    : so;
                }
                return so;
            }
            case "concat" -> {
                List<Thing> all = new ArrayList<>(items.items());
                given.forEach(
                        g ->
                                all.addAll(
                                        g.thing() instanceof Items more
                                                ? more.items()
                                                : List.of(g.thing())));
                return new Items(all);
            }
            case "join" -> {
                return joined(items, first);
            }
            case "filter", "sort", "slice", "flat", "reverse" -> {
                return items;
            }
            case "pop" -> {
                return item(items, items.items().size() - 1);
            }
            case "shift", "find", "at" -> {
                return item(items, 0);
            }
            default -> {
                return Thing.UNKNOWN;
            }
        }
    }

    private Thing mapped(Items items, Thing function) {
        List<Thing> results = new ArrayList<>();
        int index = 0;
        for (Thing item : items(items)) {
            Text number = new Text(String.valueOf(index++), true, false);
            if (function instanceof Closure closure) {
                results.add(invoke(closure, List.of(item, number), closure.around().self));
            }
        }
        return new Items(results);
    }

    private static Thing joined(Items items, Thing separator) {
        String between = separator instanceof Text text ? text.text() : ",";
        Text so = new Text("", true, false);
        for (Thing item : items.items()) {
            Text next = item instanceof Text text ? text : new Text("{value}", false, false);
            so = (so.text().isEmpty() ? so : so.plus(new Text(between, true, false))).plus(next);
        }
        return so;
    }

    private static Thing onText(Text text, String name, List<RouterNode.Given> given) {
        Thing first = given.isEmpty() ? Thing.UNKNOWN : given.get(0).thing();
        Thing second = given.size() < 2 ? Thing.UNKNOWN : given.get(1).thing();
        if (name.equals("split") && first instanceof Text by && !by.text().isEmpty()) {
            List<Thing> parts = new ArrayList<>();
            for (String part : text.text().split(java.util.regex.Pattern.quote(by.text()), -1)) {
                parts.add(new Text(part, text.known(), false));
            }
            return new Items(parts);
        }
        if (name.equals("replace") && first instanceof Text from && second instanceof Text to) {
            return new Text(text.text().replace(from.text(), to.text()), text.known(), false);
        }
        if (name.equals("concat") && first instanceof Text more) {
            return text.plus(more);
        }
        return switch (name) {
            case "toLowerCase" ->
                    new Text(text.text().toLowerCase(java.util.Locale.ROOT), text.known(), false);
            case "toString", "trim" -> text;
            default -> Thing.UNKNOWN;
        };
    }

    /** Runs a function; what it returns. */
    Thing invoke(Closure closure, List<Thing> arguments, Thing self) {
        String key = key(closure.file(), closure.body());
        long again = active.stream().filter(key::equals).count();
        if (active.size() >= MAX_DEPTH || again >= 2 || steps >= MAX_STEPS) {
            return Thing.UNKNOWN;
        }
        called.add(key);
        Environment env = new Environment(closure.around(), closure.file(), closure.body(), self);
        bind(closure.parameters(), arguments, env);
        active.push(key);
        try {
            if (!closure.block()) {
                return eval(closure.file().expression(closure.body()), env);
            }
            run(statements(closure.file(), closure.body()), env);
            return env.returned == null ? Thing.UNKNOWN : env.returned;
        } finally {
            active.pop();
        }
    }

    private List<Statement> statements(CodeFile file, Span body) {
        return body.isEmpty()
                ? List.of()
                : parsed.computeIfAbsent(key(file, body), k -> file.statements(body));
    }

    private void bind(List<Parameter> parameters, List<Thing> arguments, Environment env) {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Thing value = i < arguments.size() ? arguments.get(i) : Thing.UNKNOWN;
            Expression otherwise = parameter.defaultValue();
            if (value instanceof Thing.Unknown && otherwise != null) {
                value = eval(otherwise, env);
            }
            if (parameter.name().startsWith("{")) {
                destructure(parameter.name(), value, env);
            } else {
                env.names.put(parameter.name(), value);
            }
        }
    }

    /** {@code {app,router:r=1}}, as a parameter is written. */
    private void destructure(String written, Thing value, Environment env) {
        String inner = written.substring(1, Math.max(1, written.length() - 1));
        for (String part : inner.split(",", -1)) {
            String bare = part.replaceFirst("=.*", "").replace("...", "");
            int colon = bare.indexOf(':');
            String name = colon < 0 ? bare : bare.substring(colon + 1);
            if (name.matches("[\\w$]+")) {
                env.names.put(name, member(value, colon < 0 ? bare : bare.substring(0, colon)));
            }
        }
    }

    // ---- objects

    private Thing create(Create create, Environment env) {
        List<RouterNode.Given> given = given(create.arguments(), env);
        String written = create.type().replaceAll("<.*", "");
        Thing type = look(written.replaceAll("\\..*", ""), env);
        for (String part : written.split("\\.", -1)) {
            type = written.startsWith(part) ? type : member(type, part);
        }
        if (type instanceof ModuleOf module) {
            type = exported(module.file(), "default");
        }
        if (type instanceof ClassOf known) {
            return construct(known, given.stream().map(RouterNode.Given::thing).toList());
        }
        if (type instanceof Foreign foreign) {
            Call call =
                    new Call(
                            new Name(written, create.span()),
                            List.of(),
                            create.arguments(),
                            create.span());
            return calls.foreign(foreign, given, call, env);
        }
        if (type instanceof Closure closure) {
            Fields self = new Fields(null);
            Thing result =
                    invoke(closure, given.stream().map(RouterNode.Given::thing).toList(), self);
            return result instanceof Thing.Unknown ? self : result;
        }
        return Thing.UNKNOWN;
    }

    Thing construct(ClassOf type, List<Thing> arguments) {
        String key = "new " + key(type.file(), type.type().span());
        long again = active.stream().filter(key::equals).count();
        if (again >= 1 || active.size() >= MAX_DEPTH) {
            return Thing.UNKNOWN;
        }
        called.add(key(type.file(), type.type().span()));
        Fields self = new Fields(type.type());
        List<TypeDeclaration> lineage = code.symbols().types().lineage(type.type());
        active.push(key);
        for (int i = lineage.size() - 1; i >= 0; i--) {
            initialize(lineage.get(i), self);
        }
        constructor(lineage, 0, arguments, self);
        active.pop();
        return self;
    }

    private void initialize(TypeDeclaration type, Fields self) {
        CodeFile file = code.fileOf(type);
        Environment env = new Environment(module(file), file, NOWHERE, self);
        for (Member member : type.members()) {
            if (!member.initializer().isEmpty() && !member.has("static")) {
                self.fields.put(member.name(), eval(file.expression(member.initializer()), env));
            }
        }
    }

    /** Runs the nearest constructor from a place of the lineage on. */
    private void constructor(
            List<TypeDeclaration> lineage, int from, List<Thing> arguments, Fields self) {
        for (int i = from; i < lineage.size(); i++) {
            TypeDeclaration type = lineage.get(i);
            for (Member member : type.members()) {
                if (member.kind() == MemberKind.CONSTRUCTOR && !member.body().isEmpty()) {
                    enter(type, member, arguments, self);
                    return;
                }
            }
        }
    }

    private void enter(
            TypeDeclaration type, Member constructor, List<Thing> arguments, Fields self) {
        CodeFile file = code.fileOf(type);
        Environment around = new Environment(module(file), file, NOWHERE, self);
        around.names.put("super", new ClassOf(file, type));
        List<Thing> injected = new ArrayList<>();
        for (int i = 0; i < constructor.parameters().size(); i++) {
            Thing given = i < arguments.size() ? arguments.get(i) : Thing.UNKNOWN;
            Parameter parameter = constructor.parameters().get(i);
            Thing value = given instanceof Thing.Unknown ? injected(parameter, file) : given;
            injected.add(value);
            boolean field =
                    type.members().stream()
                            .anyMatch(
                                    m ->
                                            m.kind() == MemberKind.FIELD
                                                    && m.name().equals(parameter.name()));
            if (field) {
                self.fields.put(parameter.name(), value);
            }
        }
        invoke(closure(file, constructor, around), injected, self);
    }

    private Thing injected(Parameter parameter, CodeFile file) {
        if (parameter.type().isEmpty() || parameter.type().endsWith("]")) {
            return Thing.UNKNOWN;
        }
        return code.symbols()
                .types()
                .find(parameter.type(), file)
                .filter(type -> type.kind() == TypeKind.CLASS)
                .map(type -> construct(new ClassOf(code.fileOf(type), type), List.of()))
                .orElse(Thing.UNKNOWN);
    }

    private void superCall(Call call, Environment env) {
        Environment home = env.knowing("super");
        Thing type = home == null ? null : home.names.get("super");
        if (type instanceof ClassOf known && env.self instanceof Fields self) {
            List<Thing> arguments = things(given(call.arguments(), env));
            constructor(code.symbols().types().lineage(known.type()), 1, arguments, self);
        }
    }

    private static List<Thing> things(List<RouterNode.Given> given) {
        return given.stream().map(RouterNode.Given::thing).toList();
    }
}
