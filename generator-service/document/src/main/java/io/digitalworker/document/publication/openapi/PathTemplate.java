package io.digitalworker.document.publication.openapi;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path as OpenAPI has it.
 *
 * @param path parameters as {@code {name}}, without any constraint, mark or query
 * @param names of its parameters, in their order, each once
 */
record PathTemplate(String path, Set<String> names) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern NO_NAME = Pattern.compile("^[*.]+|[:=?].*$|\\*+$");

    static PathTemplate of(String path) {
        Set<String> names = new LinkedHashSet<>();
        String cut = PARAMETER.matcher(path).replaceAll(found -> "{" + name(found) + "}");
        int query = cut.indexOf('?');
        String shown = query < 0 ? cut : cut.substring(0, query);
        PARAMETER.matcher(shown).results().forEach(found -> names.add(found.group(1)));
        return new PathTemplate(shown, names);
    }

    private static String name(MatchResult parameter) {
        String name = NO_NAME.matcher(parameter.group(1)).replaceAll("");
        return Matcher.quoteReplacement(name.isEmpty() ? "any" : name);
    }

    /** Equal for templates that answer to the same addresses. */
    String shape() {
        return PARAMETER.matcher(path).replaceAll("{}");
    }
}
