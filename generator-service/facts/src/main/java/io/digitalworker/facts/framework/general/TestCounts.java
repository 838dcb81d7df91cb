package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.TestCount;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.ArchivePath;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many tests a type has (C#, Java, Kotlin, Python), or a file (scripts, Python's functions). */
public final class TestCounts implements Framework {
    private static final Map<String, String> DOTNET =
            Map.of(
                    "Fact", "xunit",
                    "Theory", "xunit",
                    "Test", "nunit",
                    "TestCase", "nunit",
                    "TestCaseSource", "nunit",
                    "TestMethod", "mstest",
                    "DataTestMethod", "mstest");
    private static final Set<String> JAVA =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");
    private static final Set<String> TEST_CASES =
            Set.of(
                    "TestCase",
                    "IsolatedAsyncioTestCase",
                    "TransactionTestCase",
                    "SimpleTestCase",
                    "APITestCase",
                    "LiveServerTestCase",
                    "APISimpleTestCase",
                    "APITransactionTestCase");

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (CodeFile file :
                code.filesWith(Dialect.CSHARP, DOTNET.keySet().toArray(String[]::new))) {
            file.types().forEach(type -> annotated(code, type, DOTNET, findings));
        }
        for (Dialect dialect : List.of(Dialect.JAVA, Dialect.KOTLIN)) {
            for (CodeFile file : code.filesWith(dialect, JAVA.toArray(String[]::new))) {
                file.types().forEach(type -> annotated(code, type, java(file), findings));
            }
        }
        List<CodeFile> scripts = code.filesWith(Dialect.SCRIPT, "it", "test");
        String runner = scripts.isEmpty() ? "" : ScriptTests.runner(code);
        scripts.forEach(file -> ScriptTests.read(code, file, runner, findings));
        Set<TypeDeclaration> unittests = new LinkedHashSet<>();
        List<CodeFile> python = code.files(Dialect.PYTHON);
        if (!python.isEmpty()) {
            TEST_CASES.forEach(each -> unittests.addAll(code.symbols().types().on(each)));
        }
        for (CodeFile file : python) {
            python(code, file, unittests, findings);
        }
    }

    private static Map<String, String> java(CodeFile file) {
        boolean testng =
                file.imports().stream().anyMatch(each -> each.module().startsWith("org.testng"));
        String framework = testng ? "testng" : "junit";
        return Map.of(
                "Test", framework,
                "ParameterizedTest", "junit",
                "RepeatedTest", "junit",
                "TestFactory", "junit",
                "TestTemplate", "junit");
    }

    private static void annotated(
            CodeBase code, TypeDeclaration type, Map<String, String> marks, Findings findings) {
        Set<String> used = new LinkedHashSet<>();
        int tests = 0;
        for (Member member : type.members()) {
            String framework = "";
            for (Annotation each : member.annotations()) {
                framework =
                        framework.isEmpty() ? marks.getOrDefault(each.simpleName(), "") : framework;
            }
            if (!framework.isEmpty()) {
                tests++;
                used.add(framework);
            }
        }
        boolean mstest = Annotation.find(type.annotations(), "TestClass").isPresent();
        if (tests > 0) {
            String framework = mstest ? "mstest" : used.iterator().next();
            add(code, type.name(), tests, framework, type.evidence(), findings);
        }
    }

    private static void python(
            CodeBase code, CodeFile file, Set<TypeDeclaration> unittests, Findings findings) {
        String name = file.file().name();
        boolean byName =
                name.startsWith("test_") || name.endsWith("_test.py") || name.equals("tests.py");
        for (TypeDeclaration type : file.types()) {
            if (type.kind() != TypeKind.FILE) {
                pythonClass(code, type, byName, unittests.contains(type), findings);
            }
        }
        List<Member> functions =
                byName
                        ? file.functions().stream()
                                .filter(each -> each.name().startsWith("test_"))
                                .filter(each -> each.qualifiedName().equals(each.name()))
                                .toList()
                        : List.of();
        if (!functions.isEmpty()) {
            Span all = functions.get(0).span().to(functions.get(functions.size() - 1).span());
            add(
                    code,
                    ArchivePath.stem(file.path()),
                    functions.size(),
                    "pytest",
                    file.evidence(all),
                    findings);
        }
    }

    private static void pythonClass(
            CodeBase code,
            TypeDeclaration type,
            boolean byName,
            boolean unittest,
            Findings findings) {
        boolean pytest = byName && type.simpleName().startsWith("Test") && !unittest;
        if (!unittest && !pytest) {
            return;
        }
        String prefix = unittest ? "test" : "test_";
        int tests =
                (int)
                        type.members().stream()
                                .filter(each -> each.name().startsWith(prefix))
                                .count();
        if (tests > 0) {
            add(
                    code,
                    type.name(),
                    tests,
                    unittest ? "unittest" : "pytest",
                    type.evidence(),
                    findings);
        }
    }

    static void add(
            CodeBase code,
            String name,
            int tests,
            String framework,
            Evidence place,
            Findings findings) {
        findings.add(
                new TestCount(
                        name, subject(code, name), tests, framework, Confidence.LITERAL, place));
    }

    /** The type that a test's name speaks of, if the archive declares it. */
    private static String subject(CodeBase code, String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        String plain = simple.replaceAll("^[Tt]est_?(?=[A-Z_a-z])", "");
        for (String each :
                List.of(stripped(simple), pascal(stripped(plain)), pascal(stripped(simple)))) {
            if (!each.isEmpty()
                    && !each.equals(simple)
                    && !code.symbols().types().named(each).isEmpty()) {
                return each;
            }
        }
        return "";
    }

    private static String stripped(String name) {
        return name.replaceAll(
                "(?:_?(?:Unit|Integration)?_?(?:Tests?|TestCase|Specs?|Should|Fixture|IT|tests?|spec))$",
                "");
    }

    /** {@code article_service} and {@code article.service} as {@code ArticleService}. */
    private static String pascal(String name) {
        StringBuilder pascal = new StringBuilder();
        for (String word : name.split("[_.\\- ]", -1)) {
            pascal.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.isEmpty() ? "" : word.substring(1));
        }
        return pascal.toString();
    }
}
