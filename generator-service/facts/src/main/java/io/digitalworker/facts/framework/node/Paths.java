package io.digitalworker.facts.framework.node;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.digitalworker.facts.fact.Input;
import java.util.ArrayList;
import java.util.List;

/** Paths as the frameworks of scripts write them, made into those of facts. */
public final class Paths {
    private static final Pattern CONSTRAINT =
            Pattern.compile(":([\\w$]+)\\((?:[^()]|\\([^()]*\\))*\\)");
    private static final Pattern GROUP = Pattern.compile("\\((?:[^()]|\\([^()]*\\))*\\)");
    private static final Pattern NAMED = Pattern.compile(":([A-Za-z_$][\\w$]*)[?*+]?");
    private static final Pattern STARRED = Pattern.compile("\\*([A-Za-z_]\\w*)");
    private static final Pattern HOLE = Pattern.compile("\\{([^{}/]+)\\}");
    private static final Pattern OPTIONAL =
            Pattern.compile("\\{(/[^{}]*(?:\\{[^{}]*\\})?[^{}]*)\\}");

    private Paths() {}

    /** {@code :id(\\d+)?} becomes {@code {id}}; a star {@code {*}}; without slash at the end. */
    public static String of(String written) {
        String path = "/" + written.strip();
        path = OPTIONAL.matcher(path).replaceAll("$1");
        path = CONSTRAINT.matcher(path).replaceAll(":$1");
        path = NAMED.matcher(path).replaceAll("{$1}");
        path = GROUP.matcher(path).replaceAll("*");
        path = STARRED.matcher(path).replaceAll("{$1}");
        path = path.replaceAll("(?<![{*])\\*+(?!\\})", "{*}").replaceAll("\\}\\?", "}");
        path = path.replaceAll("\\{\\*\\}\\{\\*\\}", "{*}").replaceAll("/{2,}", "/");
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    /** One behind the other. */
    public static String join(String prefix, String path) {
        return of(prefix + "/" + path);
    }

    /** What stands in braces. */
    public static List<Input> parameters(String path) {
        List<Input> inputs = new ArrayList<>();
        Matcher holes = HOLE.matcher(path);
        while (holes.find()) {
            String name = holes.group(1);
            boolean known = inputs.stream().anyMatch(input -> input.name().equals(name));
            if (!known) {
                inputs.add(new Input(name, "path", "", true));
            }
        }
        return inputs;
    }
}
