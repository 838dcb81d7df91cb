package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression of a script amounts to while its routers are put together. */
sealed interface Thing {
    Thing UNKNOWN = new Unknown();
    int MAX_ITEMS = 500;

    /** What a loop runs over; one thing unknown if that cannot be told. */
    static List<Thing> each(Thing thing) {
        return thing instanceof Items items
                ? items.items().stream().limit(MAX_ITEMS).toList()
                : List.of(UNKNOWN);
    }

    static Thing item(Thing thing, int index) {
        return thing instanceof Items items && index >= 0 && index < items.items().size()
                ? items.items().get(index)
                : UNKNOWN;
    }

    /** Nothing that matters here. */
    record Unknown() implements Thing {}

    /**
     * A text or number.
     *
     * @param known whether all of it is known; else the rest stands in braces
     */
    record Text(String text, boolean known, boolean literal) implements Thing {
        Text plus(Text more) {
            String joined = text + more.text;
            String cut = joined.length() > 2_000 ? joined.substring(0, 2_000) : joined;
            return new Text(cut, known && more.known, literal && more.literal);
        }

        Text resolved() {
            return literal ? new Text(text, known, false) : this;
        }
    }

    /** A regular expression as a path. */
    record Regex(String pattern) implements Thing {}

    record Items(List<Thing> items) implements Thing {}

    /** An object, of a class of the archive perhaps; changes as it is built. */
    final class Fields implements Thing {
        final Map<String, Thing> fields = new LinkedHashMap<>();
        final @Nullable TypeDeclaration type;

        Fields(@Nullable TypeDeclaration type) {
            this.type = type;
        }
    }

    /** A function with the place where it was made. */
    record Closure(
            String name,
            CodeFile file,
            List<Parameter> parameters,
            boolean block,
            Span body,
            Environment around)
            implements Thing {}

    record ClassOf(CodeFile file, TypeDeclaration type) implements Thing {}

    record ModuleOf(CodeFile file) implements Thing {}

    /** Something of a package outside the archive, or of the language: {@code express.Router}. */
    record Foreign(String module, String member) implements Thing {
        String path() {
            return member.isEmpty() ? module : module + "." + member;
        }
    }

    record Router(RouterNode node) implements Thing {}

    /**
     * A router at a path: {@code router.route('/x')}, {@code mount('/x', app)}.
     *
     * @param guards what {@code all} was given so far in a chain of calls
     * @param all the route that {@code all} made if nothing was called after it
     */
    record At(
            RouterNode node,
            Thing path,
            List<RouterNode.Given> guards,
            RouterNode.@Nullable Event all)
            implements Thing {
        At(RouterNode node, Thing path) {
            this(node, path, List.of(), null);
        }
    }

    /** The names and values that are in sight. */
    final class Environment {
        final @Nullable Environment outer;
        final CodeFile file;
        final Span span;
        final Thing self;
        final Map<String, Thing> names = new LinkedHashMap<>();
        final List<String> conditions = new ArrayList<>();
        @Nullable Thing returned;

        Environment(@Nullable Environment outer, CodeFile file, Span span, Thing self) {
            this.outer = outer;
            this.file = file;
            this.span = span;
            this.self = self;
        }

        /** The nearest one that knows the name; null if none does. */
        @Nullable Environment knowing(String name) {
            for (Environment each = this; each != null; each = each.outer) {
                if (each.names.containsKey(name)) {
                    return each;
                }
            }
            return null;
        }
    }
}
