package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The operations of the archive's OpenAPI files by the method names that generators make of them: where
 * the interfaces with the mappings are generated, only these files say what a class answers at.
 */
final class Contracts {
    private static final Set<String> VERBS =
            Set.of("get", "post", "put", "delete", "patch", "head", "options", "trace");

    private final Map<String, List<Operation>> byMethod = new TreeMap<>();

    /** An operation of a contract. */
    record Operation(String verb, String path, List<String> tags) {}

    private Contracts() {}

    static Contracts of(CodeBase code) {
        Contracts contracts = new Contracts();
        for (Language language : List.of(Language.YAML, Language.JSON)) {
            for (SourceFile file : code.data().files(language)) {
                String name = file.name().toLowerCase(Locale.ROOT);
                boolean likely =
                        name.contains("api") || name.contains("swagger") || isResource(file);
                if (likely && !JavaCode.isTest(file.path())) {
                    contracts.read(code.data().read(file));
                }
            }
        }
        return contracts;
    }

    private static boolean isResource(SourceFile file) {
        return ("/" + file.path()).contains("/src/main/resources/");
    }

    private void read(DataFile file) {
        DataNode root = file.root();
        if (!root.has("openapi") && !root.has("swagger")) {
            return;
        }
        for (Entry path : root.get("paths").entries()) {
            for (Entry operation : path.value().entries()) {
                if (VERBS.contains(operation.key())) {
                    enter(path.key(), operation.key(), operation.value());
                }
            }
        }
    }

    private void enter(String path, String verb, DataNode operation) {
        String id = operation.get("operationId").text("");
        if (!id.isEmpty()) {
            byMethod.computeIfAbsent(camel(id), i -> new ArrayList<>())
                    .add(
                            new Operation(
                                    verb.toUpperCase(Locale.ROOT),
                                    path,
                                    operation.get("tags").texts()));
        }
    }

    /** {@code list-pets} and {@code list_pets} are {@code listPets}. */
    private static String camel(String id) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                upper = name.length() > 0;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.isEmpty() ? "" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The operation that a method of a generated interface stands for, if there is but one. */
    Optional<Operation> operation(String method, String contract) {
        List<Operation> all = byMethod.getOrDefault(method, List.of());
        List<Operation> tagged = all.stream().filter(o -> isOf(o, contract)).toList();
        List<Operation> of = tagged.isEmpty() ? all : tagged;
        return of.stream().distinct().count() == 1 ? Optional.of(of.get(0)) : Optional.empty();
    }

    private static boolean isOf(Operation operation, String contract) {
        return operation.tags().stream()
                .map(tag -> camel(tag).toLowerCase(Locale.ROOT))
                .anyMatch(contract.toLowerCase(Locale.ROOT)::startsWith);
    }
}
