package io.digitalworker.document.publication;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.inventory.Inventory.ModuleCount;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Types that no feature of the descriptor is linked to, module by module, the largest first. */
final class Uncovered {
    /** Of a module's types, this many have a row of their own; the others are counted. */
    private static final int TYPES_OF_MODULE = 25;

    private static final Comparator<TypeDeclaration> LARGEST_FIRST =
            Comparator.comparingInt(Uncovered::lines)
                    .reversed()
                    .thenComparing(TypeDeclaration::evidence)
                    .thenComparing(TypeDeclaration::name);

    private final Map<String, List<Evidence>> covered = new HashMap<>();
    private final List<String> modules;

    private Uncovered(Material material) {
        material.features().stream()
                .flatMap(feature -> places(material, feature))
                .forEach(
                        place ->
                                covered.computeIfAbsent(place.path(), any -> new ArrayList<>())
                                        .add(place));
        modules = material.facts().inventory().modules().stream().map(ModuleCount::path).toList();
    }

    private static Stream<Evidence> places(Material material, FeatureEvidence feature) {
        return Stream.concat(
                feature.matches().stream().map(match -> match.chunk().evidence()),
                material.linked(feature.feature().id()).facts().stream().map(Fact::evidence));
    }

    static List<TraceRow> rows(Material material) {
        Uncovered uncovered = new Uncovered(material);
        Map<String, List<TypeDeclaration>> byModule = new TreeMap<>();
        for (TypeDeclaration type : material.facts().types()) {
            if (type.kind() != TypeKind.FILE && !uncovered.isCovered(type)) {
                byModule.computeIfAbsent(uncovered.module(type), any -> new ArrayList<>())
                        .add(type);
            }
        }
        List<TraceRow> rows = new ArrayList<>();
        byModule.forEach((module, types) -> add(module, types, rows));
        return rows;
    }

    private static void add(String module, List<TypeDeclaration> types, List<TraceRow> rows) {
        types.stream()
                .sorted(LARGEST_FIRST)
                .limit(TYPES_OF_MODULE)
                .map(type -> TraceRow.uncovered(type.name(), type.kind().key(), type.evidence()))
                .forEach(rows::add);
        int more = types.size() - TYPES_OF_MODULE;
        if (more > 0) {
            rows.add(TraceRow.uncovered(more + " more types", "module", module));
        }
    }

    private boolean isCovered(TypeDeclaration type) {
        Evidence own = type.evidence();
        return covered.getOrDefault(own.path(), List.of()).stream()
                .anyMatch(
                        place ->
                                place.startLine() <= own.endLine()
                                        && own.startLine() <= place.endLine());
    }

    /** The innermost module that holds the type. */
    private String module(TypeDeclaration type) {
        String path = type.evidence().path();
        return modules.stream()
                .filter(module -> module.isEmpty() || path.startsWith(module + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static int lines(TypeDeclaration type) {
        return type.evidence().endLine() - type.evidence().startLine() + 1;
    }
}
