package io.digitalworker.facts.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;

import static io.digitalworker.facts.fuzz.Repeated.joined;
import static io.digitalworker.facts.fuzz.Repeated.lines;

/** C# whose types, constants, groups and options lead back to themselves. */
final class CyclicDotnet {
    private static final String WEB = "<Project Sdk=\"Microsoft.NET.Sdk.Web\"></Project>";

    private CyclicDotnet() {}

    static Map<String, Map<String, String>> trees() {
        Map<String, Map<String, String>> trees = new LinkedHashMap<>();
        trees.put("a diamond of interfaces", file("Diamond.cs", diamond()));
        trees.put("types over types over types", file("Generic.cs", generic()));
        trees.put("groups that map each other", file("Program.cs", groups()));
        trees.put("constants of each other", file("Routes.cs", constants()));
        trees.put("options within options", file("Options.cs", options()));
        trees.put("validators of each other", file("Validators.cs", validators()));
        trees.put("endpoint groups of each other", file("Endpoints.cs", endpointGroups()));
        trees.put("entities that own each other", file("Entities.cs", entities()));
        trees.put("attributes of attributes", file("Attributes.cs", attributes()));
        trees.put("projects that refer to each other", projects());
        trees.put("services that call each other", file("Services.cs", services()));
        return trees;
    }

    private static Map<String, String> file(String path, String text) {
        return Map.of("Web.csproj", WEB, path, text);
    }

    private static String diamond() {
        return "interface C0 { }\n"
                + lines(
                        40,
                        i ->
                                "interface A%2$d : C%1$d {} interface B%2$d : C%1$d {} interface D%2$d : C%1$d {} interface C%2$d : A%2$d, B%2$d, D%2$d {}"
                                        .formatted(i, i + 1))
                + lines(
                        12,
                        i ->
                                "public partial class R%d : %s { }"
                                        .formatted(i, joined(", ", 12, j -> "R" + j)))
                + "public class XController : R0 { C40 c; R0 r; public XController(C40 c, R1 r) { this.c = c; } [HttpGet(nameof(R5))] public R3 Get(R4 model) { c.Missing(); r.Missing(); this.Missing(); base.Missing(); return null; } }\n"
                + "public class E : R1, C40 { public int Id { get; set; } }\npublic class D : R2 { public DbSet<R0> Rs { get; set; } public DbSet<E> Es { get; set; } }\n";
    }

    private static String generic() {
        String own = joined(", ", 10, i -> "T" + i);
        String pairs = joined(", ", 10, i -> "P<" + own + ">");
        return lines(
                        30,
                        i ->
                                "public class G%1$d<%2$s> : G%3$d<%4$s>, I<G%3$d<%4$s>> { private readonly G%3$d<%4$s> g; public G%1$d(G%3$d<%4$s> g) { } public void F(G%3$d<%4$s> a) { g.Missing(); a.Last.Save(a); Last.Insert(a); } }"
                                        .formatted(i, own, i + 1, pairs))
                + "public class G30<%s> { public IRepository<T0> Last; }\n".formatted(own)
                + "public class U { G0<A,A,A,A,A,A,A,A,A,A> g; void F() { g.Last.Insert(g); g.Missing(); } }\n";
    }

    private static String groups() {
        return "var app = WebApplication.Create();\nvar g = g.MapGroup(\"a\").MapGroup(g);\ng = g.MapGroup(\"b\");\n"
                + lines(15, i -> "app.M%d(app);".formatted(i))
                + "static class G {\n"
                + lines(
                        15,
                        i ->
                                "public static RouteGroupBuilder M%1$d(this IEndpointRouteBuilder b, RouteGroupBuilder h) { %2$s b.MapGet(\"x%1$d\", () => 1); return b.M%3$d(h).MapGroup(\"y\").M%1$d(h); }"
                                        .formatted(
                                                i,
                                                joined(
                                                        " ",
                                                        15,
                                                        j ->
                                                                "b.MapGroup(\"g%1$d\").M%1$d(h); h.M%1$d(b.M%1$d(h));"
                                                                        .formatted(j)),
                                                (i + 1) % 15))
                + "}\n";
    }

