package io.digitalworker.facts.declaration;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Declared.Sort;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.syntax.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what is found in TypeScript, JavaScript and Python with universal-ctags, over the fixtures
 * or over the tree that {@code -Dtree=DIRECTORY} names.
 */
class ScriptOracleTest {
    private static final int SHOWN = 50;

    static Stream<Path> trees() {
        String named = System.getProperty("tree");
        return named != null
                ? Stream.of(Path.of(named))
                : Stream.of("script", "python")
                        .map(name -> Path.of("src/test/resources/sources", name));
    }

    @ParameterizedTest
    @MethodSource("trees")
    void findsWhatUniversalCtagsFinds(Path directory) throws IOException {
        Assumptions.assumeTrue(
                new Ctags().present(), "universal-ctags is not here: nothing is compared with it");
        CodeBase code = CodeBase.read(Trees.of(directory));
        for (Dialect dialect : List.of(Dialect.SCRIPT, Dialect.PYTHON)) {
            List<CodeFile> files = code.files(dialect);
            if (!files.isEmpty()) {
                compare(directory + ", " + dialect, files);
            }
        }
    }

    private static void compare(String title, List<CodeFile> files) throws IOException {
        Map<String, Place> places = new HashMap<>();
        files.forEach(file -> places.put(file.path(), new Place(file)));
        Map<String, List<Declared>> mistakes = new TreeMap<>();
        List<Declared> claims = new ArrayList<>();
        int all = 0;
        for (ScriptTags.Tag tag : ScriptTags.of(files)) {
            all++;
            String reason = places.get(tag.declared().path()).mistake(tag);
            (reason.isEmpty() ? claims : mistakes.computeIfAbsent(reason, r -> new ArrayList<>()))
                    .add(tag.declared());
        }
        List<Declared> ours = anySort(Comparison.ours(files));
        List<Declared> missed = Comparison.missed(anySort(claims), ours);
        double share = Comparison.share(claims.size(), missed.size());
        StringBuilder report = new StringBuilder();
        report.append(
                "%s: universal-ctags finds %d in %d files%n".formatted(title, all, files.size()));
        mistakes.forEach(
                (reason, its) -> report.append("  %d: %s%n".formatted(its.size(), reason)));
        report.append(
                "  without these, we find %s of %d, and declare %d in all%n"
                        .formatted(Comparison.percent(share), claims.size(), ours.size()));
        missed.stream().limit(SHOWN).forEach(c -> report.append("  missed: " + c + "\n"));
        System.out.print(report);
        assertThat(share)
                .as("share found of what universal-ctags finds in %s:%n%s", title, report)
                .isGreaterThanOrEqualTo(0.999);
    }

    /** A property whose value is a function is either, and so is a constant. */
    private static List<Declared> anySort(List<Declared> declared) {
        return declared.stream()
                .map(
                        d ->
                                new Declared(
                                        d.path(),
                                        d.firstLine(),
                                        d.lastLine(),
                                        d.sort() == Sort.TYPE ? Sort.TYPE : Sort.VALUE,
                                        d.name()))
                .toList();
    }

    /** A file, by which the claims about it are judged. */
    private static final class Place {
        private static final Set<String> VARIABLES =
                Set.of("const", "let", "var", "class", "interface", "enum", "type", "using");
        private static final Set<String> WORDS =
                Set.of("from", "as", "extends", "implements", "const");
        private static final Set<String> OPERATORS = Set.of("=", ":", ",", "[", "?", "|", "&");

        private final CodeFile file;
        private final Set<String> imported = new HashSet<>();
        private final Set<String> words = new HashSet<>();
        private final Set<String> declared = new HashSet<>();
        private final Set<String> used = new HashSet<>();
        private int patternEnd;

        /** Those that stand outside any round brackets and functions. */
        private final Set<String> outside = new HashSet<>();

