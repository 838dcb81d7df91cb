package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Items;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import java.util.ArrayList;
import java.util.List;

/** The methods of the language's own lists and texts. */
final class ValueMethods {
    private final ScriptRun run;

    ValueMethods(ScriptRun run) {
        this.run = run;
    }

    Thing onItems(Items items, String name, List<RouterNode.Given> given) {
        Thing first = given.isEmpty() ? Thing.UNKNOWN : given.get(0).thing();
        switch (name) {
            case "forEach", "map", "flatMap" -> {
                return mapped(items, first);
            }
            case "reduce" -> {
                Thing so = given.size() > 1 ? given.get(1).thing() : Thing.UNKNOWN;
                for (Thing item : Thing.each(items)) {
                    so =
                            first instanceof Closure fn
                                    ? run.invoke(fn, List.of(so, item), fn.around().self)
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
                return Thing.item(items, items.items().size() - 1);
            }
            case "shift", "find", "at" -> {
                return Thing.item(items, 0);
            }
            default -> {
                return Thing.UNKNOWN;
            }
        }
    }

    private Thing mapped(Items items, Thing function) {
        List<Thing> results = new ArrayList<>();
        int index = 0;
        for (Thing item : Thing.each(items)) {
            Text number = new Text(String.valueOf(index++), true, false);
            if (function instanceof Closure closure) {
                results.add(run.invoke(closure, List.of(item, number), closure.around().self));
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

    static Thing onText(Text text, String name, List<RouterNode.Given> given) {
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
}
