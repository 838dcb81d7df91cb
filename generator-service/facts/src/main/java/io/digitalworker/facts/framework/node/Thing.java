package io.digitalworker.facts.framework.node;

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

    /** A router at a path: {@code router.route('/x')}, {@code mount('/x', app)}. */
    record At(RouterNode node, Thing path) implements Thing {}

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
