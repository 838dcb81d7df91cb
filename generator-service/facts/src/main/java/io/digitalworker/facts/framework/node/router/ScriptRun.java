package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.framework.node.router.Thing.ClassOf;
import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs scripts as far as that puts their routers together: modules in the order of their imports,
 * functions and constructors when they are called, loops over what is known, every branch. Steps, depth
 * and repetition are bounded; a module runs once.
 */
final class ScriptRun {
    private static final int MAX_STEPS = 400_000;
    private static final int MAX_DEPTH = 40;
    final ScriptModules modules;
    final ScriptNames names;
    final ScriptStatements statements;
    final ScriptExpressions expressions;
    final ScriptObjects objects;
    final ScriptCalls calls;
    private final CodeBase code;
    private final Map<String, List<Statement>> parsed = new HashMap<>();
    private final Set<String> called = new HashSet<>();
    private final Deque<String> active = new ArrayDeque<>();
    private int steps;

    ScriptRun(CodeBase code, RouterCalls routers) {
        this.code = code;
        this.modules = new ScriptModules(code, this);
        this.names = new ScriptNames(this);
        this.statements = new ScriptStatements(this);
        this.expressions = new ScriptExpressions(this);
        this.objects = new ScriptObjects(code, routers, this);
        this.calls = new ScriptCalls(routers, this);
    }

    CodeBase code() {
        return code;
    }

    /** The conditions under which the current statement is run, outermost first. */
    List<String> conditions() {
        return statements.conditions();
    }

    Environment module(CodeFile file) {
        return modules.module(file);
    }

    /** What a module gives under a name; {@code default} also of CommonJS. */
    Thing exported(CodeFile file, String name) {
        return modules.exported(file, name);
    }

    Thing eval(Expression expression, Environment env) {
        return expressions.eval(expression, env);
    }

    /** The text that something is; what is not known in braces. */
    Text text(Thing thing, Expression written, Environment env) {
        return expressions.text(thing, written, env);
    }

    Thing member(Thing target, String name) {
        return objects.member(target, name);
    }

    Thing construct(ClassOf type, List<Thing> arguments) {
        return objects.construct(type, arguments);
    }

    Closure closure(CodeFile file, Member member, Environment around) {
        return names.closure(file, member, around);
    }

    /** Runs functions that are handed over to something that calls them back some time. */
    Thing entered(List<RouterNode.Given> given) {
        return calls.entered(given);
    }

    /** Whether a function or class was ever entered. */
    boolean wasCalled(CodeFile file, Span body) {
        return called.contains(key(file, body));
    }

    /** Runs a function; what it returns. */
    Thing invoke(Closure closure, List<Thing> arguments, Thing self) {
        String key = key(closure.file(), closure.body());
        if (spent() || !mayEnter(key, 2)) {
            return Thing.UNKNOWN;
        }
        called.add(key);
        Environment env = new Environment(closure.around(), closure.file(), closure.body(), self);
        bind(closure.parameters(), arguments, env);
        enter(key);
        try {
            if (!closure.block()) {
                return eval(closure.file().expression(closure.body()), env);
            }
            statements.run(statements(closure.file(), closure.body()), env);
            return env.returned == null ? Thing.UNKNOWN : env.returned;
        } finally {
            leave();
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
    void destructure(String written, Thing value, Environment env) {
        String inner = written.substring(1, Math.max(1, written.length() - 1));
        for (String part : inner.split(",", -1)) {
            String bare = part.replaceFirst("=.*", "").replace("...", "");
            int colon = bare.indexOf(':');
            String name = colon < 0 ? bare : bare.substring(colon + 1);
            if (name.matches("[\\w$]+")) {
                env.names.put(
                        name, objects.member(value, colon < 0 ? bare : bare.substring(0, colon)));
            }
        }
    }

    // ---- bounds

    /** Counts a step; false when there were too many. */
    boolean step() {
        steps++;
        return steps <= MAX_STEPS;
    }

    boolean spent() {
        return steps >= MAX_STEPS;
    }

    boolean tooDeep() {
        return active.size() >= MAX_DEPTH;
    }

    /** Whether a function or class may be entered once more while it is entered already. */
    boolean mayEnter(String key, int times) {
        return !tooDeep() && active.stream().filter(key::equals).count() < times;
    }

    void enter(String key) {
        active.push(key);
    }

    void leave() {
        active.pop();
    }

    void called(CodeFile file, Span body) {
        called.add(key(file, body));
    }

    static String key(CodeFile file, Span span) {
        return file.path() + ":" + span.start();
    }
}
