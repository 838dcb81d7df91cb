package io.digitalworker.facts.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of issue 3: all facts are taken of each, in every language, without a fault and in time. */
class HostileTreesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int DEEP = 5_000;
    private static final int LONG = 20 * 1024 * 1024;
    private static final String[] KINDS = {
        "cs",
        "java",
        "ts",
        "tsx",
        "js",
        "py",
        "kt",
        "php",
        "go",
        "cshtml",
        "razor",
        "xml",
        "csproj",
        "json",
        "yaml",
        "yml",
        "toml",
        "properties",
        "env",
        "sql",
        "graphql",
        "prisma",
        "proto",
        "html",
        "tf"
    };

    @TestFactory
    Stream<DynamicTest> factsAreTakenOf() {
        Map<String, String> texts = new LinkedHashMap<>();
        nesting(texts);
        openEnds(texts);
        cycles(texts);
        texts.put("random letters", random(100_000, 32, 126));
        texts.put("random characters", random(100_000, 0, 0xFFFF));
        texts.put("nothing", "");
        texts.put("white space", " \n\t\r\n".repeat(20_000));
        return texts.entrySet().stream()
                .map(
                        text ->
                                DynamicTest.dynamicTest(
                                        text.getKey(), () -> inEveryKind(text.getValue())));
    }

    private static void nesting(Map<String, String> texts) {
        for (String open :
                new String[] {
                    "(", "[", "{", "<", "<a>", "f(", "x => (", "[[", "{\"a\":", "- ", "$\"{", "`${"
                }) {
            texts.put("5,000 of " + open, "x = " + open.repeat(DEEP));
        }
        texts.put("5,000 closed brackets", "x = " + "(".repeat(DEEP) + ")".repeat(DEEP) + ";");
        texts.put(
                "5,000 closed blocks",
                "class A { void b() " + "{".repeat(DEEP) + "}".repeat(DEEP) + "}");
        texts.put("5,000 classes in one another", "class A { ".repeat(DEEP) + "}".repeat(DEEP));
        texts.put("5,000 calls in a chain", "x = app" + ".use(y)".repeat(DEEP) + ";");
        texts.put("5,000 strings added", "const P = \"a\"" + " + \"b\"".repeat(DEEP) + ";");
        texts.put("5,000 conditions", "x = " + "a ? b : ".repeat(DEEP) + "c;");
        texts.put(
                "5,000 groups",
                "app" + ".MapGroup(\"a\")".repeat(DEEP) + ".MapGet(\"b\", () => 1);");
        texts.put("5,000 levels of indentation", indented());
    }

    private static String indented() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            text.append(" ".repeat(i)).append("class A").append(i).append(":\n");
        }
        return text.toString();
    }

    private static void openEnds(Map<String, String> texts) {
        for (String open :
                new String[] {
                    "\"",
                    "'",
                    "`",
                    "\"\"\"",
                    "'''",
                    "/*",
                    "/**",
                    "<!--",
                    "<![CDATA[",
                    "@\"",
                    "$@\"",
                    "R\"(",
                    "r'",
                    "/[",
                    "#if X",
                    "%{",
                    "<<<EOT\n"
                }) {
            texts.put(
                    "open " + open, "class A { string x = " + open + " class B {}\n".repeat(3_000));
        }
        texts.put("backslashes", "x = \"" + "\\".repeat(100_001) + "\"");
        texts.put("quotes", "\"'`".repeat(50_000));
        texts.put("decorators alone", "@[".repeat(20_000) + "@a(\n".repeat(5_000));
    }

    private static void cycles(Map<String, String> texts) {
        texts.put(
                "a class that is its own base",
                "class A : A { } class A extends A { }\nclass A(A): pass\n");
        texts.put("a ring of bases", "class A : B {} class B : C {} class C : A {}");
        texts.put(
                "a constant that is itself",
                "class A { const string X = X + Y; const string Y = X; }");
        texts.put("a constant of a constant", doubling());
        texts.put(
                "an alias that is itself",
                "type A = A; using A = A; import A from './x'; export * from './x';");
        texts.put("a group that is itself", "var g = g.MapGroup(\"a\"); g.MapGet(\"b\", () => 1);");
    }

    /** Each is the one before twice: 2 to the 60th characters if it were written out. */
    private static String doubling() {
        StringBuilder text = new StringBuilder("class A { const string C0 = \"aa\";\n");
        for (int i = 1; i <= 60; i++) {
            text.append("const string C%d = C%d + C%d;\n".formatted(i, i - 1, i - 1));
        }
        text.append(
                "[Route(A.C60)] class XController : Controller { [HttpGet(C60)] void Get() {} } }");
        return text.toString();
    }

    private static String random(int length, int from, int to) {
        Random random = new Random(9);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (from + random.nextInt(to - from + 1)));
        }
        return text.toString();
    }

    private static void inEveryKind(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String kind : KINDS) {
            files.put("src/x." + kind, bytes);
        }
        files.put("package.json", bytes);
        files.put("pom.xml", bytes);
        files.put("serverless.yml", bytes);
        files.put("template.yaml", bytes);
        files.put("openapi.yml", bytes);
        files.put("appsettings.json", bytes);
        files.put("requirements.txt", bytes);
        assertThat(Reading.fault(files, LIMIT)).isEmpty();
    }

    @Test
    void aLineOfTwentyMegabytesIsLeftOut() {
        byte[] line = "x".repeat(LONG).getBytes(StandardCharsets.UTF_8);
        assertThat(Reading.fault(Map.of("a.cs", line, "b.json", line), LIMIT)).isEmpty();
    }

    @Test
    void aLineAsLongAsAFileMayBeIsRead() {
        int almost = 2 * 1024 * 1024 - 100;
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String kind : new String[] {"cs", "java", "py", "sql", "json", "yaml", "xml", "tsx"}) {
            files.put("a." + kind, "f(x, ".repeat(almost / 5).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Reading.fault(files, LIMIT)).isEmpty();
    }

    @Test
    void randomBytesAreNoFault() {
        Random random = new Random(4);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String kind : KINDS) {
            byte[] bytes = new byte[50_000];
            random.nextBytes(bytes);
            files.put("a." + kind, bytes);
        }
        assertThat(Reading.fault(files, LIMIT)).isEmpty();
    }

    @Test
    void routersThatTakeEachOtherInAreNoFault() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(
                files,
                "a.ts",
                "import b from './b'; const r = Router(); r.use('/x', r); r.use('/b', b); r.get('/a', h); export default r;");
        put(
                files,
                "b.ts",
                "import a from './a'; const r = Router(); r.use('/a', a); r.get('/b', h); export default r;");
        put(
                files,
                "app.ts",
                "import express, { Router } from 'express'; import a from './a'; const app = express(); app.use('/', a); app.use(app);");
        put(
                files,
                "m.py",
                "from fastapi import APIRouter, FastAPI\nfrom n import other\nrouter = APIRouter(prefix='/m')\nrouter.include_router(router)\nrouter.include_router(other)\n@router.get('/x')\ndef x(): pass\napp = FastAPI()\napp.include_router(router)\n");
        put(
                files,
                "n.py",
                "from m import router\nother = router\nother.include_router(router, prefix='/n')\n");
        put(
                files,
                "p/urls.py",
                "from django.urls import include, path\nurlpatterns = [path('p/', include('p.urls')), path('x', view)]\n");
        put(
                files,
                "f.py",
                "from flask import Blueprint\nb = Blueprint('b', __name__)\nb.register_blueprint(b, url_prefix='/b')\n@b.route('/x')\ndef x(): pass\n");
        put(
                files,
                "G.cs",
                "static class G { static RouteGroupBuilder Map(this RouteGroupBuilder g) { g.MapGroup(\"x\").Map(); g.MapGet(\"y\", () => 1); return g.Map(); } }");
        put(files, "Program.cs", "var app = WebApplication.Create(); app.MapGroup(\"a\").Map();");
        put(
                files,
                "A.java",
                "@RequestMapping(A.P) @RestController class A extends B { static final String P = B.Q; @GetMapping(P) void a() {} } class B extends A { static final String Q = A.P; }");
        assertThat(Reading.fault(files, LIMIT)).isEmpty();
    }

    @Test
    void functionsThatHandEachOtherARouterHaveAnEnd() {
        String calls = "    f(r)\n    g(r.router)\n    g(r)\n".repeat(40);
        String ring = "def f(r):\n" + calls + "def g(r):\n" + calls;
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, "a.py", "from fastapi import FastAPI\n" + ring + "    r.get('/a')(f)\n");
        put(
                files,
                "b.py",
                "from flask import Flask\n" + ring + "    r.add_url_rule('/b', 'f', f)\n");
        put(
                files,
                "c/urls.py",
                "from rest_framework.routers import DefaultRouter\n"
                        + ring
                        + "    r.register('c', View)\n");
        assertThat(Reading.fault(files, LIMIT)).isEmpty();
    }

    @Test
    void emptyListsAndParametersAreNoFault() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(
                files,
                "a.py",
                "from flask import Blueprint, Flask\napp = Flask(__name__)\nb = Blueprint('b', __name__)\n@b.route('/x', methods=[])\ndef x(): pass\n");
        put(
                files,
                "b.py",
                "from fastapi import APIRouter, FastAPI\napp = FastAPI()\nb = APIRouter()\n@b.api_route('/x', methods=[])\ndef x(): pass\n");
        put(
                files,
                "c.tsx",
                "import { Route } from 'react-router-dom';\nexport const A = () => <Route path={[]} element={<B />} />;\n");
        put(
                files,
                "d.cs",
                "static class D { public static void X() { this.X(); a.X(); } static void X(this ) {} }");
        assertThat(Reading.fault(files, LIMIT)).isEmpty();
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
