package io.digitalworker.facts.data;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.data.DataNode.Leaf;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.facts.syntax.Span;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class DataFilesTest {
    private static DataFile read(String path, String text) {
        SourceTree tree = Trees.ofText(path, text);
        return DataFiles.of(tree).read(tree.file(path).orElseThrow());
    }

    private static String cut(DataFile file, Span span) {
        return file.text().substring(span.start(), span.end());
    }

    private static String flat(DataFile file) {
        return String.join(
                "\n",
                file.root().leaves().stream()
                        .map(
                                leaf ->
                                        file.line(leaf.keySpan())
                                                + " "
                                                + leaf.path()
                                                + "="
                                                + leaf.text())
                        .toList());
    }

    @Test
    void readsJsonAsPeopleWriteIt() {
        DataFile file =
                read(
                        "appsettings.json",
                        """
                        \uFEFF// settings
                        {
                          /* block */
                          "Logging": { "Level": "Info \\u00e4", },
                          'Ports' : [80, -1.5e3, true, null],
                          bare: "x", # hash
                        }
                        """);
        assertThat(file.unreadable()).isEmpty();
        assertThat(flat(file))
                .isEqualTo(
                        """
                        4 Logging.Level=Info ä
                        5 Ports[0]=80
                        5 Ports[1]=-1.5e3
                        5 Ports[2]=true
                        5 Ports[3]=
                        6 bare=x""");
        DataNode root = file.root();
        assertThat(cut(file, root.get("Logging", "Level").span())).isEqualTo("\"Info \\u00e4\"");
        assertThat(cut(file, root.get("Ports").item(1).span())).isEqualTo("-1.5e3");
        assertThat(cut(file, root.get("Ports").span())).isEqualTo("[80, -1.5e3, true, null]");
        assertThat(root.entries())
                .extracting(entry -> cut(file, entry.keySpan()))
                .containsExactly("\"Logging\"", "'Ports'", "bare");
        assertThat(root.at("Ports[0]").integer()).contains(80L);
        assertThat(root.at("Ports[2]").bool()).contains(true);
        assertThat(root.at("Ports[3]").isNull()).isTrue();
        assertThat(root.getIgnoringCase("logging", "LEVEL").text()).contains("Info ä");
        assertThat(file.evidence(root.get("Ports").span()).startLine()).isEqualTo(5);
    }

    @Test
    void answersMissingForWhateverIsNotThere() {
        DataNode root = read("a.json", "{\"a\": [1]}").root();
        for (DataNode missing :
                List.of(
                        root.get("b", "c"),
                        root.get("a", "x"),
                        root.at("a[1]"),
                        root.at("a[x"),
                        root.at("a[9999999999]"),
                        root.at("a[0].b"),
                        root.item(0))) {
            assertThat(missing.isMissing()).isTrue();
            assertThat(missing.text()).isEmpty();
            assertThat(missing.leaves()).isEmpty();
            assertThat(missing.bool()).isEmpty();
            assertThat(missing.entries()).isEmpty();
        }
    }

    @Test
    void findsKeysThatHoldDotsThemselves() {
        DataNode root = read("a.yml", "spring.jpa:\n  show.sql: yes\n  show: {x: 1}\n").root();
        assertThat(root.at("spring.jpa.show.sql").bool()).contains(true);
        assertThat(root.at("spring.jpa.show.x").integer()).contains(1L);
        assertThat(root.at("spring.jpa.show.y").isMissing()).isTrue();
    }

    @Test
    void keepsTheTagsOfCloudFormation() {
        DataFile file =
                read(
                        "template.yaml",
                        """
                        Resources:
                          Api:
                            Name: !Sub "${AWS::StackName}-api"
                            Arn: !GetAtt Table.Arn
                            List: !Join [",", [!Ref A, "b"]]
                            Old: 012
                            Text: |
                              two
                              lines
                          Next: ü 😀
                          Last: !If
                            - Cond
                            - 1
                        """);
        DataNode api = file.root().get("Resources", "Api");
        assertThat(api.get("Name").tag()).isEqualTo("!Sub");
        assertThat(api.get("Name").text()).contains("${AWS::StackName}-api");
        assertThat(api.get("Arn").tag()).isEqualTo("!GetAtt");
        assertThat(api.get("Arn").text()).contains("Table.Arn");
        assertThat(api.get("List").tag()).isEqualTo("!Join");
        assertThat(api.get("List").item(1).item(0).tag()).isEqualTo("!Ref");
        assertThat(api.get("Text").text()).contains("two\nlines\n");
        DataNode last = file.root().get("Resources", "Last");
        assertThat(last.tag()).isEqualTo("!If");
        assertThat(last.texts()).containsExactly("Cond", "1");
        Entry next = file.root().get("Resources").entry("Next").orElseThrow();
        assertThat(cut(file, next.value().span())).isEqualTo("ü 😀");
        assertThat(cut(file, file.root().get("Resources").entry("Last").orElseThrow().keySpan()))
                .isEqualTo("Last");
        assertThat(file.evidence(file.root().get("Resources").entry("Api").orElseThrow().span()))
                .hasToString("template.yaml:L2-L9");
    }

    @Test
    void resolvesAnchorsAndMerges() {
        DataFile file =
                read(
                        "compose.yml",
                        """
                        base: &base {image: x, port: 1}
                        more: &more
                          extra: 1
                          port: 3
                        a:
                          <<: *base
                          port: 2
                        b:
                          <<: [*base, *more]
                        c: *base
                        """);
        assertThat(flat(file))
                .endsWith(
                        """
                        1 a.image=x
                        7 a.port=2
                        1 b.image=x
                        1 b.port=1
                        3 b.extra=1
                        1 c.image=x
                        1 c.port=1""");
        assertThat(file.root().get("c")).isSameAs(file.root().get("base"));
    }

    @Test
    void readsAllDocumentsOfAFile() {
        DataFile file = read("a.yml", "kind: A\n---\nkind: B\n---\n");
        assertThat(file.documents()).hasSize(3);
        assertThat(file.documents().get(1).get("kind").text()).contains("B");
        assertThat(file.documents().get(2).isNull()).isTrue();
        assertThat(read("b.yml", "# nothing\n").root().isMissing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|BOOLEAN|true",
                "yes|STRING|true",
                "'off'|STRING|false",
                "1_0|STRING|",
                "0x1F|NUMBER|",
                "1.5|NUMBER|",
                "2024-01-01|STRING|",
                "~|NULL|",
                "\"1\"|STRING|",
                "!!str 1|STRING|",
            })
    void typesScalarsByYaml12(String written, ScalarType type, Boolean bool) {
        DataNode node = read("a.yml", "a: " + written).root().get("a");
        assertThat(((DataNode.Scalar) node).type()).isEqualTo(type);
        assertThat(node.bool().orElse(null)).isEqualTo(bool);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.json|{\"a\": 1,~ \"b\": {{ cookie }}}|2",
                "a.json|{\"a\": [1, 2|1",
                "chart/a.yaml|a: 1~b: {{ .Values.b }}|2",
                "chart/a.yaml|{{- if .Values.x }}~a: 1~{{- end }}|1",
                "play.yml|a: {{ name }}-x|1",
                "a.yml|a: *nobody|1",
                "a.yml|a: &x [*x]|1",
                "a.yml|a: b: c|1",
                "a.toml|a = 1~b = |2",
                "a.conf|server {~ listen 80;~}~|1",
                "a.xml|no element|1",
                "a.xml|<a>~<b></a>|2",
            })
    void saysWhereAndWhyAFileCannotBeRead(String path, String text, int line) {
        DataFile file = read(path, text.replace('~', '\n'));
        Unreadable unreadable = file.unreadable().orElseThrow();
        assertThat(unreadable.line()).as(unreadable.reason()).isEqualTo(line);
        assertThat(unreadable.reason()).isNotBlank();
        assertThat(file.evidence(unreadable).startLine()).isEqualTo(line);
        if (text.contains("{{") && path.endsWith("ml")) {
            assertThat(unreadable.reason()).startsWith("a template");
        }
    }

    @Test
    void readsJavaPropertiesWithTheirLines() {
        DataFile file =
                read(
                        "a.properties",
                        """
                        # comment
                        ! another
                        server.port = 8080
                        a\\ b: c\\
                            d\\\\
                        empty=
                        alone
                        umlaut=\\u00e4\\n[x]
                        """);
        assertThat(flat(file))
                .isEqualTo("3 server.port=8080\n4 a b=cd\\\n6 empty=\n7 alone=\n8 umlaut=ä\n[x]");
        assertThat(cut(file, file.root().get("server.port").span())).isEqualTo("8080");
        assertThat(file.root().at("server.port").integer()).contains(8080L);
    }

    @Test
    void readsEnvironmentFilesAndSections() {
        DataFile env =
                read(
                        ".env",
                        """
                        export A=b # why
                        URL="postgres://x#y" # z
                        KEY='one
                        two'
                        C=a#b
                        D=
                        """);
        assertThat(flat(env))
                .isEqualTo("1 A=b\n2 URL=postgres://x#y\n3 KEY=one\ntwo\n5 C=a#b\n6 D=");
        DataFile ini =
                read(
                        "setup.cfg",
                        "x = 1\n[metadata]\nname = shop\ninstall =\n  a\n  b\n[*.cs]\nq: 2\n");
        assertThat(flat(ini))
                .isEqualTo("1 x=1\n3 metadata.name=shop\n4 metadata.install=a\nb\n8 *.cs.q=2");
        assertThat(ini.root().get("*.cs", "q").text()).contains("2");
    }

    @Test
    void readsToml() {
        DataFile file =
                read(
                        "pyproject.toml",
                        """
                        title = "x" # why
                        [tool.poetry.dependencies]
                        python = "^3.9"
                        fastapi = {version = "0.1", extras = ["all",
                           'b']}
                        a.b."c.d" = 1_000
                        [[source]]
                        url = \"""
                        one
                        two\"""
                        [[source]]
                        on = true
                        [source.inner]
                        when = 1979-05-27T07:32:00Z
                        """);
        assertThat(file.unreadable()).isEmpty();
        assertThat(flat(file))
                .isEqualTo(
                        """
                        1 title=x
                        3 tool.poetry.dependencies.python=^3.9
                        4 tool.poetry.dependencies.fastapi.version=0.1
                        4 tool.poetry.dependencies.fastapi.extras[0]=all
                        4 tool.poetry.dependencies.fastapi.extras[1]=b
                        6 tool.poetry.dependencies.a.b.c.d=1_000
                        8 source[0].url=one
                        two
                        12 source[1].on=true
                        14 source[1].inner.when=1979-05-27T07:32:00Z""");
        assertThat(cut(file, file.root().get("title").span())).isEqualTo("\"x\"");
    }

    @Test
    void readsXmlWithPlaces() {
        DataFile file =
                read(
                        "Shop.csproj",
                        """
                        <?xml version="1.0"?>
                        <!DOCTYPE m PUBLIC "-//x>" "http://x/m.dtd" [ <!ENTITY a "b>"> ]>
                        <!-- <x/> -->
                        <m:Project Sdk='Web' x:y="1 &lt; 2 &#228;&#x1F600; &nbsp; &" >
                          <ItemGroup Condition="a > b">
                            <PackageReference Include="A" Version="1.0" />
                            <PackageReference Include="B"><Version>2 &amp; <![CDATA[<3>]]></Version>
                            </PackageReference>
                          </ItemGroup>
                        </m:Project>
                        """);
        assertThat(file.unreadable()).isEmpty();
        assertThat(file.root().isMissing()).isTrue();
        XmlElement project = file.xml();
        assertThat(project.name()).isEqualTo("Project");
        assertThat(project.attribute("y")).contains("1 < 2 ä😀 &nbsp; &");
        assertThat(cut(file, project.attributes().get(0).span())).isEqualTo("Sdk='Web'");
        List<XmlElement> references = project.all("PackageReference");
        assertThat(references)
                .extracting(r -> r.value("Version").orElse("?"))
                .containsExactly("1.0", "2 & <3>");
        assertThat(cut(file, references.get(0).span()))
                .isEqualTo("<PackageReference Include=\"A\" Version=\"1.0\" />");
        assertThat(file.evidence(references.get(1).span())).hasToString("Shop.csproj:L7-L8");
        assertThat(cut(file, references.get(1).head()))
                .isEqualTo("<PackageReference Include=\"B\">");
        assertThat(project.child("ItemGroup", "Nothing").isNone()).isTrue();
    }

    @Test
    void keepsOfXmlWhatComesBeforeTheError() {
        DataFile file = read("a.xml", "<a>\n<b c='1'>x</b>\n<d e='2'>\n<f g=>\n</a>");
        assertThat(file.unreadable().orElseThrow().line()).isEqualTo(4);
        assertThat(file.xml().child("b").text()).isEqualTo("x");
        assertThat(file.xml().child("d").attribute("e")).contains("2");
    }

    @Test
    void readsYamlWithHiddenSecrets() {
        DataFile file = read("a.yml", "env:\n  DB_PASSWORD: geheim1\n  B: 2\n");
        assertThat(file.unreadable()).isEmpty();
        assertThat(flat(file)).isEqualTo("2 env.DB_PASSWORD=*******\n3 env.B=2");
    }

    @Test
    void findsFilesByNameAndByPath() {
        SourceTree tree =
                Trees.of(
                        Map.of(
                                "a/appsettings.json", "{}".getBytes(UTF_8),
                                "a/b/AppSettings.Production.json", "{}".getBytes(UTF_8),
                                "a/b/c.yml", "x: 1".getBytes(UTF_8),
                                "a/b/C.cs", "class C {}".getBytes(UTF_8)));
        DataFiles files = DataFiles.of(tree);
        assertThat(files.files()).hasSize(3);
        assertThat(files.named("appsettings*.json")).hasSize(2);
        assertThat(files.named("appsettings.json")).hasSize(1);
        assertThat(files.named("a/**/*.json")).hasSize(2);
        assertThat(files.named("a/*.json")).hasSize(1);
        assertThat(files.named("**/c.y?l")).hasSize(1);
        assertThat(files.named("**")).hasSize(3);
        SourceFile file = files.named("c.yml").get(0);
        assertThat(files.read(file)).isSameAs(files.read(file));
    }

    @Test
    void isNotBlownUpByAliases() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        StringBuilder merges = new StringBuilder("a0: &a0 {a: 1, b: 2}\n");
        for (int i = 1; i < 30; i++) {
            String ref = "*a" + (i - 1);
            laughs.append(
                    "a%d: &a%d [%s]\n"
                            .formatted(i, i, String.join(", ", Collections.nCopies(10, ref))));
            merges.append(
                    "a%d: &a%d {<<: [%s], k%d: 1}\n"
                            .formatted(i, i, String.join(", ", Collections.nCopies(10, ref)), i));
        }
        assertThat(read("a.yml", laughs.toString()).unreadable().orElseThrow().reason())
                .contains("aliases");
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> read("b.yml", merges.toString()).root().leaves());
        StringBuilder deep = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 1_000; i++) {
            deep.append("a%d: &a%d {x: *a%d}\n".formatted(i, i, i - 1));
        }
        assertThat(read("c.yml", deep.toString()).unreadable().orElseThrow().reason())
                .contains("deep");
    }

    static Stream<List<String>> nested() {
        int n = 5_000;
        return Stream.of(
                List.of("a.json", "[".repeat(n) + "]".repeat(n)),
                List.of("b.json", "{\"a\":".repeat(n) + "1" + "}".repeat(n)),
                List.of("a.yml", "[".repeat(n) + "]".repeat(n)),
                List.of("b.yml", "- ".repeat(n) + "1"),
                List.of("c.yml", "{a: ".repeat(n) + "1" + "}".repeat(n)),
                List.of("d.yml", "? ".repeat(n) + "1"),
                List.of("a.toml", "a = " + "[".repeat(n) + "]".repeat(n)),
                List.of("b.toml", "a = " + "{a.b.c = ".repeat(n)),
                List.of("c.toml", "[" + "a.".repeat(n) + "a]"),
                List.of("a.xml", "<a>".repeat(n) + "</a>".repeat(n)));
    }

    @ParameterizedTest
    @MethodSource("nested")
    void callsDeepNestingUnreadable(List<String> file) {
        DataFile read =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> read(file.get(0), file.get(1)));
        assertThat(read.unreadable()).isPresent();
        assertThat(read.xml().all("a")).hasSizeLessThanOrEqualTo(DataNode.MAX_DEPTH);
        assertThat(read.root().leaves()).hasSizeLessThan(5);
    }

    @ParameterizedTest
    @CsvSource({"a.json", "a.yml", "a.toml", "a.properties", "a.env", "a.ini", "a.xml"})
    void neverFailsWhateverAFileHolds(String path) {
        String[] pieces = {
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            ":",
            ": ",
            "=",
            ",",
            "\n",
            " ",
            "- ",
            "#",
            "<a",
            ">",
            "</a>",
            "&x ",
            "*x",
            "!t ",
            "<<",
            "|",
            "\\",
            "\\u12",
            "a",
            "0",
            "<![CDATA[",
            "<!",
            "&#x;",
            "\t",
            "😀",
            "---\n",
            "[[",
            "\"\"\"",
            "%",
            "@",
            "`",
            "/*",
            "//"
        };
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            check(text.toString(), path);
        }
    }

    private static void check(String text, String path) {
        DataFile.Content content =
                switch (path.substring(path.indexOf('.'))) {
                    case ".json" -> JsonReader.read(text);
                    case ".yml" -> YamlReader.read(text);
                    case ".toml" -> TomlReader.read(text);
                    case ".xml" -> XmlReader.read(text);
                    default -> PropertiesReader.read(text, path);
                };
        for (DataNode document : content.documents()) {
            for (Leaf leaf : document.leaves()) {
                assertThat(leaf.value().span().end()).as(text).isLessThanOrEqualTo(text.length());
                assertThat(leaf.keySpan().end()).as(text).isLessThanOrEqualTo(text.length());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.json,'{\"a\":1},'",
        "a.json,[",
        "a.yml,'{a: 1},'",
        "a.yml,[",
        "a.yml,'a '",
        "a.yml,'&a '",
        "a.toml,'[a]'",
        "a.toml,'a.'",
        "a.properties,'a=b\\'",
        "a.env,a='\"\\\"'",
        "a.xml,'<a b=\"'",
        "a.xml,'&'",
        "a.xml,<!--",
        "a.xml,<a>",
        "a.yml,'\"'",
        "a.yml,'? '",
        "a.yml,'%'",
        "a.yml,'<<: '",
        "a.json,'\"'"
    })
    void readsALongLineInLinearTime(String path, String piece) {
        String text = piece.repeat(2_000_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(text, path));
    }
}
