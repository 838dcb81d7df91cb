package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.declaration.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of a mapper.
 *
 * @param kind insert, update, delete or select
 * @param types classes of the archive that it is given, or for a select, that it answers
 * @param tables that it writes or reads first, in lower case
 */
record MyBatisStatement(String kind, List<TypeDeclaration> types, List<String> tables) {
    private static final int MAX_TABLES = 50;
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?i)\\b(?:insert\\s{1,20}(?:ignore\\s{1,20})?into|replace\\s{1,20}into|update)"
                            + "\\s{1,20}[`\"\\[]?([\\w.]{1,100})");
    private static final Pattern READ =
            Pattern.compile("(?i)\\bfrom\\s{1,200}[`\"\\[]?([\\w.]{1,100})");

    MyBatisStatement {
        types = List.copyOf(types);
        tables = List.copyOf(tables);
    }

    static MyBatisStatement of(String kind, List<TypeDeclaration> types, String sql) {
        return new MyBatisStatement(
                kind, types, tables(kind.equals("select") ? READ : WRITTEN, sql));
    }

    private static List<String> tables(Pattern pattern, String sql) {
        List<String> tables = new ArrayList<>();
        Matcher matcher = pattern.matcher(sql);
        while (matcher.find() && tables.size() < MAX_TABLES) {
            String name = matcher.group(1);
            String table = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (!table.equals("set")) {
                tables.add(table);
            }
        }
        return tables;
    }

    boolean writes() {
        return kind.equals("insert") || kind.equals("update");
    }
}
