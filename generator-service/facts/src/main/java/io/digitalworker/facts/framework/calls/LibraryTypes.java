package io.digitalworker.facts.framework.calls;

import java.util.Set;

/** What collections and holders of libraries give, as far as that is their own argument. */
final class LibraryTypes {
    private static final Set<String> FIRST =
            Set.of(
                    "get",
                    "orElse",
                    "orElseGet",
                    "orElseThrow",
                    "First",
                    "FirstOrDefault",
                    "Single",
                    "SingleOrDefault",
                    "Last",
                    "LastOrDefault",
                    "FirstAsync",
                    "FirstOrDefaultAsync",
                    "SingleAsync",
                    "SingleOrDefaultAsync",
                    "ElementAt",
                    "Result",
                    "Value",
                    "at",
                    "find",
                    "Find",
                    "FindAsync",
                    "pop",
                    "value",
                    "block");
    private static final Set<String> SAME =
            Set.of(
                    "Where",
                    "OrderBy",
                    "OrderByDescending",
                    "ThenBy",
                    "ToList",
                    "ToListAsync",
                    "ToArray",
                    "Include",
                    "ThenInclude",
                    "AsNoTracking",
                    "ConfigureAwait",
                    "Skip",
                    "Take",
                    "Distinct",
                    "AsQueryable",
                    "filter",
                    "stream",
                    "sorted",
                    "Reverse",
                    "Concat",
                    "slice",
                    "AsEnumerable",
                    "ToArrayAsync",
                    "limit",
                    "skip",
                    "reverse");
    private static final Set<String> HELD =
            Set.of("Lazy", "IOptions", "IOptionsSnapshot", "IOptionsMonitor", "Provider");

    private LibraryTypes() {}

    /** What a library's type gives under a name, as far as that is its own argument. */
    static Meant through(Meant type, String word) {
        if (type.node() != null || type.arguments().isEmpty()) {
            return Meant.UNKNOWN;
        }
        boolean held = HELD.contains(type.name()) && (word.equals("Value") || word.equals("get"));
        if (held || (FIRST.contains(word) && type.arguments().size() == 1)) {
            return type.argument();
        }
        return SAME.contains(word) ? type : Meant.UNKNOWN;
    }

    /** What a collection is of. */
    static Meant element(Meant type) {
        boolean one = type.arguments().size() == 1;
        boolean map = type.arguments().size() == 2 && type.name().endsWith("Dictionary");
        return one ? type.argument() : map ? type.arguments().get(1) : Meant.UNKNOWN;
    }
}
