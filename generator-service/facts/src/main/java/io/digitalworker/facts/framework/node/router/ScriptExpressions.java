package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Fields;
import io.digitalworker.facts.framework.node.router.Thing.Foreign;
import io.digitalworker.facts.framework.node.router.Thing.Items;
import io.digitalworker.facts.framework.node.router.Thing.Text;
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
import java.util.List;

/** What an expression amounts to. */
final class ScriptExpressions {
    private final ScriptRun run;

    ScriptExpressions(ScriptRun run) {
        this.run = run;
    }

    Thing eval(Expression expression, Environment env) {
        if (!run.step()) {
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
            return own ? env.self : run.names.look(name.name(), env);
        }
        if (expression instanceof Select select) {
            return selected(select, env);
        }
        if (expression instanceof Call call) {
            return run.calls.call(call, env);
        }
        if (expression instanceof Create create) {
            return run.objects.create(create, env);
        }
        if (expression instanceof Lambda lambda) {
            return new Closure(
                    "", env.file, lambda.parameters(), lambda.block(), lambda.body(), env);
        }
        return composed(expression, env);
    }

    private Thing selected(Select select, Environment env) {
        if (ScriptStatements.moduleExports(select)) {
            Thing main = run.modules.main(env.file);
            return main != null ? main : run.modules.exportsOf(env.file);
        }
        Thing target = eval(select.target(), env);
        boolean here = target instanceof Foreign meta && meta.path().equals(".import.meta");
        if (here && (select.name().equals("dirname") || select.name().equals("filename"))) {
            return run.names.global("__" + select.name(), env);
        }
        return run.objects.member(target, select.name());
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
                ? Thing.each(eval(unary.operand(), env))
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
                run.statements.assign(binary.left(), right, env);
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
                ? Thing.item(target, Integer.parseInt(text.text()))
                : run.objects.member(target, text.text());
    }

    /** The text that something is; what is not known in braces. */
    Text text(Thing thing, Expression written, Environment env) {
        if (thing instanceof Text text) {
            return written instanceof Expression.Text ? text : text.resolved();
        }
        return RouterPaths.outside(thing, run.code())
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
}
