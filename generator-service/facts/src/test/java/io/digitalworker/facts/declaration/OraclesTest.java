package io.digitalworker.facts.declaration;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.facts.syntax.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares with universal-ctags and tree-sitter, over the fixtures or over the tree that {@code
 * -Dtree=DIRECTORY} names.
 */
class OraclesTest {
    private static final Oracle CTAGS = new Ctags();
    private static final Oracle TREE_SITTER = new TreeSitter();
    private static final int SHOWN = 50;

    static Stream<Path> trees() {
        String named = System.getProperty("tree");
        return named != null
                ? Stream.of(Path.of(named))
                : Stream.of("csharp-heads", "java", "java-heads")
                        .map(name -> Path.of("src/test/resources/sources", name));
    }

    @ParameterizedTest
    @MethodSource("trees")
    void findsWhatUniversalCtagsFinds(Path directory) {
        compare(CTAGS, TREE_SITTER, directory);
    }

    @ParameterizedTest
    @MethodSource("trees")
    void findsWhatTreeSitterFinds(Path directory) {
        compare(TREE_SITTER, CTAGS, directory);
    }

    private static void compare(Oracle oracle, Oracle witness, Path directory) {
        for (Oracle needed : List.of(oracle, witness)) {
            Assumptions.assumeTrue(
                    needed.present(),
                    () -> needed.title() + " is not here: nothing is compared with it");
        }
        SourceTree tree = Trees.of(directory);
        CodeBase code = CodeBase.read(tree);
        List<CodeFile> files = new ArrayList<>(code.files(Dialect.CSHARP));
        files.addAll(code.files(Dialect.JAVA));
        List<Declared> ours = Comparison.ours(files);
        Oracle.Opinion opinion = oracle.on(files);
        List<Declared> missed = Comparison.missed(opinion.claims(), ours);
        Map<String, List<Declared>> mistakes = new TreeMap<>();
        List<Declared> open = new ArrayList<>();
        Doubts doubts = new Doubts(files, opinion, witness);
        for (Declared claim : missed) {
            String reason = doubts.about(claim);
            (reason.isEmpty() ? open : mistakes.computeIfAbsent(reason, r -> new ArrayList<>()))
                    .add(claim);
        }
        int right = opinion.claims().size() - missed.size() + open.size();
        StringBuilder report = new StringBuilder();
        report.append(
                "%s: %s finds %d in %d files (left out of the tree: %s); of these we find %s%n"
                        .formatted(
                                directory,
                                oracle.title(),
                                opinion.claims().size(),
                                files.size(),
                                tree.excluded(),
                                Comparison.percent(
                                        Comparison.share(opinion.claims().size(), missed.size()))));
        mistakes.forEach(
                (reason, claims) -> report.append("  %d: %s%n".formatted(claims.size(), reason)));
        List<Declared> more =
                Comparison.missed(ours, over(opinion.claims())).stream()
                        .filter(declared -> !opinion.doubtful().contains(declared.path()))
                        .toList();
        report.append(
                "  without these, %s of %d; in files that it understands we find %d more%n"
                        .formatted(
                                Comparison.percent(Comparison.share(right, open.size())),
                                right,
                                more.size()));
        open.stream().limit(SHOWN).forEach(c -> report.append("  missed: " + c + "\n"));
        more.stream().limit(SHOWN).forEach(c -> report.append("  ours alone: " + c + "\n"));
        mistakes.forEach(
                (reason, claims) ->
                        claims.stream()
                                .limit(SHOWN / 2)
                                .forEach(c -> report.append("  " + reason + ": " + c + "\n")));
        System.out.print(report);
        assertThat(Comparison.share(right, open.size()))
                .as("share found of what %s finds in %s:%n%s", oracle.title(), directory, report)
                .isGreaterThanOrEqualTo(0.999);
    }

    private static List<Declared> over(List<Declared> claims) {
        return claims.stream().map(c -> c.over(1, Integer.MAX_VALUE)).toList();
    }
}