    private static String constants() {
        return "public static class K {\n"
                + lines(
                        15,
                        i ->
                                "public const string C%1$d = %2$s;\npublic static string P%1$d => $\"%3$s\";\npublic static string F%1$d(string a) { %4$s return a; }"
                                        .formatted(
                                                i,
                                                joined(" + ", 15, j -> "C" + j + " + K.P" + j),
                                                joined("/", 15, j -> "{P%1$d}{C%1$d}".formatted(j)),
                                                joined(
                                                        " ",
                                                        15,
                                                        j ->
                                                                "if (a) return F%1$d(F%1$d(a)) + P%1$d;"
                                                                        .formatted(j))))
                + "}\n[Route(K.C0)] public class XController : Controller {\n"
                + lines(
                        15,
                        i ->
                                "[HttpGet(K.C%1$d)] public void A%1$d() { Redirect(K.F%1$d(K.P%1$d)); configuration[K.F%1$d(K.C%1$d)]; }"
                                        .formatted(i))
                + "}\n";
    }

    private static String options() {
        return lines(
                        12,
                        i ->
                                "public class O%1$d { %2$s }"
                                        .formatted(
                                                i,
                                                joined(
                                                        " ",
                                                        24,
                                                        j ->
                                                                "public O%1$d P%2$d { get; set; } = new();"
                                                                        .formatted(j % 12, j))))
                + "var builder = WebApplication.CreateBuilder(); var c = c.GetSection(c.GetSection(\"a\"));\n"
                + lines(
                        12,
                        i ->
                                "builder.Services.Configure<O%1$d>(builder.Configuration.GetSection(\"O%1$d\")); c.GetSection(\"x\").Get<O%1$d>(); var s%1$d = s%2$d.GetSection(\"a\"); s%1$d.Bind(new O%1$d());"
                                        .formatted(i, (i + 1) % 12))
                + "public class XController : Controller { [HttpGet(\"x\")] public void X([FromQuery] O0 a, [AsParameters] O1 b) {} }\napp.MapGet(\"/y\", ([AsParameters] O2 o) => 1);\n";
    }

    private static String validators() {
        return lines(
                12,
                i ->
                        "public class V%1$d : AbstractValidator<M%1$d> { public V%1$d() { %2$s } void R%1$d() { %3$s } }\npublic class M%1$d { %4$s }"
                                .formatted(
                                        i,
                                        joined(
                                                " ",
                                                12,
                                                j ->
                                                        "RuleFor(x => x.M%1$d).SetValidator(new V%1$d()); Include(new V%1$d()); R%1$d();"
                                                                .formatted(j)),
                                        joined(" ", 12, j -> "R%1$d();".formatted(j)),
                                        joined(
                                                " ",
                                                12,
                                                j ->
                                                        "[Required] public M%1$d P%1$d { get; set; }"
                                                                .formatted(j))));
    }

    private static String endpointGroups() {
        return lines(
                        12,
                        i ->
                                "public class G%1$d : SubGroup<G%2$d> { public G%1$d() { Configure(\"g%1$d\", ep => { ep.Group<G%2$d>(); }); } }"
                                        .formatted(i, (i + 1) % 12))
                + lines(
                        12,
                        i ->
                                "public partial class E%1$d : E%2$d { public override void Configure() { Get(\"e%1$d\"); Group<G%1$d>(); base.Configure(); %3$s } }\npublic partial class E0 : Endpoint<A, B> { void Common%1$d() { %3$s } }"
                                        .formatted(
                                                i,
                                                (i + 1) % 12,
                                                joined(" ", 12, j -> "Common%d();".formatted(j))));
    }

