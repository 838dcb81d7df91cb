package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Unresolved;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AspNetCoreTest {
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures/aspnet");

    /** Registrations by plain text search; those in wrappers and in what is no controller are named. */
    private static final Pattern REGISTERED =
            Pattern.compile(
                    "\\.Map(Get|Post|Put|Delete|Methods|Forwarder|HealthChecks)\\(|^\\s*\\[Http\\w+[(\\],]");

    private static final List<String> NO_REGISTRATION =
            List.of(
                    "routes.MapPost(pattern, handler)",
                    "[HttpGet(\"/never\")]",
                    "[HttpGet(\"never\")]");

    @ParameterizedTest
    @CsvSource({"attribute-routes, 10", "minimal-apis, 13", "transformers, 2"})
    void everyRegistrationIsAFactOrUnresolved(String fixture, int expected) {
        CodeBase code = CodeBase.read(Trees.of(FIXTURES.resolve(fixture).resolve("tree")));
        List<Fact> facts = facts(code);
        int count = 0;
        for (CodeFile file : code.files()) {
            String[] lines = file.text().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                String line = lines[i];
                Matcher matcher = REGISTERED.matcher(line);
                if (NO_REGISTRATION.stream().noneMatch(line::contains) && matcher.find()) {
                    count++;
                    assertThat(facts)
                            .as("a fact for %s:%d %s", file.path(), i + 1, line.strip())
                            .anyMatch(fact -> at(fact, file, line));
                }
            }
        }
        assertThat(count).as("registrations in the text of %s", fixture).isEqualTo(expected);
    }

    /** Told by the text of the lines, which a wrapper's caller shares with no other. */
    private static boolean at(Fact fact, CodeFile file, String line) {
        boolean kind = fact instanceof Endpoint || fact instanceof Unresolved;
        boolean here = fact.evidence().path().equals(file.path());
        return kind
                && here
                && file.text()
                        .lines()
                        .skip(fact.evidence().startLine() - 1L)
                        .limit(fact.evidence().endLine() - fact.evidence().startLine() + 1L)
                        .anyMatch(line.stripTrailing()::equals);
    }

    @Test
    void groupsThatAMethodFindsByReflectionAreFollowed() {
        CodeBase code =
                code(
                        "Program.cs",
                        "var app = WebApplication.CreateBuilder(args).Build(); app.MapAll();",
                        "All.cs",
                        """
                        public interface IGroup { static virtual string? Prefix => null; static abstract void Map(RouteGroupBuilder group); }
                        public static class All {
                            public static void MapAll(this WebApplication app) {
                                foreach (var type in types) {
                                    var prefix = type.GetProperty(nameof(IGroup.Prefix))?.GetValue(null) as string ?? $"/api/{type.Name}";
                                    var group = app.MapGroup(prefix);
                                    type.GetMethod(nameof(IGroup.Map))!.Invoke(null, [group]);
                                }
                            }
                        }
                        """,
                        "Groups.cs",
                        """
                        public class Plain : IGroup { public static void Map(RouteGroupBuilder group) { group.MapGet("x", () => 1); } }
                        public class Named : IGroup {
                            public static string Prefix => "/named";
                            public static void Map(RouteGroupBuilder group) { group.MapGet("x", () => 1); }
                        }
                        """);
        assertThat(paths(code)).containsExactlyInAnyOrder("/api/Plain/x", "/named/x");
    }

    @Test
    void routersThatCallThemselvesEnd() {
        CodeBase code =
                code(
                        "A.cs",
                        """
                        public class AController : AController { [HttpGet("a")] public int A() => 1; }
                        public static class X {
                            public static IEndpointRouteBuilder MapX(this IEndpointRouteBuilder app) { app = app.MapGroup("x").MapX(); app.MapY(); app.MapGet("/x", () => 1); return app.MapX(); }
                            public static IEndpointRouteBuilder MapY(this IEndpointRouteBuilder app) => app.MapGroup("y").MapX().MapY();
                        }
                        public class LoopRouteAttribute : LoopRouteAttribute { }
                        [LoopRoute] public class BController { [LoopRoute] public int B() => 1; }
                        """);
        assertThat(facts(code)).isNotNull();
    }

    @Test
    void endpointsOfTestProjectsAreNone() {
        CodeBase code =
                code(
                        "Tests/Tests.csproj",
                        "<Project><ItemGroup><PackageReference Include=\"xunit\" /></ItemGroup></Project>",
                        "Tests/FakeController.cs",
                        "[Route(\"fake\")] public class FakeController : Controller { [HttpGet] public int A() => 1; }",
                        "Tests/Host.cs",
                        "class Host { void M(WebApplication app) { app.MapGet(\"/fake\", () => 1); } }");
        assertThat(paths(code)).isEmpty();
    }

    private static List<String> paths(CodeBase code) {
        return facts(code).stream()
                .filter(Endpoint.class::isInstance)
                .map(fact -> ((Endpoint) fact).path())
                .toList();
    }

    private static List<Fact> facts(CodeBase code) {
        Framework framework = new AspNetCore();
        Findings findings = new Findings();
        framework.extract(code, findings);
        return findings.facts();
    }

    private static CodeBase code(String... pathsAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        SourceTree tree = Trees.of(files);
        return CodeBase.read(tree);
    }
}
