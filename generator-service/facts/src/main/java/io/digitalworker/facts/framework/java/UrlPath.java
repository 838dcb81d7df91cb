package io.digitalworker.facts.framework.java;

import java.util.ArrayList;
import java.util.List;

/** Paths of Java's frameworks as facts have them. */
final class UrlPath {
    private UrlPath() {}

    /** One path of several parts, each with or without slashes at its ends; constraints left out. */
    static String of(String... parts) {
        StringBuilder path = new StringBuilder();
        for (String part : parts) {
            path.append('/').append(part.strip());
        }
        return slashes(parameters(path.toString()));
    }

    /** The names of a path's parameters, in order. */
    static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        int open = path.indexOf('{');
        while (open >= 0) {
            int close = path.indexOf('}', open);
            if (close < 0) {
                break;
            }
            names.add(path.substring(open + 1, close));
            open = path.indexOf('{', close);
        }
        return names;
    }

    /** {@code {id: [0-9]{3}}} is {@code {id}}; {@code {?page,size}} is no part of the path. */
    private static String parameters(String path) {
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < path.length()) {
            int close = path.charAt(i) == '{' ? closing(path, i) : -1;
            if (close < 0) {
                plain.append(path.charAt(i++));
            } else {
                plain.append(parameter(path.substring(i + 1, close)));
                i = close + 1;
            }
        }
        return plain.toString();
    }

    private static int closing(String path, int open) {
        int depth = 0;
        for (int i = open; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String parameter(String inside) {
        String text = inside.strip();
        if (text.startsWith("?") || text.startsWith("&") || text.startsWith("#")) {
            return "";
        }
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        String bare = name.replaceAll("[^\\w.$-]", "");
        return (name.startsWith("/") ? "/{" : "{") + (bare.isEmpty() ? "path" : bare) + "}";
    }

    private static String slashes(String path) {
        StringBuilder plain = new StringBuilder("/");
        for (String segment : path.split("/", -1)) {
            if (!segment.isBlank()) {
                plain.append(plain.length() == 1 ? "" : "/").append(segment.strip());
            }
        }
        return plain.toString();
    }
}
