package io.digitalworker.facts.code;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ValuesTest {
    private static CodeBase code(String... pathsAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return CodeBase.read(Trees.of(files));
    }

    /** What the expressions handed to calls of {@code at} stand for. */
    private static List<String> of(CodeBase code) {
        List<String> values = new ArrayList<>();
        for (CodeFile file : code.files()) {
            statements(code, file, Scope.of(file), file.topLevel(), values);
            for (TypeDeclaration type : file.types()) {
                for (Member member : type.members()) {
                    Scope scope = Scope.of(file, type, member);
                    statements(code, file, scope, scope.locals(), values);
                }
            }
        }
        return values;
    }

    private static void statements(
            CodeBase code,
            CodeFile file,
            Scope scope,
            List<Statement> statements,
            List<String> values) {
        for (Statement statement : statements) {
            statement
                    .value()
                    .walk(
                            e -> {
                                if (e instanceof Expression.Call call && call.name().equals("at")) {
                                    code.values()
                                            .all(call.arguments().get(0).value(), scope)
                                            .forEach(v -> values.add(v.text()));
                                }
                            });
        }
    }

    @Test
    void followsConstantsInterpolationAndReturnedBranchesInCSharp() {
        CodeBase code =
                code(
                        "Base.cs",
                        "namespace A; public class Base { protected string Lang() { if (x) { var code = \"en\";"
                                + " return $\"{{{Defaults.Names.Language}:maxlength(2)={code}}}\"; } return string.Empty; } }",
                        "Defaults.cs",
                        "namespace A; public static partial class Defaults { public static class Names {"
                                + " public static string Language => \"language\"; } public const string P = \"/p/\"; }",
                        "Routes.cs",
                        "using static A.Defaults; namespace B; using A; class Routes : Base { const string Own = \"own\";"
                                + " void Go() { var lang = Lang(); at($\"{lang}/x/{{id:min(0)}}\"); at(Own + P + nameof(Base.Lang));"
                                + " at(string.Format(\"{0}-{1}\", Own, unknown.Thing)); } }");
        assertThat(of(code))
                .containsExactly(
                        "{language:maxlength(2)=en}/x/{id:min(0)}",
                        "/x/{id:min(0)}",
                        "own/p/Lang",
                        "own-{Thing}");
    }

    @Test
    void followsConstantsOfOtherClassesAndStaticImportsInJava() {
        CodeBase code =
                code(
                        "a/Paths.java",
                        "package a; public interface Paths { String ROOT = \"/api\"; class V1 { public static final String U = ROOT + \"/u\"; } }",
                        "b/Go.java",
                        "package b; import static a.Paths.ROOT; import a.Paths; class Go { private final String own = ROOT + \"/o\";"
                                + " void go() { at(ROOT); at(Paths.V1.U); at(this.own + String.format(\"/%s\", \"x\")); } }");
        assertThat(of(code)).containsExactly("/api", "/api/u", "/api/o/x");
    }

    @Test
    void followsImportsExportsAndObjectsInScripts() {
        CodeBase code =
                code(
                        "src/paths.ts",
                        "export const ROOT = '/api';\nexport const PATHS = { users: `${ROOT}/users` };\nexport default PATHS;\n",
                        "src/barrel/index.ts",
                        "export * from '../paths';\nexport { ROOT as BASE } from '../paths';\n",
                        "src/old.js",
                        "const p = require('./legacy');\nconst { q: r } = require('./legacy');\nat(p.q); at(r)\n",
                        "src/legacy.js",
                        "exports.q = '/q'\n",
                        "src/main.ts",
                        "import P from './paths';\nimport { BASE, PATHS } from './barrel';\nimport * as all from './paths';\n"
                                + "at(P.users)\nat(BASE + '/x')\nat(PATHS['users'])\nat(all.ROOT)\nat(process.env.Y || '/y')\n");
        assertThat(of(code))
                .containsExactly("/api/users", "/api/x", "/api/users", "/api", "/y", "/q", "/q");
    }

    @Test
    void followsSettingsObjectsAndModulesInPython() {
        CodeBase code =
                code(
                        "app/core/settings.py",
                        "class Base:\n    api_prefix: str = \"/api\"\n\nclass App(Base):\n    title = 'x'\n",
                        "app/core/config.py",
                        "from app.core.settings import App\n\ndef get_settings() -> App:\n    return make()\n",
                        "app/const.py",
                        "NAME = 'n'\n",
                        "app/main.py",
                        "from app.core.config import get_settings\nfrom app import const\n"
                                + "settings = get_settings()\nat(settings.api_prefix)\nat(f\"{const.NAME}/{settings.title}\")\nat('%s/y' % const.NAME)\n");
        assertThat(of(code)).containsExactly("/api", "n/x", "n/y");
    }

    @Test
    void tellsTheNameOfATypeInCSharp() {
        CodeBase code =
                code(
                        "A.cs",
                        "class Group { void M() { var t = typeof(Shop.Order); var g = new Group();"
                                + " at(t.Name); at(typeof(Order).Name); at(g.GetType().Name); at(x.Name); } }");
        assertThat(of(code)).containsExactly("Order", "Order", "Group", "{Name}");
    }

    @Test
    void cyclesEnd() {
        CodeBase code =
                code(
                        "a.ts",
                        "import { b } from './b';\nexport const a = b;\nat(a)\n",
                        "b.ts",
                        "import { a } from './a';\nexport const b = a + a;\n",
                        "C.cs",
                        "class X : Y {} class Y : X { const string P = Q; const string Q = P + P + P; void M() { at(P); at(N()); } string N() { return N() + N(); } }");
        assertThat(of(code)).isNotEmpty();
    }
}
