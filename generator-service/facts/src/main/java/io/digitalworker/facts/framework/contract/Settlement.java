package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Unresolved;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settles between contracts and code when all frameworks are done. A table is no entity of its own where
 * the code has entities for the tables beside it. An operation that the code answers is the code's
 * endpoint; one that nothing implements, while others of its module are, is a contradiction; where no
 * endpoint of the code belongs to the contract, the contract's operations are the endpoints.
 */
public final class Settlement {
    private static final Set<String> BY_CONTRACT = Set.of(OpenApi.FRAMEWORK);
    private static final Set<String> RARE = Set.of("HEAD", "OPTIONS", "TRACE");

    private final ModuleRoots modules;
    private final List<Fact> facts;

    private Settlement(SourceTree tree, List<Fact> facts) {
        this.modules = new ModuleRoots(tree);
        this.facts = facts;
    }

    /** The facts that are left, in their order, and what was found to disagree. */
    public static List<Fact> of(SourceTree tree, List<Fact> facts) {
        Settlement settlement = new Settlement(tree, facts);
        Set<Fact> away = new HashSet<>(settlement.mappedTables());
        List<Fact> more = new ArrayList<>();
        settlement.contracts().forEach((module, all) -> settlement.settle(module, all, away, more));
        List<Fact> left = new ArrayList<>(facts.stream().filter(f -> !away.contains(f)).toList());
        left.addAll(more);
        return left;
    }

    // ---- tables

    private Set<Fact> mappedTables() {
        Set<String> named = new HashSet<>();
        Map<String, List<Entity>> tables = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Entity entity && entity.framework().equals(SqlSchema.FRAMEWORK)) {
                String module = modules.of(entity.evidence().path());
                tables.computeIfAbsent(module, m -> new ArrayList<>()).add(entity);
            } else if (fact instanceof Entity entity) {
                named.add(stem(entity.name()));
                named.add(stem(entity.table()));
            }
        }
        Set<Fact> away = new HashSet<>();
        for (List<Entity> beside : tables.values()) {
            if (beside.stream().anyMatch(table -> named.contains(stem(table.table())))) {
                away.addAll(beside);
            }
        }
        return away;
    }

    /** Without schema, case, word breaks, prefix and plural. */
    static String stem(String name) {
        String bare = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String own = bare.replaceFirst("^(?:tbl|tb|t)_", "").replaceAll("[^\\p{L}\\p{N}]", "");
        if (own.endsWith("ies") && own.length() > 4) {
            return own.substring(0, own.length() - 3) + "y";
        }
        if (own.matches(".*(?:sses|xes|ches|shes|uses)")) {
            return own.substring(0, own.length() - 2);
        }
        return own.endsWith("s") && !own.endsWith("ss") && own.length() > 2
                ? own.substring(0, own.length() - 1)
                : own;
    }

    // ---- operations

    private Map<String, List<Endpoint>> contracts() {
        Map<String, List<Endpoint>> contracts = new TreeMap<>();
        boolean several = isOfSeveralApplications();
        for (Fact fact : facts) {
            if (fact instanceof Endpoint operation && BY_CONTRACT.contains(operation.framework())) {
                String home = several ? home(operation) : modules.of(operation.evidence().path());
                contracts.computeIfAbsent(home, m -> new ArrayList<>()).add(operation);
            }
        }
        return contracts;
    }

    private boolean isOfSeveralApplications() {
        return implemented("").stream()
                        .map(endpoint -> modules.of(endpoint.evidence().path()))
                        .filter(module -> !module.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }

    /** The module; of what lies in none, the folder of the archive. */
    private String home(Endpoint endpoint) {
        String path = endpoint.evidence().path();
        String module = modules.of(path);
        return module.isEmpty() ? path.substring(0, Math.max(0, path.indexOf('/'))) : module;
    }

    /**
     * Whether code elsewhere in the archive answers a contract's operations: a third of them as they are,
     * or two and a third of them under a prefix of one application. A single likeness, such as a health
     * check, is none.
     */
    private boolean isAnswered(List<Endpoint> operations, List<Endpoint> code) {
        if (isThird(new Implementations(code).count(operations), operations)) {
            return true;
        }
        Map<String, List<Endpoint>> applications = new TreeMap<>();
        code.forEach(
                each -> applications.computeIfAbsent(home(each), h -> new ArrayList<>()).add(each));
        for (List<Endpoint> application : applications.values()) {
            Implementations implementations = new Implementations(application);
            implementations.findPrefix(operations);
            long count = implementations.count(operations);
            if (count > 1 && isThird(count, operations)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThird(long count, List<Endpoint> operations) {
        return count * 3 >= operations.size();
    }

    private List<Endpoint> implemented(String module) {
        List<Endpoint> found = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Endpoint endpoint
                    && !BY_CONTRACT.contains(endpoint.framework())
                    && (module.isEmpty() || isIn(module, endpoint.evidence().path()))) {
                found.add(endpoint);
            }
        }
        return found;
    }

    private static boolean isIn(String module, String path) {
        return path.startsWith(module + "/");
    }

    private void settle(String module, List<Endpoint> operations, Set<Fact> away, List<Fact> more) {
        List<Endpoint> code = implemented(module);
        if (code.isEmpty()) {
            code = implemented("");
            if (!isAnswered(operations, code)) {
                return;
            }
        }
        Implementations implementations = new Implementations(code);
        implementations.findPrefix(operations);
        List<Endpoint> open =
                operations.stream().filter(each -> !implementations.has(each)).toList();
        away.addAll(operations);
        if (open.size() == operations.size()) {
            more.addAll(unmatched(operations));
            return;
        }
        open.stream()
                .filter(each -> !RARE.contains(each.method()))
                .forEach(each -> more.add(contradiction(each)));
    }

    /** The code answers elsewhere: one note for each file. */
    private static List<Fact> unmatched(List<Endpoint> operations) {
        Map<String, List<Endpoint>> byFile = new TreeMap<>();
        operations.forEach(
                each ->
                        byFile.computeIfAbsent(each.evidence().path(), p -> new ArrayList<>())
                                .add(each));
        List<Fact> notes = new ArrayList<>();
        byFile.forEach(
                (file, all) -> {
                    Evidence first = all.get(0).evidence();
                    String what = all.size() + " operations of " + file;
                    notes.add(
                            new Unresolved(
                                    "endpoint",
                                    what.substring(0, Math.min(200, what.length())),
                                    "no endpoint of the code is in this contract",
                                    first));
                });
        return notes;
    }

    private static Contradiction contradiction(Endpoint operation) {
        String what = operation.method() + " " + operation.path();
        return new Contradiction(
                "operation-without-implementation",
                "The contract has " + what + ", which no endpoint of the code answers.",
                null,
                Confidence.HEURISTIC,
                operation.evidence());
    }
}
