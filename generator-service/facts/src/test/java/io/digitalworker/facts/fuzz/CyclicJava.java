package io.digitalworker.facts.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;

import static io.digitalworker.facts.fuzz.Repeated.joined;
import static io.digitalworker.facts.fuzz.Repeated.lines;

/** Java whose types, annotations, settings and poms lead back to themselves. */
final class CyclicJava {
    private CyclicJava() {}

    static Map<String, Map<String, String>> trees() {
        Map<String, Map<String, String>> trees = new LinkedHashMap<>();
        trees.put("a diamond of interfaces", Map.of("src/main/java/a/Diamond.java", diamond()));
        trees.put("annotations of each other", Map.of("src/main/java/a/Notes.java", annotations()));
        trees.put("locators of each other", Map.of("src/main/java/a/Locators.java", locators()));
        trees.put("router functions of each other", Map.of("src/main/java/a/R.java", routes()));
        trees.put("constants of each other", Map.of("src/main/java/a/K.java", constants()));
        trees.put("entities within each other", Map.of("src/main/java/a/E.java", entities()));
        trees.put("settings of each other", settings());
        trees.put("poms of each other", poms());
        trees.put("statements that include each other", mapper());
        trees.put("types over types", Map.of("src/main/java/a/G.java", generic()));
        return trees;
    }

    private static String diamond() {
        return "package a;\ninterface C0 { }\n"
                + lines(
                        40,
                        i ->
                                "interface A%2$d extends C%1$d {} interface B%2$d extends C%1$d {} interface D%2$d extends C%1$d {} interface C%2$d extends A%2$d, B%2$d, D%2$d {}"
                                        .formatted(i, i + 1))
                + lines(
                        12,
                        i ->
                                "@RequestMapping(\"r%d\") interface R%1$d extends %2$s { }"
                                        .formatted(i, joined(", ", 12, j -> "R" + j)))
                + "@RestController class X extends Y implements R0, C40 { C40 c; R0 r; @GetMapping(\"x\") R1 x(R2 a) { c.missing(); r.missing(); super.missing(); } @Override public void y() {} }\n@RestController class Y extends X implements R1 { }\n"
                + "interface Repo extends JpaRepository<R0, Long>, R3 { R0 findByAAndB(C40 c); }\n";
    }

    private static String annotations() {
        String all = joined(" ", 12, i -> "@N%1$d(N%1$d.P)".formatted(i));
        return "package a;\nimport org.springframework.web.bind.annotation.*;\n"
                + lines(
                        12,
                        i ->
                                "%2$s %2$s @interface N%1$d { String P = N%1$d.P + N%3$d.P + \"x\"; @AliasFor(annotation = N%3$d.class) String value() default N%3$d.P; }"
                                        .formatted(i, all, (i + 1) % 12))
                + "@RestController @N0 class X { "
                + lines(
                        12,
                        i -> "@N%1$d(\"x\") %2$s void m%1$d(%2$s String a) { }".formatted(i, all))
                + "}\n%s class V { %s String s; }\n".formatted(all, all);
    }

    private static String locators() {
        return "package a;\nimport jakarta.ws.rs.*;\n"
                + lines(
                        12,
                        i ->
                                "@Path(\"l%1$d\") public class L%1$d extends L%2$d { @GET @Path(\"g\") public String g() { return \"\"; } %3$s }"
                                        .formatted(
                                                i,
                                                (i + 1) % 12,
                                                joined(
                                                        " ",
                                                        24,
                                                        j ->
                                                                "@Path(\"s%1$d\") public L%2$d s%1$d() { return new L%2$d(); }"
                                                                        .formatted(j, j % 12))));
    }

    private static String routes() {
        return "package a;\nimport org.springframework.web.reactive.function.server.*;\n@Configuration class R {\n"
                + lines(
                        12,
                        i ->
                                "@Bean RouterFunction<ServerResponse> r%1$d() { return RouterFunctions.route().%2$s.build().and(r%3$d()); }\nstatic final RouterFunction<ServerResponse> F%1$d = F%3$d.and(F%1$d).andRoute(GET(\"x\"), h).andNest(path(\"y\"), F%3$d);"
                                        .formatted(
                                                i,
                                                joined(
                                                        ".",
                                                        24,
                                                        j ->
                                                                "path(\"p%1$d\", b -> b.GET(\"g\", h).add(r%2$d())).add(r%2$d()).nest(path(\"n\"), this::r%2$d).GET(\"x\", F%2$d)"
                                                                        .formatted(j, j % 12)),
                                                (i + 1) % 12))
                + "}\n";
    }

    private static String constants() {
        return "package a;\nimport static a.K.*;\npublic class K {\n"
                + lines(
                        15,
                        i ->
                                "public static final String C%1$d = %2$s;\npublic static String f%1$d(String a) { %3$s return a; }"
                                        .formatted(
                                                i,
                                                joined(" + ", 15, j -> "C" + j + " + K.C" + j),
                                                joined(
                                                        " ",
                                                        15,
                                                        j ->
                                                                "if (a) return f%1$d(f%1$d(a)) + C%1$d;"
                                                                        .formatted(j))))
                + "}\n@RestController @RequestMapping(K.C0) class X {\n"
                + lines(
                        15,
                        i ->
                                "@GetMapping({K.C%1$d, C%1$d}) void m%1$d() { rest.getForObject(K.f%1$d(K.C%1$d), X.class); env.getProperty(f%1$d(C%1$d)); } @Value(\"${\" + K.C%1$d + \"}\") String v%1$d;"
                                        .formatted(i))
                + "}\n";
    }

