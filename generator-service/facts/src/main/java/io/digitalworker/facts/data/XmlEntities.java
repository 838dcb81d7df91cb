package io.digitalworker.facts.data;

/** The five entities of XML and character references; any other stays as it is written. */
final class XmlEntities {
    private static final int LONGEST = 10;

    private XmlEntities() {}

    static String resolved(String raw) {
        int entity = raw.indexOf('&');
        if (entity < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        int done = 0;
        while (entity >= 0) {
            int end = semicolon(raw, entity);
            int code = end < 0 ? -1 : code(raw, entity + 1, end);
            out.append(raw, done, entity);
            done = code < 0 ? entity + 1 : end + 1;
            if (code < 0) {
                out.append('&');
            } else {
                out.appendCodePoint(code);
            }
            entity = raw.indexOf('&', done);
        }
        return out.append(raw, done, raw.length()).toString();
    }

    private static int semicolon(String raw, int from) {
        for (int at = from; at < Math.min(raw.length(), from + LONGEST); at++) {
            if (raw.charAt(at) == ';') {
                return at;
            }
        }
        return -1;
    }

    private static int code(String raw, int from, int to) {
        String name = raw.substring(from, to);
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> name.startsWith("#") ? number(name.substring(1)) : -1;
        };
    }

    private static int number(String digits) {
        boolean hex = digits.startsWith("x") || digits.startsWith("X");
        try {
            int code = hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
            return Character.isValidCodePoint(code) ? code : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
