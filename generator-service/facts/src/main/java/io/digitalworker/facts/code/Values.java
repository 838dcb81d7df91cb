package io.digitalworker.facts.code;

import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Conditional;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Index;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Template;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The texts that expressions stand for: constants, interpolation, concatenation and what functions of
 * the archive return are followed. An expression may have several, one for each branch.
 */
public final class Values {
    private static final int MAX_STEPS = 32;
    private static final int MAX_ALTERNATIVES = 8;
    static final int MAX_LENGTH = 4_000;
    private static final Set<String> DEFAULTED = Set.of("??", "||", "or", "?:");

    private static final Pattern ARGUMENTS = Pattern.compile("\\(.*");
    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^\\w.]");

    private final Symbols symbols;
    private final TextFunctions functions = new TextFunctions(this);

    Values(Symbols symbols) {
        this.symbols = symbols;
    }

    /** The one text; empty when it is not known, or when there are several. */
    public Optional<String> text(Expression expression, Scope scope) {
        return only(all(expression, scope));
    }

    private static Optional<String> only(List<Value> all) {
        return all.size() == 1 && all.get(0).known()
                ? Optional.of(all.get(0).text())
                : Optional.empty();
    }

    /** The first text, in parts unknown perhaps. */
    public Value first(Expression expression, Scope scope) {
        return all(expression, scope).get(0);
    }

    /** The texts of all branches, at least one, at most eight. */
    public List<Value> all(Expression expression, Scope scope) {
        return all(expression, scope, Steps.of(MAX_STEPS));
    }

    /** The texts of a list's items; of a single value, that value's. */
    public List<Value> items(Expression expression, Scope scope) {
        Located at = symbols.definition(expression, scope);
        List<Expression> items = itemsOf(at.expression());
        if (items.isEmpty() && !(at.expression() instanceof Sequence)) {
            return List.of(first(expression, scope));
        }
        List<Value> values = new ArrayList<>();
        items.forEach(item -> values.add(first(item, at.scope())));
        return values;
    }

    /** The items of an array, list or tuple; none for anything else. */
    public static List<Expression> itemsOf(Expression expression) {
        if (expression instanceof Sequence sequence) {
            return sequence.items();
        }
        if (expression instanceof Create create && !create.initializer().isEmpty()) {
            return create.initializer().stream().map(Argument::value).toList();
        }
        return List.of();
    }

    List<Value> all(Expression expression, Scope scope, Steps steps) {
        if (steps.ended()) {
            return unknown(expression, scope);
        }
        if (expression instanceof Text text) {
            return List.of(new Value(text.value(), true, true));
        }
        if (expression instanceof Numeral number) {
            return List.of(new Value(number.digits(), true, true));
        }
        if (expression instanceof Template template) {
            return joined(template.parts(), scope, steps.less());
        }
        if (expression instanceof Binary binary) {
            return binary(binary, scope, steps.less());
        }
        if (expression instanceof Conditional branch) {
            List<Value> both = new ArrayList<>(all(branch.then(), scope, steps.less()));
            both.addAll(all(branch.otherwise(), scope, steps.less()));
            return distinct(both);
        }
        if (expression instanceof Call call) {
            return called(call, scope, steps.less());
        }
        if (expression instanceof Index index) {
            return indexed(index, scope, steps.less());
        }
        return followed(expression, scope, steps.less());
    }

    private List<Value> followed(Expression expression, Scope scope, Steps steps) {
        Optional<String> typeName = nameOfType(expression, scope, steps);
        if (typeName.isPresent()) {
            return List.of(new Value(typeName.get(), true, false));
        }
        Symbol symbol = symbols.find(expression, scope, steps.within(Symbols.MAX_STEPS));
        if (symbol instanceof Symbol.Variable variable) {
            return variable.value() == expression
                    ? unknown(expression, scope)
                    : resolved(all(variable.value(), variable.scope(), steps));
        }
        if (symbol instanceof Symbol.Function function) {
            return returned(function, function.scope(), expression, scope, steps);
        }
        boolean empty = expression instanceof Select select && select.name().equals("Empty");
        return empty ? List.of(new Value("", true, false)) : unknown(expression, scope);
    }

    /** {@code typeof(T).Name}, {@code x.GetType().Name}, also by way of a variable. */
    private Optional<String> nameOfType(Expression expression, Scope scope, Steps steps) {
        if (!(expression instanceof Select select) || !select.name().equals("Name")) {
            return Optional.empty();
        }
        Located at = symbols.definition(select.target(), scope, steps);
        if (!(at.expression() instanceof Call call)) {
            return Optional.empty();
        }
        if (call.name().equals("typeof") && !call.arguments().isEmpty()) {
            return Optional.of(nameOf(call.arguments().get(0).value()));
        }
        Expression receiver = call.receiver();
        return call.name().equals("GetType") && receiver != null
                ? symbols.typeOf(receiver, at.scope(), steps).map(TypeDeclaration::simpleName)
                : Optional.empty();
    }

    /** {@code typeof(T).GetProperty(nameof(I.P)).GetValue(null)}: what T itself has as P. */
    private Optional<List<Value>> reflected(Call call, Scope scope, Steps steps) {
        boolean gets = call.receiver() instanceof Call && !call.arguments().isEmpty();
        if (!gets || !(call.receiver() instanceof Call property)) {
            return Optional.empty();
        }
        Expression target = property.receiver();
        if (!property.name().equals("GetProperty")
                || target == null
                || property.arguments().isEmpty()) {
            return Optional.empty();
        }
        Located at = symbols.definition(target, scope, steps);
        Value name = all(property.arguments().get(0).value(), scope, steps).get(0);
        boolean typeOf = at.expression() instanceof Call of && of.name().equals("typeof");
        TypeDeclaration type = at.scope().type();
        if (!typeOf || !name.known() || type == null) {
            return Optional.empty();
        }
        boolean own = type.members().stream().anyMatch(m -> m.name().equals(name.text()));
        Expression member = new Name(name.text(), call.span());
        return own ? Optional.of(all(member, at.scope(), steps)) : Optional.empty();
    }

    private List<Value> binary(Binary binary, Scope scope, Steps steps) {
        if (binary.operator().equals("+")) {
            return joined(List.of(binary.left(), binary.right()), scope, steps);
        }
        if (DEFAULTED.contains(binary.operator())) {
            List<Value> left = all(binary.left(), scope, steps);
            return left.stream().allMatch(Value::known)
                    ? left
                    : resolved(all(binary.right(), scope, steps));
        }
        if (binary.operator().equals("%") && binary.left() instanceof Text) {
            return resolved(
                    functions.formatted(binary.left(), List.of(binary.right()), scope, steps));
        }
        if (binary.operator().equals("/")) {
            return joined(List.of(binary.left(), slash(binary), binary.right()), scope, steps);
        }
        return unknown(binary, scope);
    }

    private static Expression slash(Binary binary) {
        return new Text("/", binary.span());
    }

    List<Value> joined(List<Expression> parts, Scope scope, Steps steps) {
        List<Value> so = List.of(new Value("", true, true));
        for (Expression part : parts) {
            List<Value> more = all(part, scope, steps);
            List<Value> next = new ArrayList<>();
            for (Value left : so) {
                for (Value right : more) {
                    next.add(plus(left, right));
                }
            }
            so = distinct(next);
        }
        return so;
    }

    private static Value plus(Value left, Value right) {
        String text = left.text() + right.text();
        return new Value(
                text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text,
                left.known() && right.known(),
                left.literal() && right.literal());
    }

    private static List<Value> distinct(List<Value> values) {
        Map<String, Value> distinct = new LinkedHashMap<>();
        values.forEach(value -> distinct.putIfAbsent(value.text(), value));
        return distinct.values().stream().limit(MAX_ALTERNATIVES).toList();
    }

    private static List<Value> resolved(List<Value> values) {
        return values.stream().map(v -> new Value(v.text(), v.known(), false)).toList();
    }

    /** In braces, so that a path shows it as a parameter. */
    private static List<Value> unknown(Expression expression, Scope scope) {
        String written =
                expression.span().end() <= scope.file().text().length()
                        ? scope.file().text(expression.span())
                        : "";
        String name =
                NOT_OF_A_NAME.matcher(ARGUMENTS.matcher(written).replaceAll("")).replaceAll("");
        String last = name.substring(name.lastIndexOf('.') + 1);
        return List.of(new Value("{" + (last.isEmpty() ? "value" : last) + "}", false, false));
    }

    // ---- calls

    private List<Value> called(Call call, Scope scope, Steps steps) {
        String name = call.name();
        if (name.equals("nameof") && !call.arguments().isEmpty()) {
            return List.of(new Value(nameOf(call.arguments().get(0).value()), true, false));
        }
        Optional<List<Value>> reflected =
                name.equals("GetValue") ? reflected(call, scope, steps) : Optional.empty();
        if (reflected.isPresent()) {
            return resolved(reflected.get());
        }
        List<Value> known =
                functions.transformed(call, name.toLowerCase(Locale.ROOT), scope, steps);
        if (!known.isEmpty()) {
            return resolved(known);
        }
        Symbol symbol = symbols.find(call.function(), scope, steps.within(Symbols.MAX_STEPS));
        if (symbol instanceof Symbol.Function function) {
            Scope inner = bound(function, call, scope);
            return returned(function, inner, call, scope, steps);
        }
        return unknown(call, scope);
    }

    private static String nameOf(Expression expression) {
        if (expression instanceof Select select) {
            return select.name();
        }
        String name = expression instanceof Name plain ? plain.name() : "";
        String bare = TypeName.of(name).name();
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private Scope bound(Symbol.Function function, Call call, Scope scope) {
        Scope inner = function.scope();
        List<Parameter> parameters = function.member().parameters();
        boolean self = !parameters.isEmpty() && parameters.get(0).name().equals("self");
        for (int i = self ? 1 : 0; i < parameters.size(); i++) {
            String name = parameters.get(i).name();
            Optional<Expression> given = Argument.of(call.arguments(), name, self ? i - 1 : i);
            Expression value = given.isPresent() ? given.get() : parameters.get(i).defaultValue();
            if (value != null) {
                Scope of = given.isPresent() ? scope : function.scope();
                inner = inner.with(name, new Located(value, of));
            }
        }
        return inner;
    }

    private List<Value> returned(
            Symbol.Function function, Scope inner, Expression call, Scope scope, Steps steps) {
        Member member = function.member();
        if (member.body().isEmpty()) {
            return unknown(call, scope);
        }
        if (member.expressionBody()) {
            return resolved(all(function.file().expression(member.body()), inner, steps));
        }
        List<Value> values = new ArrayList<>();
        for (Statement statement : inner.locals()) {
            if (statement.kind() == Statement.Kind.RETURN && values.size() < MAX_ALTERNATIVES) {
                values.addAll(all(statement.value(), inner, steps.half()));
            }
        }
        return values.isEmpty() ? unknown(call, scope) : resolved(distinct(values));
    }

    private List<Value> indexed(Index index, Scope scope, Steps steps) {
        Located target = symbols.definition(index.target(), scope, steps);
        if (index.arguments().isEmpty()) {
            return unknown(index, scope);
        }
        Expression key = index.arguments().get(0).value();
        Optional<String> name = only(all(key, scope, steps));
        Expression entry =
                target.expression() instanceof Mapping mapping && name.isPresent()
                        ? mapping.get(name.get())
                        : null;
        return entry == null ? unknown(index, scope) : resolved(all(entry, target.scope(), steps));
    }
}
