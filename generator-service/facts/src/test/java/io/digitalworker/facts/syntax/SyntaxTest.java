package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class SyntaxTest {
    private static Syntax syntax(Dialect dialect, String text) {
        return new Syntax(dialect, dialect.profile().tokens(text));
    }

    private static String expression(Dialect dialect, String text) {
        Tokens tokens = dialect.profile().tokens(text);
        return Shown.of(new Syntax(dialect, tokens).expression(0, tokens.size()));
    }

    private static String statements(Dialect dialect, String text) {
        Syntax syntax = syntax(dialect, text);
        return String.join(
                " | ",
                syntax.statements(0, syntax.tokens().size()).stream().map(Shown::of).toList());
    }

    private static DynamicTest reads(Dialect dialect, String text, String shown) {
        return DynamicTest.dynamicTest(
                dialect + " " + text,
                () -> assertThat(expression(dialect, text)).as(text).isEqualTo(shown));
    }

    private static DynamicTest does(Dialect dialect, String text, String shown) {
        return DynamicTest.dynamicTest(
                dialect + " " + text,
                () -> assertThat(statements(dialect, text)).as(text).isEqualTo(shown));
    }

    @TestFactory
    Stream<DynamicTest> readsExpressions() {
        return Stream.of(
                reads(Dialect.CSHARP, "\"a\" + B.C", "('a' + B.C)"),
                reads(Dialect.CSHARP, "$\"{lang}/x/{{id:min(0)}}\"", "`lang, '/x/{id:min(0)}'`"),
                reads(Dialect.CSHARP, "$\"{a.B(\"}\"):N2}-{c,5}\"", "`a.B('}'), '-', c`"),
                reads(Dialect.CSHARP, "@\"a\\b\"\"c\"", "'a\\b\"c'"),
                reads(Dialect.CSHARP, "\"\"\"a \"quoted\" b\"\"\"", "'a \"quoted\" b'"),
                reads(Dialect.CSHARP, "$$\"\"\"{x} {{y}}\"\"\"", "`'{x} ', y`"),
                reads(
                        Dialect.CSHARP,
                        "app.MapGroup(\"/a\").MapGet(\"{id:int}\", async (int id, [FromServices] Db db) => await db.Get(id))",
                        "app.MapGroup('/a').MapGet('{id:int}', \\id:int,@FromServices db:Db=>)"),
                reads(
                        Dialect.CSHARP,
                        "r.MapControllerRoute(name: \"x\", pattern: P, defaults: new { controller = \"A\", action = \"B\" })",
                        "r.MapControllerRoute(name='x', pattern=P, defaults=new (){controller='A', action='B'})"),
                reads(Dialect.CSHARP, "Get<A, List<B>>(x)", "Get[A, List<B>](x)"),
                reads(Dialect.CSHARP, "a < b && c > d", "((a < b) && (c > d))"),
                reads(Dialect.CSHARP, "nameof(A.B)", "nameof(A.B)"),
                reads(Dialect.CSHARP, "typeof(List<int>)", "typeof(List<int>)"),
                reads(Dialect.CSHARP, "(string)x ?? y?.Z", "(x ?? y.Z)"),
                reads(Dialect.CSHARP, "x is Foo f && y", "((x is Foo) && y)"),
                reads(Dialect.CSHARP, "new[] { \"a\", \"b\" }", "new [](){'a', 'b'}"),
                reads(Dialect.CSHARP, "[\"a\", ..rest]", "['a', ..rest]"),
                reads(Dialect.CSHARP, "new(1) { A = 2, B = { 3 } }", "new (1){A=2, B=new (){3}}"),
                reads(
                        Dialect.CSHARP,
                        "new Dictionary<string, int> { [\"a\"] = 1 }",
                        "new Dictionary<string,int>(){(['a'] = 1)}"),
                reads(
                        Dialect.CSHARP,
                        "M([Authorize] (x) => 1, out var y)",
                        "M(@Authorize \\x=>, y)"),
                reads(Dialect.CSHARP, "a ? b : c ? d : e", "(a ? b : (c ? d : e))"),
                reads(Dialect.JAVA, "RequestMethod.POST", "RequestMethod.POST"),
                reads(Dialect.JAVA, "{A.B, \"c\" + D}", "[A.B, ('c' + D)]"),
                reads(Dialect.JAVA, "new String[] {\"a\"}", "new String[](){'a'}"),
                reads(
                        Dialect.JAVA,
                        "route().GET(\"/a\", h::get).build()",
                        "route().GET('/a', h.get).build()"),
                reads(
                        Dialect.JAVA,
                        "list.stream().map(x -> x.y()).toList()",
                        "list.stream().map(\\x=>).toList()"),
                reads(Dialect.JAVA, "Foo.<Bar>baz(1)", "Foo.baz(1)"),
                reads(Dialect.SCRIPT, "`${a}/b/${c.d}`", "`a, '/b/', c.d`"),
                reads(
                        Dialect.SCRIPT,
                        "{path: 'x', 'y': 1, z, ...w, m(a) {}, [k]: 2, async n() {}}",
                        "{'path': 'x', 'y': 1, 'z': z, ...w, 'm': \\a{}, k: 2, 'n': \\{}}"),
                reads(
                        Dialect.SCRIPT,
                        "router.get('/a', auth, async (req: Request, res) => { x }).post(b)",
                        "router.get('/a', auth, \\req:Request,res{}).post(b)"),
                reads(Dialect.SCRIPT, "app.get(/ab+c/, x)", "app.get(RegExp('ab+c'), x)"),
                reads(Dialect.SCRIPT, "x as unknown as Foo<Bar>[]", "x"),
                reads(Dialect.SCRIPT, "(a, b): Promise<void> => a", "\\a,b=>"),
                reads(Dialect.SCRIPT, "function (a = 1) { }", "\\a=1{}"),
                reads(Dialect.SCRIPT, "a?.b?.(c) ?? d!.e", "(a.b(c) ?? d.e)"),
                reads(
                        Dialect.SCRIPT,
                        "<Route path=\"/a\" element={<Home x={1}/>}><B/>{c}</Route>",
                        "<Route path='/a', element=<Home x=1>><B >, c"),
                reads(Dialect.SCRIPT, "gql`type A`", "gql('type A')"),
                reads(Dialect.SCRIPT, "useState<string>('a')", "useState[string]('a')"),
                reads(
                        Dialect.PYTHON,
                        "path('a/', include('b.urls'), name='c')",
                        "path('a/', include('b.urls'), name='c')"),
                reads(Dialect.PYTHON, "[path(r'^a/?$', v), *extra]", "[path('^a/?$', v), *extra]"),
                reads(Dialect.PYTHON, "f\"{a.b}/x\" 'y'", "``a.b, '/x'`, 'y'`"),
                reads(Dialect.PYTHON, "{'a': 1, **b}", "{'a': 1, ...b}"),
                reads(Dialect.PYTHON, "{'a', 'b'}", "['a', 'b']"),
                reads(Dialect.PYTHON, "a if b else c", "(b ? a : c)"),
                reads(
                        Dialect.PYTHON,
                        "f(*args, k=lambda x: x + 1, methods=('POST',))",
                        "f(*=args, k=\\x=>, methods=['POST'])"),
                reads(Dialect.PYTHON, "not a in b", "not(a in b)"),
                reads(Dialect.PYTHON, "[x for x in y]", "[?]"));
    }

    @TestFactory
    Stream<DynamicTest> readsStatements() {
        return Stream.of(
                does(
                        Dialect.CSHARP,
                        "var g = app.MapGroup(\"/a\"); g.MapGet(\"b\", X); if (env.Dev()) { app.Use(); } return 1;",
                        "ASSIGN g app.MapGroup('/a') | EXPRESSION  g.MapGet('b', X)"
                                + " | [env.Dev()] EXPRESSION  app.Use() | RETURN  1"),
                does(
                        Dialect.CSHARP,
                        "List<int> x = new(); string? a = null, b = \"c\"; this.y = 3; foreach (var i in z) F(i); void L(int q) { no(); } await M();",
                        "ASSIGN x:List<int> new () | ASSIGN a:string? null | ASSIGN b 'c'"
                                + " | ASSIGN this.y 3 | EACH i z | EXPRESSION  F(i) | EXPRESSION  M()"),
                does(
                        Dialect.CSHARP,
                        "using (var s = Open()) { s.Go(); } try { a(); } catch (E e) { b(); }",
                        "ASSIGN s Open() | EXPRESSION  s.Go() | EXPRESSION  a() | [catch] EXPRESSION  b()"),
                does(
                        Dialect.JAVA,
                        "final String p = \"/a\"; for (Foo f : all) { go(f); } return p + \"b\";",
                        "ASSIGN p:String '/a' | EACH f all | EXPRESSION  go(f) | RETURN  (p + 'b')"),
                does(
                        Dialect.SCRIPT,
                        "import a from 'b'\nconst r = Router()\nr.get('/x',\n  h)\nr.post(\n  '/y', h)\nexport default r\nmodule.exports = {a: 1}",
                        "ASSIGN r Router() | EXPRESSION  r.get('/x', h) | EXPRESSION  r.post('/y', h)"
                                + " | EXPORT default r | ASSIGN module.exports {'a': 1}"),
                does(
                        Dialect.SCRIPT,
                        "let a: Foo<Bar> = 1, b = 2; function f() { no() } export const c = () => { no() }; if (x) y(); class A { z() {} }",
                        "ASSIGN a:Foo<Bar> 1 | ASSIGN b 2 | ASSIGN c \\{} | [x] EXPRESSION  y()"),
                does(
                        Dialect.PYTHON,
                        "import a\nr = APIRouter(\n  prefix='/x')\nif dev:\n    r.add(1)\nfor m in ms:\n    r.go(m)\n@d\ndef f():\n    no()\nx: int = 3\na.b += [1]\n",
                        "ASSIGN r APIRouter(prefix='/x') | [if dev] EXPRESSION  r.add(1) | EACH m ms"
                                + " | EXPRESSION  r.go(m) | ASSIGN x:int 3 | ASSIGN a.b [1]"));
    }

    @Test
    void readsAnnotationsWithTheirArguments() {
        Syntax syntax =
                syntax(Dialect.CSHARP, "[HttpGet(\"x\", Name = N), Authorize][return: A.B]");
        assertThat(
                        syntax.annotations(0, syntax.tokens().size()).stream()
                                .map(a -> a.name() + "(" + Shown.arguments(a.arguments()) + ")"))
                .containsExactly("HttpGet('x', Name=N)", "Authorize()", "A.B()");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothingHangsOrOverflows(Dialect dialect) {
        for (String piece :
                new String[] {
                    "(",
                    "[",
                    "{",
                    "a.",
                    "a<",
                    "-",
                    "a?",
                    "=>",
                    "f(",
                    "<a ",
                    "$\"{",
                    "`${",
                    "lambda x: ",
                    "new ",
                    "not ",
                    "(a)",
                    "a=",
                    "x => ",
                    "async ",
                    "@A(",
                    "if (",
                    "\"",
                    "...",
                    "a ? b :"
                }) {
            String text = piece.repeat(20_000);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> {
                        Syntax syntax = syntax(dialect, text);
                        int[] visited = new int[1];
                        syntax.expression(0, syntax.tokens().size()).walk(e -> visited[0]++);
                        assertThat(visited[0]).isPositive();
                        assertThat(syntax.statements(0, syntax.tokens().size())).isNotNull();
                    },
                    () -> dialect + " took more than 10 s on 20,000 times " + piece);
        }
    }
}