    private static String entities() {
        return "public class Db : DbContext { %s\nprotected override void OnModelCreating(ModelBuilder b) { %s } }\n"
                        .formatted(
                                joined(
                                        " ",
                                        12,
                                        i ->
                                                "public DbSet<E%1$d> Es%1$d { get; set; }"
                                                        .formatted(i)),
                                joined(
                                        "\n",
                                        12,
                                        i ->
                                                "b.Entity<E%1$d>(e => { %2$s }); b.ApplyConfiguration(new X%1$d()); Do%1$d(b);"
                                                        .formatted(
                                                                i,
                                                                joined(
                                                                        " ",
                                                                        6,
                                                                        j ->
                                                                                "e.OwnsOne(x => x.N%1$d, n => { n.OwnsMany(y => y.N%1$d, m => m.OwnsOne(z => z.N%1$d)); });"
                                                                                        .formatted(
                                                                                                j)))))
                + lines(
                        12,
                        i ->
                                "[Owned] public class E%1$d : E%2$d { public int Id { get; set; } %3$s }\nclass X%1$d : X%2$d, IEntityTypeConfiguration<E%1$d> { public void Configure(EntityTypeBuilder<E%1$d> b) { base.Configure(b); %4$s } }\nstatic class D%1$d { static void Do%1$d(ModelBuilder b) { %5$s } }"
                                        .formatted(
                                                i,
                                                (i + 1) % 12,
                                                joined(
                                                        " ",
                                                        12,
                                                        j ->
                                                                "public virtual ICollection<E%1$d> N%1$d { get; set; }"
                                                                        .formatted(j)),
                                                joined(
                                                        " ",
                                                        12,
                                                        j ->
                                                                "new X%1$d().Configure(b);"
                                                                        .formatted(j)),
                                                joined(" ", 12, j -> "Do%1$d(b);".formatted(j))));
    }

    private static String attributes() {
        return lines(
                        12,
                        i ->
                                "[A%2$d] public class A%1$dAttribute : A%2$dAttribute { public A%1$dAttribute(string t) : base(t + A%2$dAttribute.K) { } public const string K = A%2$dAttribute.K + A%1$dAttribute.K + \"x\"; }"
                                        .formatted(i, (i + 1) % 12))
                + "[A0(\"x\")] public class XController : Controller { "
                + lines(
                        12,
                        i ->
                                "%s public void M%d() { }"
                                        .formatted("[A%d(\"y\")]".formatted(i).repeat(20), i))
                + "}\n";
    }

    private static Map<String, String> projects() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int m = 0; m < 15; m++) {
            String references =
                    joined(
                            "",
                            60,
                            i ->
                                    "<ProjectReference Include=\"../p%1$d/p%1$d.csproj\" />"
                                            .formatted(i % 15));
            files.put(
                    "p%1$d/p%1$d.csproj".formatted(m),
                    "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><A>$(B)$(B)$(A)</A><B>$(A)$(A)</B></PropertyGroup><Import Project=\"p%d.csproj\" /><ItemGroup>%s<PackageReference Include=\"x\" Version=\"$(A)\" /></ItemGroup></Project>"
                            .formatted(m, references));
            files.put(
                    "p%d/XController.cs".formatted(m),
                    "[Route(\"p%1$d\")] public class X%1$dController : Controller { [HttpGet(\"x\")] public void X() { } }"
                            .formatted(m));
        }
        return files;
    }

    private static String services() {
        return lines(
                        15,
                        i ->
                                "public interface IS%1$d : IS%2$d { void F%1$d(); } public class S%1$d : S%2$d, IS%1$d, IConsumer<E%1$d> { %3$s public void F%1$d() { %4$s } public void Handle(E%1$d e) { F%1$d(); Publish(new E%1$d()); } }"
                                        .formatted(
                                                i,
                                                (i + 1) % 15,
                                                joined(
                                                        " ",
                                                        15,
                                                        j ->
                                                                "private readonly IS%1$d s%1$d;"
                                                                        .formatted(j)),
                                                joined(
                                                        " ",
                                                        15,
                                                        j ->
                                                                "s%1$d.F%1$d(); s%1$d.F%2$d(); this.F%1$d();"
                                                                        .formatted(
                                                                                j, (j + 1) % 15))))
                + "public class XController : Controller { IS0 s; [HttpGet(\"x\")] public void X() { s.F0(); } }\n"
                + lines(15, i -> "services.AddScoped<IS%1$d, S%1$d>();".formatted(i));
    }
}
