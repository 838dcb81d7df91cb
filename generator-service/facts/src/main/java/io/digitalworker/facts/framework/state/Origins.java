package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From which states a statement of a body sets the next one: as the conditions around it ask for, as a
 * guard before it leaves over, or as the statement before it has set. Where several of these may have
 * come before, nothing is said.
 */
final class Origins {
    /** More states than these are as good as any. */
    private static final int MOST = 4;

    private final List<Statement> statements;
    private final Scope scope;
    private final StateValues values;
    private final List<Setting> settings = new ArrayList<>();

    /** What was set before. */
    private record Setting(StateField field, String place, int statement, String state) {}

    /**
     * What is known of the state before.
     *
     * @param states none if any will do
     * @param start offset of what says so; -1 if nothing does
     */
    record Origin(List<String> states, int start) {
        static final Origin ANY = new Origin(List.of(), -1);
    }

    Origins(List<Statement> statements, Scope scope, StateValues values) {
        this.statements = statements;
        this.scope = scope;
        this.values = values;
    }

    /** Notes that a statement gives a state; empty for one that cannot be told. */
    void set(StateField field, String place, int statement, String state) {
        settings.add(new Setting(field, place, statement, state));
    }

    /** What is known before a statement of the state of an object; nothing without a place. */
    Origin before(int statement, StateField field, @Nullable String place) {
        if (place == null || statement >= statements.size()) {
            return Origin.ANY;
        }
        List<String> conditions = statements.get(statement).conditions();
        StateTests tests = new StateTests(values, field, place, scope);
        Setting last = null;
        int common = 0;
        for (Setting each : settings) {
            boolean same = each.field().equals(field) && each.place().equals(place);
            if (same && !renewed(place, each.statement(), statement)) {
                common = Math.max(common, common(conditionsOf(each), conditions));
                last = each;
            }
        }
        Origin tested = tested(tests, conditions, common, statement);
        if (!tested.equals(Origin.ANY)) {
            return tested;
        }
        return last == null
                ? guarded(tests, conditions, statement, place)
                : after(last, tests, conditions);
    }

    private List<String> conditionsOf(Setting setting) {
        return statements.get(setting.statement()).conditions();
    }

    private static int common(List<String> one, List<String> other) {
        int i = 0;
        while (i < one.size() && i < other.size() && one.get(i).equals(other.get(i))) {
            i++;
        }
        return i;
    }

    private Origin tested(StateTests tests, List<String> conditions, int from, int statement) {
        List<String> left = tests.field().states().names();
        int start = -1;
        for (int i = from; i < conditions.size(); i++) {
            List<String> allowed = tests.allowed(conditions.get(i), conditions.subList(0, i));
            if (allowed != null) {
                left = left.stream().filter(allowed::contains).toList();
                int at = position(conditions.get(i), statement);
                start = start < 0 ? at : start;
            }
        }
        return of(tests, left, start);
    }

    private Origin of(StateTests tests, List<String> left, int start) {
        boolean said = left.size() < tests.field().states().names().size();
        return said && !left.isEmpty() && left.size() <= MOST
                ? new Origin(left, start)
                : Origin.ANY;
    }

    /** The state that was set before in any case, if no condition since then says otherwise. */
    private Origin after(Setting last, StateTests tests, List<String> conditions) {
        List<String> earlier = conditionsOf(last);
        boolean always = common(earlier, conditions) == earlier.size();
        boolean asked = false;
        for (int i = 0; i < conditions.size(); i++) {
            asked |= tests.allowed(conditions.get(i), conditions.subList(0, i)) != null;
        }
        return always && !asked && !last.state().isEmpty()
                ? new Origin(List.of(last.state()), statements.get(last.statement()).span().start())
                : Origin.ANY;
    }

    // ---- guards

    private Origin guarded(StateTests tests, List<String> conditions, int statement, String place) {
        List<String> left = tests.field().states().names();
        int start = -1;
        for (int i = 0; i < statement; i++) {
            Statement guard = statements.get(i);
            int outer = guard.conditions().size() - 1;
            if (outer >= 0
                    && leaves(i, place)
                    && common(guard.conditions(), conditions) == outer
                    && !renewed(place, i, statement)) {
                String condition = guard.conditions().get(outer);
                int at = position(condition, i);
                List<String> rest =
                        at < 0 || isAlternative(at)
                                ? null
                                : tests.otherwise(condition, guard.conditions().subList(0, outer));
                if (rest != null) {
                    left = left.stream().filter(rest::contains).toList();
                    start = start < 0 ? at : start;
                }
            }
        }
        return of(tests, left, start);
    }

    /** Whether a statement ends the body, or, in a loop over the objects, the turn of this one. */
    private boolean leaves(int statement, String place) {
        Statement guard = statements.get(statement);
        String text = scope.file().text();
        int start = guard.span().start();
        return switch (guard.kind()) {
            case RETURN -> true;
            case LEAVE ->
                    !text.startsWith("break", start)
                            && (!text.startsWith("continue", start)
                                    || loops(statement, Place.root(place)));
            default -> text.startsWith("throw", start);
        };
    }

    private boolean loops(int statement, String name) {
        for (int i = statement; i >= 0; i--) {
            Statement each = statements.get(i);
            if (each.name().equals(name) && !name.isEmpty()) {
                return each.kind() == Statement.Kind.EACH;
            }
        }
        return false;
    }

    /** Whether the variable stands for another object since the first of two statements. */
    private boolean renewed(String place, int first, int second) {
        String root = Place.root(place);
        for (int i = first + 1; i <= second && !root.isEmpty(); i++) {
            Statement each = statements.get(i);
            boolean sets = each.target() == null && each.name().equals(root);
            boolean other =
                    each.kind() == Statement.Kind.ASSIGN || each.kind() == Statement.Kind.EACH;
            if (sets && other) {
                return true;
            }
        }
        return false;
    }

    // ---- where conditions stand

    /** The nearest place of a condition before a statement; -1 if it is not found as it was noted. */
    private int position(String condition, int statement) {
        int start = statements.get(statement).span().start();
        String text = scope.file().text();
        int at = text.lastIndexOf(condition, start);
        if (at < 0) {
            String first = condition.substring(0, condition.indexOf(' ') + 1).strip();
            at = first.isEmpty() ? -1 : text.lastIndexOf(first, start);
        }
        return at >= lowest() ? at : -1;
    }

    private int lowest() {
        return statements.isEmpty() ? 0 : Math.min(body(), statements.get(0).span().start());
    }

    private int body() {
        return scope.member() == null ? 0 : scope.member().span().start();
    }

    /** Whether the condition at an offset is asked only when another has failed. */
    private boolean isAlternative(int offset) {
        if (scope.file().dialect() == Dialect.PYTHON) {
            return scope.file().text().startsWith("el", offset);
        }
        Tokens tokens = scope.file().tokens();
        int token = tokens.at(offset);
        return tokens.is(token - 2, "if") && tokens.is(token - 3, "else");
    }

    /** The text from what says the state before to the end of what sets the next one. */
    static Span reach(Origin origin, Span span) {
        boolean before = origin.start() >= 0 && origin.start() < span.start();
        return before ? new Span(origin.start(), span.end()) : span;
    }
}