        Place(CodeFile file) {
            this.file = file;
            file.imports().forEach(i -> imported.add(i.alias()));
            Tokens tokens = file.tokens();
            int line = 1;
            int at = 0;
            int bracketEnd = 0;
            for (int i = 0; i < tokens.size(); i++) {
                for (; at < tokens.start(i); at++) {
                    line += file.text().charAt(at) == '\n' ? 1 : 0;
                }
                String word = tokens.word(i);
                boolean text = tokens.isString(i) && word.length() > 1;
                String name = text ? word.substring(1, word.length() - 1) : word;
                words.add(line + " " + name);
                declare(tokens, i, line + " " + name);
                if (i >= bracketEnd) {
                    outside.add(line + " " + name);
                    bracketEnd = closed(tokens, i) ? tokens.next(i) : bracketEnd;
                }
            }
        }

        private static boolean closed(Tokens tokens, int i) {
            return tokens.is(i, '(')
                    || (tokens.is(i, '{') && (tokens.isArrow(i - 1) || bodyOfFunction(tokens, i)));
        }

        /** Whether parameters stand before a brace, and no word for a type. */
        private static boolean bodyOfFunction(Tokens tokens, int brace) {
            boolean parameters = false;
            int i = tokens.is(brace - 1, '}') ? tokens.partner(brace - 1) - 1 : brace - 1;
            for (; i > brace - 200 && i >= 0 && !ends(tokens, i); i--) {
                if (tokens.is(i, "class") || tokens.is(i, "interface")) {
                    return false;
                }
                parameters |= tokens.is(i, ')');
                i = tokens.is(i, ')') || tokens.is(i, ']') ? tokens.partner(i) : i;
            }
            return parameters && !OPERATORS.contains(tokens.word(brace - 1));
        }

        private static boolean ends(Tokens tokens, int i) {
            return tokens.is(i, ';') || tokens.is(i, '{') || tokens.is(i, '}');
        }

        /** The names that follow a word for variables, or are in brackets that do. */
        private void declare(Tokens tokens, int i, String place) {
            boolean variable = VARIABLES.contains(tokens.word(i - 1));
            if (variable && tokens.opens(i)) {
                patternEnd = tokens.next(i);
            }
            if (variable || i < patternEnd) {
                declared.add(place);
            }
            boolean listed = tokens.is(i - 1, '{') || tokens.is(i - 1, ',');
            boolean ends = tokens.is(i + 1, '}') || tokens.is(i + 1, ',');
            if ((listed && ends) || tokens.is(i - 1, "default")) {
                used.add(place);
            }
        }

        /** Why a claim is none that counts; empty if it does. */
        String mistake(ScriptTags.Tag tag) {
            Declared claim = tag.declared();
            if (claim.name().startsWith("Anonymous") || claim.name().startsWith("anonymous")) {
                return "names that ctags makes up";
            }
            if (imported.contains(claim.name())) {
                return "names that are imported";
            }
            String place = claim.firstLine() + " " + claim.name();
            if (!words.contains(place)) {
                return "names that are not in the code of their line";
            }
            boolean type = claim.sort() == Sort.TYPE;
            boolean script = file.language() == Language.JAVASCRIPT;
            if (script && type && !words.contains(claim.firstLine() + " class")) {
                return "objects and functions that it takes for classes";
            }
            if (script && tag.kind().equals("property")) {
                return "properties of objects";
            }
            boolean variable = tag.kind().equals("constant") || tag.kind().equals("variable");
            boolean certain = declared.contains(place) && !WORDS.contains(claim.name());
            if (script && used.contains(place) && !certain) {
                return "names that are used there";
            }
            boolean checked = variable || claim.sort() == Sort.TYPE;
            if (file.dialect() == Dialect.SCRIPT && checked && !certain) {
                return "names that are used there";
            }
            boolean inFunction =
                    Set.of("function", "method", "member", "generator", "getter", "setter")
                            .contains(tag.scopeKind());
            if (!type && (inFunction || !outside.contains(place))) {
                return "what is within a function or a call";
            }
            return "";
        }
    }
}
