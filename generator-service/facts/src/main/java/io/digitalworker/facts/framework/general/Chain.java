package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.general.TypeNode.Found;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code a.b(c).d}: what each name in it is, and what is called on the way. */
final class Chain {
    private static final Set<String> NO_CALL =
            Set.of(
                    "if",
                    "for",
                    "foreach",
                    "while",
                    "switch",
                    "catch",
                    "using",
                    "lock",
                    "return",
                    "typeof",
                    "nameof",
                    "sizeof",
                    "default",
                    "function",
                    "synchronized",
                    "when",
                    "await",
                    "in",
                    "not",
                    "and",
                    "or",
                    "is",
                    "else",
                    "fixed",
                    "checked",
                    "async",
                    "elif",
                    "except",
                    "assert",
                    "print",
                    "import",
                    "require",
                    "throw",
                    "new",
                    "lambda",
                    "yield",
                    "del",
                    "raise",
                    "case",
                    "try",
                    "with");
    private static final Set<String> FIRST =
            Set.of(
                    "get",
                    "orElse",
                    "orElseGet",
                    "orElseThrow",
                    "First",
                    "FirstOrDefault",
                    "Single",
                    "SingleOrDefault",
                    "Last",
                    "LastOrDefault",
                    "FirstAsync",
                    "FirstOrDefaultAsync",
                    "SingleAsync",
                    "SingleOrDefaultAsync",
                    "ElementAt",
                    "Result",
                    "Value",
                    "at",
                    "find",
                    "Find",
                    "FindAsync",
                    "pop",
                    "value",
                    "block");
    private static final Set<String> SAME =
            Set.of(
                    "Where",
                    "OrderBy",
                    "OrderByDescending",
                    "ThenBy",
                    "ToList",
                    "ToListAsync",
                    "ToArray",
                    "Include",
                    "ThenInclude",
                    "AsNoTracking",
                    "ConfigureAwait",
                    "Skip",
                    "Take",
                    "Distinct",
                    "AsQueryable",
                    "filter",
                    "stream",
                    "sorted",
                    "Reverse",
                    "Concat",
                    "slice",
                    "AsEnumerable",
                    "ToArrayAsync",
                    "limit",
                    "skip",
                    "reverse");
    private static final Set<String> HELD =
            Set.of("Lazy", "IOptions", "IOptionsSnapshot", "IOptionsMonitor", "Provider");

    /** What a chain stands for, and the token behind it. */
    record Value(Meant type, int end) {}

    /** What stands before a dot. */
    record Receiver(Meant type, boolean ofType, @Nullable CodeFile module, String word) {
        static final Receiver NONE = new Receiver(Meant.UNKNOWN, false, null, "");

        static Receiver of(Meant type) {
            return new Receiver(type, false, null, "");
        }
    }

    /** A member as it is found on a type. */
    private record Asked(TypeNode type, Found found) {}

    private final CallWorld world;
    private final TypeGraph graph;
    private final CallSink sink;
    private final CodeFile file;
    private final Tokens tokens;
    private final @Nullable TypeNode inside;
    private final String from;
    private final Map<String, Meant> locals;
    private final Map<String, Receiver> ofFile;
    private final Outward outward;

    Chain(
            CallWorld world,
            CallSink sink,
            CodeFile file,
            @Nullable TypeNode inside,
            String from,
            Map<String, Meant> locals,
            Map<String, Receiver> ofFile) {
        this.ofFile = ofFile;
        this.world = world;
        this.graph = world.graph();
        this.sink = sink;
        this.file = file;
        this.tokens = file.tokens();
        this.inside = inside;
        this.from = from;
        this.locals = locals;
        this.outward = new Outward(world, file, this);
    }

    private boolean is(Dialect dialect) {
        return file.dialect() == dialect;
    }

    /** Whether a word goes on with what stands before it. */
    boolean continues(int word) {
        boolean dot = tokens.is(word - 1, '.') && !tokens.is(word - 2, '.');
        boolean colons = tokens.is(word - 1, ':') && tokens.is(word - 2, ':');
        return dot || colons;
    }

    /** Whether a chain of more than a name begins with a word. */
    boolean opens(int word, int next) {
        if (tokens.is(next, '.')) {
            return true;
        }
        if (tokens.is(next, '(')) {
            return true;
        }
        boolean marked = tokens.is(next, '?') || tokens.is(next, '!');
        if (marked && tokens.is(next + 1, '.')) {
            return true;
        }
        if (tokens.is(next, '<')) {
            return tokens.is(word - 1, "new") || angles(next) > 0;
        }
        boolean reference = tokens.is(next, ':') && tokens.is(next + 1, ':');
        return reference || (tokens.is(next, '{') && tokens.is(word - 1, "new"));
    }

