package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.framework.node.TestFiles;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Fields;
import io.digitalworker.facts.framework.node.router.Thing.Foreign;
import io.digitalworker.facts.framework.node.router.Thing.Items;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What functions of the language and of Node's own modules answer. */
final class ForeignCalls {
    private ForeignCalls() {}

    /** Null for a function that is not known. */
    static @Nullable Thing of(
            Foreign function, List<RouterNode.Given> given, ScriptRun run, Environment env) {
        Thing first = given.isEmpty() ? Thing.UNKNOWN : given.get(0).thing();
        String path = function.path().replace("node:", "");
        return switch (path) {
            case ".Object.values" -> values(first);
            case ".Object.keys" -> keys(first);
            case ".Object.entries" -> entries(first);
            case ".Object.freeze", ".Array.from", ".String", ".Promise.all", ".Promise.resolve" ->
                    first;
            case ".Object.assign" -> assigned(first, given);
            case "path.join", "path.resolve", ".path.join", ".path.resolve" ->
                    joined(given, run, env);
            case "path.basename" -> baseName(given);
            case "path.extname", "path.dirname" -> Thing.UNKNOWN;
            case "fs.readdirSync" -> listed(first, run);
            case "koa-compose", "fastify-plugin", "fastify-plugin.fp" -> first;
            default -> null;
        };
    }

    private static Thing values(Thing object) {
        return object instanceof Fields fields
                ? new Items(List.copyOf(fields.fields.values()))
                : object instanceof Items ? object : Thing.UNKNOWN;
    }

    private static Thing keys(Thing object) {
        return object instanceof Fields fields
                ? new Items(fields.fields.keySet().stream().map(ForeignCalls::text).toList())
                : Thing.UNKNOWN;
    }

    private static Thing entries(Thing object) {
        if (!(object instanceof Fields fields)) {
            return Thing.UNKNOWN;
        }
        List<Thing> entries = new ArrayList<>();
        fields.fields.forEach((key, value) -> entries.add(new Items(List.of(text(key), value))));
        return new Items(entries);
    }

    private static Thing text(String text) {
        return new Text(text, true, false);
    }

    private static Thing assigned(Thing first, List<RouterNode.Given> given) {
        if (first instanceof Fields target) {
            for (RouterNode.Given each : given) {
                if (each.thing() instanceof Fields more && more != target) {
                    target.fields.putAll(more.fields);
                }
            }
        }
        return first;
    }

    private static Thing joined(List<RouterNode.Given> given, ScriptRun run, Environment env) {
        Deque<String> parts = new ArrayDeque<>();
        for (RouterNode.Given each : given) {
            Text text = run.text(each.thing(), each.expression(), env);
            if (!text.known()) {
                return Thing.UNKNOWN;
            }
            for (String part : text.text().split("/", -1)) {
                if (part.equals("..")) {
                    parts.pollLast();
                } else if (!part.isEmpty() && !part.equals(".")) {
                    parts.addLast(part);
                }
            }
        }
        return text("/" + String.join("/", parts));
    }

    private static Thing baseName(List<RouterNode.Given> given) {
        Thing first = given.isEmpty() ? Thing.UNKNOWN : given.get(0).thing();
        if (!(first instanceof Text path)) {
            return Thing.UNKNOWN;
        }
        String name = path.text().substring(path.text().lastIndexOf('/') + 1);
        Thing end = given.size() > 1 ? given.get(1).thing() : Thing.UNKNOWN;
        boolean cut = end instanceof Text ending && name.endsWith(ending.text());
        return text(
                cut && end instanceof Text t
                        ? name.substring(0, name.length() - t.text().length())
                        : name);
    }

    /** The names in a directory of the archive, without an index file. */
    private static Thing listed(Thing directory, ScriptRun run) {
        if (!(directory instanceof Text text) || !text.known()) {
            return Thing.UNKNOWN;
        }
        String prefix = text.text().replaceFirst("^/", "") + "/";
        Set<String> names = new LinkedHashSet<>();
        for (SourceFile file : run.code().tree().files()) {
            if (file.path().startsWith(prefix)) {
                String rest = file.path().substring(prefix.length());
                String name = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
                if (!name.startsWith("index.") && !TestFiles.is(file.path())) {
                    names.add(name);
                }
            }
        }
        return new Items(names.stream().map(ForeignCalls::text).toList());
    }
}
