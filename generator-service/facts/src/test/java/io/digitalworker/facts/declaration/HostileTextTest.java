package io.digitalworker.facts.declaration;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostileTextTest {
    private static final String[] EXTENSIONS = {"cs", "java", "ts", "py", "kt", "php", "go"};

    static Stream<String> texts() {
        String deep = "class A { void b() ".repeat(5_000);
        return Stream.of(
                deep,
                deep + "} ".repeat(20_000),
                "{".repeat(200_000),
                "}".repeat(200_000),
                "([{".repeat(60_000) + ")]}".repeat(60_000),
                "class class class ".repeat(20_000),
                "def def( class ( ".repeat(20_000),
                "const a const a ".repeat(20_000),
                "\"unterminated",
                "$\"{" + "$\"{".repeat(20_000),
                "`${`${".repeat(20_000),
                "=<a {".repeat(40_000) + "</a>/>",
                "=<a>".repeat(40_000) + "</a>/>",
                "f\"{f'{x:{".repeat(20_000),
                "const {a, x: (".repeat(20_000),
                "a = b => ".repeat(20_000),
                "class A { b = {".repeat(10_000),
                "/* never closed",
                "\"\"\" never closed",
                "#if A\n#else\nclass B {",
                "=/[".repeat(50_000),
                "<<<A\n",
                "enum E {",
                "record R(",
                "[".repeat(10) + "@",
                "@@@@",
                "type X =",
                "class A { ".repeat(100_000),
                "namespace A { ".repeat(40_000),
                "class A { int a = b" + " < c".repeat(100_000),
                "class A { int a = b" + " < c, d, e, f, g, h, i, j, k".repeat(30_000),
                "class A<".repeat(50_000),
                "class A : B<".repeat(50_000),
                "class A { int a" + ", a".repeat(100_000),
                "class A { int " + "a.".repeat(100_000),
                "class A { A<" + "a.".repeat(100_000),
                "record R(int a" + ", int a".repeat(50_000),
                "class A { [A] ".repeat(50_000),
                "class A { @A(".repeat(50_000),
                "class A { int operator ".repeat(30_000),
                "class A { extension(int a) { ".repeat(30_000),
                "enum E { A = " + "a, ".repeat(100_000),
                "using A = ".repeat(50_000),
                "using " + "(".repeat(100_000),
                "delegate* ".repeat(50_000),
                "public async partial ".repeat(30_000),
                "func (",
                "  class\n def\n\tclass X:\n  def y(\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void nothingMakesAScannerFailOrHang(String text) {
        for (String extension : EXTENSIONS) {
            read("x." + extension, text);
        }
    }

    @Test
    void fragmentsInAnyOrderMakeNoScannerFail() {
        String[] fragments = {
            "class",
            "A",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            ";",
            ",",
            "=",
            "=>",
            "\"",
            "'",
            "`",
            "${",
            "\n",
            "  ",
            "record",
            "enum",
            "interface",
            "function",
            "def",
            "fun",
            "func",
            "type",
            "@",
            "#if",
            "#else",
            "/*",
            "*/",
            "//",
            "namespace",
            "where",
            "operator",
            ":",
            "?",
            "$x",
            "const",
            "val",
            "event",
            "delegate",
            "this",
            "~",
            "\\",
            "\"\"\"",
            "import",
            "new",
            "1"
        };
        Random random = new Random(7);
        Map<String, byte[]> files = new HashMap<>();
        for (int run = 0; run < 700; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 80; i++) {
                text.append(fragments[random.nextInt(fragments.length)]);
                text.append(random.nextBoolean() ? " " : "");
            }
            String name = run + "." + EXTENSIONS[run % EXTENSIONS.length];
            files.put(name, text.toString().getBytes(StandardCharsets.UTF_8));
        }
        SourceTree tree = Trees.of(files);
        assertThat(tree.files()).hasSize(700);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(CodeBase.read(tree)).isNotNull());
    }

    private static void read(String path, String text) {
        SourceTree tree = Trees.ofText(path, text);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(CodeBase.read(tree)).isNotNull());
    }
}