    private static String entities() {
        return "package a;\nimport jakarta.persistence.*;\n"
                + lines(
                        12,
                        i ->
                                "@Entity @Embeddable @MappedSuperclass @Table(name = E%1$d.T) public class E%1$d extends E%2$d { static final String T = E%2$d.T + E%1$d.T; @Id Long id; %3$s }\n@ConfigurationProperties(\"p%1$d\") @ConfigMapping(prefix = E%1$d.T) class P%1$d extends P%2$d { %4$s }"
                                        .formatted(
                                                i,
                                                (i + 1) % 12,
                                                joined(
                                                        " ",
                                                        12,
                                                        j ->
                                                                "@Embedded @EmbeddedId E%1$d a%1$d; @ElementCollection List<E%1$d> b%1$d; @OneToMany(mappedBy = E%1$d.T) List<E%1$d> c%1$d;"
                                                                        .formatted(j)),
                                                joined(
                                                        " ",
                                                        12,
                                                        j ->
                                                                "private P%1$d f%2$d; public P%1$d getF%2$d() { return f%2$d; } public void setF%2$d(P%1$d f) { } P%1$d f%2$d();"
                                                                        .formatted(j % 12, j))))
                + "@RestController class X { @PostMapping(\"x\") E0 x(@ModelAttribute P0 p, @BeanParam P1 q, @Valid E1 e) { } }\n";
    }

    private static Map<String, String> settings() {
        String properties =
                lines(
                        15,
                        i ->
                                "k%d=%s"
                                        .formatted(
                                                i,
                                                joined(
                                                        "",
                                                        15,
                                                        j -> "${k%1$d:${k%1$d}}".formatted(j))));
        String yaml =
                lines(
                        15,
                        i ->
                                "y%d: \"%s\""
                                        .formatted(
                                                i,
                                                joined(
                                                        "",
                                                        15,
                                                        j -> "${y%1$d}${k%1$d}".formatted(j))));
        return Map.of(
                "src/main/resources/application.properties",
                properties + "server.servlet.context-path=${k0}\nquarkus.http.root-path=${k1}\n",
                "src/main/resources/application.yml",
                yaml + "spring:\n  application:\n    name: ${y0}\n",
                "src/main/java/a/X.java",
                "package a;\n@RestController @RequestMapping(\"${k0}\") class X { @GetMapping(\"${k1}/${y2}\") void x() { } @Scheduled(cron = \"${k2}\") void s() { } @Value(\"${k3:${k4}}\") String v; @KafkaListener(topics = \"${y4}${k5}\") void k(String s) { } }\n");
    }

    private static Map<String, String> poms() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int m = 0; m < 12; m++) {
            String imports =
                    joined(
                            "",
                            48,
                            i ->
                                    "<dependency><groupId>g</groupId><artifactId>p%d</artifactId><version>${a}</version><type>pom</type><scope>import</scope></dependency>"
                                            .formatted(i % 12));
            files.put(
                    "p%d/pom.xml".formatted(m),
                    "<project><parent><groupId>g</groupId><artifactId>p%2$d</artifactId><version>1</version><relativePath>../p%2$d/pom.xml</relativePath></parent><groupId>g</groupId><artifactId>p%1$d</artifactId><properties><a>${b}${b}${a}</a><b>${a}${a}</b></properties><dependencyManagement><dependencies>%3$s</dependencies></dependencyManagement><dependencies>%3$s</dependencies></project>"
                            .formatted(m, (m + 1) % 12, imports));
        }
        files.put(
                "build.gradle",
                "ext.a = \"$b$b${a}\"\next.b = \"${a}$a\"\ndependencies { implementation \"x:y:$a\" }\napply from: 'build.gradle'\n");
        return files;
    }

    private static Map<String, String> mapper() {
        String sql =
                lines(
                        12,
                        i ->
                                "<sql id=\"s%d\">%s</sql><resultMap id=\"m%1$d\" type=\"a.E\" extends=\"m%1$d\">%3$s</resultMap>"
                                        .formatted(
                                                i,
                                                joined(
                                                        "",
                                                        24,
                                                        j ->
                                                                "<include refid=\"s%d\"/>"
                                                                        .formatted(j % 12)),
                                                joined(
                                                        "",
                                                        24,
                                                        j ->
                                                                "<association property=\"p%1$d\" resultMap=\"m%2$d\"/><collection property=\"c%1$d\" resultMap=\"m%2$d\"/>"
                                                                        .formatted(j, j % 12))));
        return Map.of(
                "src/main/resources/E.xml",
                "<!DOCTYPE mapper PUBLIC \"-//mybatis.org//DTD Mapper 3.0//EN\" \"mybatis-3-mapper.dtd\">\n<mapper namespace=\"a.M\">"
                        + sql
                        + "<select id=\"x\" resultMap=\"m0\"><include refid=\"s0\"/></select></mapper>",
                "src/main/java/a/M.java",
                "package a;\n@Mapper interface M { E x(); }\nclass E { int id; }\n");
    }

    private static String generic() {
        String own = joined(", ", 10, i -> "T" + i);
        String pairs = joined(", ", 10, i -> "P<" + own + ">");
        return "package a;\n"
                + lines(
                        30,
                        i ->
                                "class G%1$d<%2$s> extends G%3$d<%4$s> implements I<G%3$d<%4$s>> { private final G%3$d<%4$s> g; G%1$d(G%3$d<%4$s> g) { } @GetMapping(\"%1$d\") T0 f(@RequestBody T1 a) { g.missing(); a.last.save(a); last.save(a); return null; } }"
                                        .formatted(i, own, i + 1, pairs))
                + "class G30<%s> { JpaRepository<T0, T1> last; }\n".formatted(own)
                + "@RestController class U extends G0<A,A,A,A,A,A,A,A,A,A> { G0<A,A,A,A,A,A,A,A,A,A> g; void h() { g.last.save(g); g.missing(); } }\n";
    }
}
