package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.framework.node.router.RouterNode.Given;
import io.digitalworker.facts.framework.node.router.Thing.Foreign;
import io.digitalworker.facts.framework.node.router.Thing.Items;
import io.digitalworker.facts.framework.node.router.Thing.Regex;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be the path and the methods of a route or of a mount. */
final class RouterPaths {
    private RouterPaths() {}

    /** {@code app.all('*')} answers what nobody else does. */
    static boolean isStar(Thing path) {
        return path instanceof Text text
                && Set.of("*", "/*", "(.*)", "/*splat", "{*splat}", "/{*splat}", "*splat", "*path")
                        .contains(text.text());
    }

    /** The methods that a text or a list of texts names, in upper case. */
    static List<String> methods(Thing thing) {
        if (thing instanceof Text text) {
            String upper = text.text().toUpperCase(Locale.ROOT);
            return List.of(Set.of("*", "ALL").contains(upper) ? "ANY" : upper);
        }
        if (thing instanceof Items items) {
            return items.items().stream().flatMap(i -> methods(i).stream()).toList();
        }
        return List.of("ANY");
    }

    static boolean isPath(Thing thing) {
        return thing instanceof Text
                || thing instanceof Regex
                || (thing instanceof Items items
                        && !items.items().isEmpty()
                        && items.items().stream()
                                .allMatch(i -> i instanceof Text || i instanceof Regex));
    }

    /** Something that reads like a constant or a setting, where a path may stand. */
    static boolean isUnknownPath(Given given) {
        boolean plain = given.expression() instanceof Name || given.expression() instanceof Select;
        return plain
                && (given.thing() instanceof Thing.Unknown || given.thing() instanceof Foreign)
                && given.written()
                        .matches("(?i).*(path|prefix|base|url|route|endpoint|api|version)\\w*");
    }

    static Thing asPath(Given given, CodeBase code) {
        if (isPath(given.thing())) {
            return given.thing();
        }
        Optional<String> set = outside(given.thing(), code);
        String name = given.written().replaceAll("\\(.*", "").replaceAll("[^\\w.]", "");
        String last = name.substring(name.lastIndexOf('.') + 1);
        return set.map(text -> new Text(text, true, false))
                .orElseGet(
                        () ->
                                new Text(
                                        "{" + (last.isEmpty() ? "value" : last) + "}",
                                        false,
                                        false));
    }

    /** Configuration that is read from the environment, as an example file sets it. */
    static Optional<String> outside(Thing thing, CodeBase code) {
        if (!(thing instanceof Foreign foreign) || !foreign.path().startsWith(".process.env.")) {
            return Optional.empty();
        }
        String key = foreign.path().substring(".process.env.".length());
        for (DataFile file : code.data().readNamed(".env*")) {
            DataNode value = file.root().get(key);
            String text = value == null ? "" : value.text().orElse("");
            if (text.matches("[\\w/.:-]+")) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