    /** The round bracket behind type arguments that open at a token; -1 if there is none. */
    private int angles(int open) {
        int depth = 0;
        for (int i = open; i < open + 24 && i < tokens.size(); i++) {
            if (tokens.is(i, '<')) {
                depth++;
            } else if (tokens.is(i, '>')) {
                depth--;
                if (depth == 0) {
                    return tokens.is(i + 1, '(') ? i + 1 : -1;
                }
            } else if (!tokens.isWord(i) && !typeSymbol(i)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean typeSymbol(int i) {
        return tokens.is(i, ',')
                || tokens.is(i, '.')
                || tokens.is(i, '?')
                || tokens.is(i, '[')
                || tokens.is(i, ']');
    }

    Value follow(int start, int to) {
        int next = start + 1;
        if (tokens.is(start - 1, "new")) {
            return created(start, to);
        }
        int paren = tokens.is(next, '(') ? next : tokens.is(next, '<') ? angles(next) : -1;
        if (paren > 0) {
            Receiver called = plainCall(start, paren);
            return segments(called, start, tokens.next(paren), to);
        }
        return segments(primary(tokens.word(start)), start, next, to);
    }

    private Value created(int start, int to) {
        int end = start + 1;
        while (tokens.is(end, '.') && tokens.isWord(end + 1)) {
            end += 2;
        }
        if (tokens.is(end, '<')) {
            int depth = 0;
            int i = end;
            while (i < end + 40 && i < tokens.size()) {
                depth += tokens.is(i, '<') ? 1 : tokens.is(i, '>') ? -1 : 0;
                i++;
                if (depth == 0) {
                    break;
                }
            }
            end = i;
        }
        Meant type = graph.meant(file.syntax().type(start, end), file, inside);
        while (tokens.is(end, '(') || tokens.is(end, '{')) {
            end = tokens.next(end);
        }
        return segments(Receiver.of(type), start - 1, end, to);
    }

    // ---- what a chain begins with

    private Receiver primary(String word) {
        switch (word) {
            case "this", "self", "cls" -> {
                return inside == null ? Receiver.NONE : Receiver.of(Meant.of(inside));
            }
            case "base", "super" -> {
                return new Receiver(Meant.UNKNOWN, false, null, "super");
            }
            default -> {
                Meant local = locals.get(word);
                return local == null ? elsewhere(word) : new Receiver(local, false, null, word);
            }
        }
    }

    /** The type of a plain name; unknown if it is none of a value. */
    Meant named(String word) {
        Receiver receiver = primary(word);
        return receiver.ofType() ? Meant.UNKNOWN : receiver.type();
    }

    private Receiver elsewhere(String word) {
        boolean ofType = is(Dialect.CSHARP) || is(Dialect.JAVA);
        if (ofType && inside != null) {
            Meant field = field(inside, word);
            if (field != null) {
                return new Receiver(field, false, null, word);
            }
        }
        Receiver known = ofFile.get(word);
        if (known == null) {
            known = global(word);
            ofFile.put(word, known);
        }
        return known;
    }

    /** The type of a field, property or primary constructor's parameter; null if there is none. */
    private @Nullable Meant field(TypeNode type, String name) {
        Found found = type.member(name);
        if (found != null) {
            return found.isMethod() ? null : typeOf(found);
        }
        for (Member member : type.members(type.simpleName())) {
            for (var parameter : member.parameters()) {
                if (parameter.name().equals(name) && member.body().isEmpty()) {
                    return graph.meant(parameter.type(), type.file(), type);
                }
            }
        }
        return null;
    }

    private Receiver global(String word) {
        Import imported = graph.imported(word, file);
        Meant type = graph.meant(word, file, inside);
        if (type.node() != null) {
            return new Receiver(type, true, null, word);
        }
        boolean modules = is(Dialect.SCRIPT) || is(Dialect.PYTHON);
        CodeFile module = modules && imported != null ? graph.moduleNamed(imported, file) : null;
        if (module != null) {
            return new Receiver(exported(word, imported), false, module, word);
        }
        if (modules && (imported == null || graph.module(imported, file) != null)) {
            return new Receiver(exported(word, imported), false, null, word);
        }
        return new Receiver(Meant.UNKNOWN, !modules, null, word);
    }

    /** The type of an object that a module makes and gives out. */
    private Meant exported(String word, @Nullable Import imported) {
        CodeFile home = imported == null ? file : graph.module(imported, file);
        boolean whole = imported != null && imported.name().equals("*");
        if (home == null || whole || !(home.mayHold("new") || is(Dialect.PYTHON))) {
            return Meant.UNKNOWN;
        }
        Name name = new Name(word, new Span(file.text().length(), file.text().length()));
        return graph.code()
                .symbols()
                .typeOf(name, Scope.of(file))
                .map(type -> Meant.of(graph.node(type)))
                .orElse(Meant.UNKNOWN);
    }

    // ---- calls without a receiver

    private Receiver plainCall(int start, int paren) {
        String name = tokens.word(start);
        if (NO_CALL.contains(name) || declaration(start, paren)) {
            return Receiver.NONE;
        }
        if (name.equals("super")) {
            return new Receiver(Meant.UNKNOWN, false, null, "super");
        }
        boolean ofType = is(Dialect.CSHARP) || is(Dialect.JAVA);
        Asked own = ofType ? ownMethod(name) : null;
        if (own != null) {
            return Receiver.of(called(own, start, true));
        }
        outward.plain(name, start, paren);
        if (ofType || locals.containsKey(name)) {
            return Receiver.NONE;
        }
        return Receiver.of(function(name, start));
    }

    /** A local function's head: {@code Type name(…) {}}. */
    private boolean declaration(int start, int paren) {
        boolean headed = tokens.is(start - 1, "function") || tokens.is(start - 1, "def");
        boolean block = tokens.is(tokens.next(paren), '{') && is(Dialect.SCRIPT);
        return headed || tokens.is(start - 1, '@') || block;
    }

    private @Nullable Asked ownMethod(String name) {
        TypeNode type = inside;
        while (type != null) {
            Found found = type.member(name);
            if (found != null && found.isMethod()) {
                return new Asked(type, found);
            }
            type = outer(type);
        }
        return null;
    }

    private @Nullable TypeNode outer(TypeNode type) {
        String name = type.name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? null : graph.meant(name.substring(0, dot), type.file(), null).node();
    }

    /** A function of this module or of another, or the class that is called. */
    Meant function(String name, int start) {
        Import imported = graph.imported(name, file);
        Meant type = graph.meant(name, file, inside);
        if (type.node() != null) {
            return type;
        }
        CodeFile home = imported == null ? file : graph.module(imported, file);
        if (home == null) {
            return Meant.UNKNOWN;
        }
        boolean byDefault = imported != null && imported.name().equals("default");
        String wanted = imported == null || byDefault ? name : imported.name();
        Found found = byDefault ? graph.defaultFunction(home) : null;
        found = found == null ? graph.function(home, wanted) : found;
        if (found == null) {
            return Meant.UNKNOWN;
        }
        boolean plain = found.member().qualifiedName().equals(found.member().name());
        if (!plain && imported == null) {
            return Meant.UNKNOWN;
        }
        emit(found.member().qualifiedName(), "call", Confidence.LITERAL, start);
        return typeOf(found);
    }

    // ---- what follows

    private Value segments(Receiver first, int start, int from, int to) {
        Receiver receiver = first;
        int at = from;
        int begin = start;
        while (at < to) {
            int dot = tokens.is(at, '?') || tokens.is(at, '!') ? at + 1 : at;
            boolean reference = tokens.is(at, ':') && tokens.is(at + 1, ':');
            if (reference && tokens.isWord(at + 2)) {
                call(receiver, at + 2, -1);
                return new Value(Meant.UNKNOWN, at + 3);
            }
            if (tokens.is(dot, '.') && tokens.isWord(dot + 1)) {
                int name = dot + 1;
                int paren = paren(name + 1);
                receiver =
                        paren > 0
                                ? Receiver.of(call(receiver, name, paren))
                                : property(receiver, name);
                at = paren > 0 ? tokens.next(paren) : name + 1;
            } else if (tokens.is(at, '[') && !tokens.firstOnLine(at)) {
                receiver = Receiver.of(element(receiver.type()));
                at = tokens.next(at);
            } else if (tokens.is(at, ')') && bracketed(at, begin)) {
                begin = tokens.partner(at);
                at++;
            } else {
                break;
            }
        }
        return new Value(receiver.ofType() ? Meant.UNKNOWN : receiver.type(), at);
    }

    private int paren(int at) {
        return tokens.is(at, '(') ? at : tokens.is(at, '<') ? angles(at) : -1;
    }

    /** {@code (await a.b()).c()}: the bracket holds nothing but the chain. */
    private boolean bracketed(int close, int start) {
        int before = start - 1;
        while (tokens.is(before, "await") || tokens.is(before, "new")) {
            before--;
        }
        boolean plain = !tokens.isWord(before - 1) || tokens.is(before - 1, "await");
        return before >= 0 && tokens.partner(close) == before && plain;
    }

    private Receiver property(Receiver receiver, int name) {
        String word = tokens.word(name);
        if (receiver.word().equals("super")) {
            return Receiver.NONE;
        }
        if (receiver.module() != null && !receiver.type().known()) {
            return ofModule(receiver.module(), word);
        }
        entity(receiver, word, name, null);
        TypeNode node = receiver.type().node();
        if (node != null) {
            Meant field = field(node, word);
            if (field != null) {
                return new Receiver(field.with(receiver.type().bindings()), false, null, word);
            }
            Meant nested = receiver.ofType() ? nested(node, word) : Meant.UNKNOWN;
            return new Receiver(nested, nested.known(), null, word);
        }
        boolean upper =
                !receiver.word().isEmpty() && Character.isUpperCase(receiver.word().charAt(0));
        if (receiver.ofType() && !receiver.type().known() && upper) {
            return dotted(receiver.word(), word);
        }
        return new Receiver(through(receiver.type(), word), false, null, word);
    }

    private Meant nested(TypeNode node, String word) {
        Meant type = graph.meant(node.name() + "." + word, node.file(), node);
        return type.node() == null ? Meant.UNKNOWN : type;
    }

    /** A type behind its namespace. */
    private Receiver dotted(String namespace, String word) {
        String all = namespace + "." + word;
        boolean type = Character.isUpperCase(word.charAt(0));
        Meant meant = type ? graph.meant(all, file, inside) : Meant.UNKNOWN;
        return meant.node() == null
                ? new Receiver(Meant.UNKNOWN, true, null, all)
                : new Receiver(meant, true, null, word);
    }

    private Receiver ofModule(CodeFile module, String word) {
        for (var type : module.types()) {
            if (type.simpleName().equals(word)) {
                TypeNode node = graph.node(type);
                return new Receiver(Meant.of(node), true, null, word);
            }
        }
        return new Receiver(Meant.UNKNOWN, false, null, word);
    }

    /** Notes the call of a name, and answers what it gives. */
    private Meant call(Receiver receiver, int name, int paren) {
        String word = tokens.word(name);
        if (receiver.word().equals("super")) {
            Found above = inside == null ? null : inside.inherited(word);
            return above != null && above.isMethod()
                    ? emitted(above, above.member().qualifiedName(), Confidence.RESOLVED, name)
                    : Meant.UNKNOWN;
        }
        if (receiver.module() != null && !receiver.type().known()) {
            Found found = graph.function(receiver.module(), word);
            if (found != null) {
                emit(found.member().qualifiedName(), "call", Confidence.LITERAL, name);
            }
            return found == null ? Meant.UNKNOWN : typeOf(found);
        }
        TypeNode node = receiver.type().node();
        Found found = node == null ? null : node.member(word);
        Found method = found != null && found.isMethod() ? found : null;
        if (method == null && is(Dialect.CSHARP) && receiver.type().known()) {
            method = world.extension(word, receiver.type());
            node = method == null ? node : method.owner();
        }
        entity(receiver, word, name, method);
        outward.on(receiver.type(), receiver.word(), name, paren);
        if (method == null || node == null) {
            return through(receiver.type(), word);
        }
        boolean external = outward.isClient(node, method);
        Meant type =
                external
                        ? typeOf(method)
                        : called(new Asked(node, method), name, receiver.ofType());
        if (external) {
            emit(method.member().qualifiedName(), "external", Confidence.RESOLVED, name);
        }
        return type.with(receiver.type().bindings());
    }

    /** The call of a member that the archive declares. */
    private Meant called(Asked asked, int name, boolean named) {
        Found found = asked.found();
        Dispatch.Target target = world.dispatch().target(asked.type(), found);
        boolean plain = named && target.name().equals(found.member().qualifiedName());
        boolean sure = plain && target.confidence() == Confidence.RESOLVED;
        Confidence confidence = sure ? Confidence.LITERAL : target.confidence();
        return emitted(found, target.name(), confidence, name);
    }

    private Meant emitted(Found found, String target, Confidence confidence, int name) {
        emit(target, "call", confidence, name);
        return typeOf(found);
    }

    private Meant typeOf(Found found) {
        Member member = found.member();
        TypeNode owner = found.owner();
        String written = member.type();
        if (written.isEmpty() && !member.initializer().isEmpty()) {
            return initialized(owner, member);
        }
        return graph.meant(written, owner.file(), owner).with(found.bindings());
    }

    /** A field without a type that is set to a new object. */
    private Meant initialized(TypeNode owner, Member member) {
        CodeFile home = owner.file();
        return graph.code()
                .symbols()
                .typeOf(home.expression(member.initializer()), Scope.of(home, owner.declaration()))
                .map(type -> Meant.of(graph.node(type)))
                .orElse(Meant.UNKNOWN);
    }

    private void entity(Receiver receiver, String word, int name, @Nullable Found method) {
        TypeNode node = receiver.type().node();
        Meant entity = world.entities().of(receiver.type());
        boolean done = method != null && !method.isAbstract() && method.bindings().isEmpty();
        boolean generic = method != null && !method.owner().parameters().isEmpty();
        if (entity.node() != null && (!done || generic)) {
            entity(entity.node(), name);
        } else if (method == null && node != null && EntityAccess.isModel(node)) {
            boolean manager = word.equals("objects") || word.equals("query");
            boolean own = is(Dialect.PYTHON) ? manager || stores(word, receiver) : !word.isEmpty();
            if (own && (receiver.ofType() || stores(word, receiver)) && node != inside) {
                entity(node, name);
            }
        }
    }

    private static boolean stores(String word, Receiver receiver) {
        return !receiver.ofType()
                && Set.of("save", "delete", "remove", "persist", "refresh_from_db", "destroy")
                        .contains(word);
    }

    void entity(TypeNode entity, int at) {
        emit(entity.name(), "entity", Confidence.RESOLVED, at);
    }

    void emit(String to, String kind, Confidence confidence, int at) {
        if (!to.equals(from)) {
            Span span = new Span(tokens.start(at), tokens.end(at));
            sink.add(from, to, kind, confidence, file, span);
        }
    }

    /** What a library's type gives under a name, as far as that is its own argument. */
    private static Meant through(Meant type, String word) {
        if (type.node() != null || type.arguments().isEmpty()) {
            return Meant.UNKNOWN;
        }
        boolean held = HELD.contains(type.name()) && (word.equals("Value") || word.equals("get"));
        if (held || (FIRST.contains(word) && type.arguments().size() == 1)) {
            return type.argument();
        }
        return SAME.contains(word) ? type : Meant.UNKNOWN;
    }

    /** What a collection is of. */
    Meant element(Meant type) {
        boolean one = type.arguments().size() == 1;
        boolean map = type.arguments().size() == 2 && type.name().endsWith("Dictionary");
        return one ? type.argument() : map ? type.arguments().get(1) : Meant.UNKNOWN;
    }

    /** The type of the value that begins at a token, if it is an object that is made or a name. */
    Meant argument(int at) {
        int start = tokens.is(at, "new") ? at + 1 : at;
        if (!tokens.isWord(start)) {
            return Meant.UNKNOWN;
        }
        boolean created = start > at || (is(Dialect.PYTHON) && tokens.is(start + 1, '('));
        if (!created) {
            boolean alone = tokens.is(start + 1, ',') || tokens.is(start + 1, ')');
            return alone ? named(tokens.word(start)) : Meant.UNKNOWN;
        }
        int end = start + 1;
        while (tokens.is(end, '.') && tokens.isWord(end + 1)) {
            end += 2;
        }
        if (tokens.is(end, '<')) {
            int paren = angles(end);
            end = paren > 0 ? paren : end;
        }
        return graph.meant(file.syntax().type(start, end), file, inside);
    }

    /** The class that is named as a whole argument: {@code User}, {@code User.class}. */
    @Nullable TypeNode classAt(int at) {
        boolean java = tokens.is(at + 1, '.') && tokens.is(at + 2, "class");
        int end = java ? at + 3 : at + 1;
        boolean alone = tokens.is(end, ',') || tokens.is(end, ')');
        boolean upper =
                tokens.isWord(at) && Character.isUpperCase(tokens.text().charAt(tokens.start(at)));
        if (!upper || !alone || locals.containsKey(tokens.word(at))) {
            return null;
        }
        return graph.meant(tokens.word(at), file, inside).node();
    }

    /** The type arguments of a call, the bracket of whose arguments is known. */
    Meant typeArgument(int name, int paren) {
        if (paren - name < 3 || !tokens.is(name + 1, '<')) {
            return Meant.UNKNOWN;
        }
        String written = file.syntax().type(name, paren);
        List<Meant> arguments = graph.meant(written, file, inside).arguments();
        return arguments.isEmpty() ? Meant.UNKNOWN : arguments.get(0);
    }

    String word(int token) {
        return tokens.word(token);
    }
}
