package io.digitalworker.facts.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A kind of text that a source tree knows, recognised by file name, else by the first line. */
public enum Language {
    CSHARP("C#", Kind.CODE, "cs", "csx"),
    JAVA("Java", Kind.CODE, "java"),
    TYPESCRIPT("TypeScript", Kind.CODE, "ts", "tsx", "mts", "cts"),
    JAVASCRIPT("JavaScript", Kind.CODE, "js", "jsx", "mjs", "cjs"),
    PYTHON("Python", Kind.CODE, "py", "pyi"),
    KOTLIN("Kotlin", Kind.CODE, "kt", "kts"),
    PHP("PHP", Kind.CODE, "php"),
    GO("Go", Kind.CODE, "go"),
    RUBY("Ruby", Kind.CODE, "rb"),
    RUST("Rust", Kind.CODE, "rs"),
    C("C and C++", Kind.CODE, "c", "h", "cc", "cpp", "cxx", "hpp"),
    VISUAL_BASIC("Visual Basic", Kind.CODE, "vb"),
    FSHARP("F#", Kind.CODE, "fs", "fsx"),
    SCALA("Scala", Kind.CODE, "scala"),
    GROOVY("Groovy", Kind.CODE, "groovy", "gradle"),
    SHELL("Shell", Kind.CODE, "sh", "bash"),
    POWERSHELL("PowerShell", Kind.CODE, "ps1", "psm1"),
    BATCH("Batch", Kind.CODE, "bat", "cmd"),
    SQL("SQL", Kind.CODE, "sql"),
    RAZOR("Razor", Kind.MARKUP, "cshtml", "razor"),
    VUE("Vue", Kind.MARKUP, "vue"),
    JSP("JSP", Kind.MARKUP, "jsp", "jspx", "tag"),
    ASPX("ASP.NET", Kind.MARKUP, "aspx", "ascx", "master", "asax", "ashx"),
    HTML(
            "HTML",
            Kind.MARKUP,
            "html",
            "htm",
            "xhtml",
            "hbs",
            "handlebars",
            "ejs",
            "mustache",
            "ftl",
            "ftlh",
            "twig",
            "pug",
            "liquid"),
    CSS("CSS", Kind.MARKUP, "css", "scss", "sass", "less"),
    GRAPHQL("GraphQL", Kind.CODE, "graphql", "graphqls", "gql"),
    PROTOBUF("Protocol Buffers", Kind.CODE, "proto"),
    PRISMA("Prisma", Kind.CODE, "prisma"),
    XML(
            "XML", Kind.DATA, "xml", "csproj", "vbproj", "fsproj", "props", "targets", "config",
            "resx", "xsd", "xsl", "xslt", "wsdl", "nuspec", "svg", "edmx", "xaml"),
    JSON("JSON", Kind.DATA, "json", "jsonc", "json5", "webmanifest", "avsc"),
    YAML("YAML", Kind.DATA, "yaml", "yml"),
    TOML("TOML", Kind.DATA, "toml"),
    PROPERTIES("Properties", Kind.DATA, "properties", "env", "ini", "cfg", "conf", "editorconfig"),
    SOLUTION("Visual Studio solution", Kind.DATA, "sln", "slnx"),
    DOCKERFILE("Dockerfile", Kind.DATA, "dockerfile"),
    CSV("CSV", Kind.DATA, "csv", "tsv"),
    MARKDOWN("Markdown", Kind.PROSE, "md", "markdown"),
    GETTEXT("Gettext", Kind.DATA, "po", "pot"),
    TEXT("Text", Kind.PROSE, "txt", "rst", "adoc");

    /** What a text is for. */
    public enum Kind {
        CODE,
        MARKUP,
        DATA,
        PROSE
    }

    private static final Map<String, Language> BY_EXTENSION = byExtension();
    private static final Map<String, Language> BY_NAME =
            Map.ofEntries(
                    Map.entry("dockerfile", DOCKERFILE),
                    Map.entry("makefile", SHELL),
                    Map.entry("jenkinsfile", GROOVY),
                    Map.entry("gemfile", RUBY),
                    Map.entry("rakefile", RUBY),
                    Map.entry("pipfile", TOML),
                    Map.entry("go.mod", TEXT),
                    Map.entry(".babelrc", JSON),
                    Map.entry(".eslintrc", JSON),
                    Map.entry(".sequelizerc", JAVASCRIPT),
                    Map.entry("readme", TEXT),
                    Map.entry("license", TEXT),
                    Map.entry("licence", TEXT),
                    Map.entry("notice", TEXT),
                    Map.entry("changelog", TEXT));
    private static final List<Map.Entry<String, Language>> BY_SHEBANG =
            List.of(
                    Map.entry("python", PYTHON),
                    Map.entry("node", JAVASCRIPT),
                    Map.entry("ruby", RUBY),
                    Map.entry("php", PHP),
                    Map.entry("sh", SHELL));

    private final String title;
    private final Kind kind;

    /** Separated by spaces. */
    private final String extensions;

    Language(String title, Kind kind, String... extensions) {
        this.title = title;
        this.kind = kind;
        this.extensions = String.join(" ", extensions);
    }

    /** The name people use, such as {@code C#}; the name in {@code facts.json}. */
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /** The language of a file by its name alone. */
    static Optional<Language> ofName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith(".env") || name.equals(".npmrc")) {
            return Optional.of(PROPERTIES);
        }
        if (name.startsWith("dockerfile.")) {
            return Optional.of(DOCKERFILE);
        }
        Language byName = BY_NAME.get(name);
        if (byName != null) {
            return Optional.of(byName);
        }
        return Optional.ofNullable(BY_EXTENSION.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    /** The language of a file without a telling name: by its {@code #!} line or markup start. */
    static Optional<Language> ofContent(String text) {
        String start = text.substring(0, Math.min(text.length(), 200)).stripLeading();
        if (start.startsWith("<?xml")) {
            return Optional.of(XML);
        }
        if (start.startsWith("<?php")) {
            return Optional.of(PHP);
        }
        if (!start.startsWith("#!")) {
            return Optional.empty();
        }
        String line = start.lines().findFirst().orElse("");
        return BY_SHEBANG.stream()
                .filter(entry -> line.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, Language> byExtension() {
        Map<String, Language> languages = new HashMap<>();
        for (Language language : values()) {
            for (String extension : language.extensions.split(" ", -1)) {
                languages.put(extension, language);
            }
        }
        return languages;
    }
}
