package io.digitalworker.document.prompt;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places to fill in, as {@code ${title}}; what is filled in is not looked at again. */
final class Form {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    private final String text;

    Form(String text) {
        this.text = text;
    }

    String with(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1))));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing to fill in for " + name);
        }
        return value;
    }
}
