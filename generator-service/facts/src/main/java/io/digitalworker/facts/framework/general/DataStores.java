package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The databases, caches and buckets that code and configuration open, with their engine. The name is
 * that of the context, the alias or the bucket, as far as it stands there; else the engine.
 */
public final class DataStores implements Framework {
    private static final Map<String, String> EF =
            Map.of(
                    "UseSqlServer", "sqlserver",
                    "UseAzureSql", "sqlserver",
                    "UseNpgsql", "postgresql",
                    "UseSqlite", "sqlite",
                    "UseMySql", "mysql",
                    "UseMySQL", "mysql",
                    "UseOracle", "oracle",
                    "UseInMemoryDatabase", "memory",
                    "UseCosmos", "cosmosdb");
    private static final Map<String, String> DOTNET =
            Map.of(
                    "AddStackExchangeRedisCache", "redis",
                    "AddDistributedSqlServerCache", "sqlserver",
                    "AddDistributedMemoryCache", "memory",
                    "MongoClient", "mongodb");
    private static final Pattern URL =
            Pattern.compile(
                    "^(?:jdbc:|r2dbc:(?:pool:)?)?([a-z][a-z0-9]{1,30})(?:\\+[a-z0-9]{1,30})?:");
    private static final Pattern PRISMA =
            Pattern.compile(
                    "(?m)^[ \\t]{0,20}datasource[ \\t]{1,10}(\\w{1,60})[ \\t]{0,10}\\{([^}]{0,4000})}");
    private static final Pattern PROVIDER =
            Pattern.compile("provider\\s{0,10}=\\s{0,10}\"([\\w-]{1,40})\"");
    private static final Set<String> DOCUMENT =
            Set.of("mongodb", "cosmosdb", "couchbase", "dynamodb");
    private static final Set<String> CACHE = Set.of("redis", "rediss", "memcached", "memory-cache");
    private static final Set<String> RELATIONAL =
            Set.of(
                    "postgresql",
                    "mysql",
                    "mariadb",
                    "sqlite",
                    "sqlserver",
                    "oracle",
                    "h2",
                    "hsqldb",
                    "db2",
                    "cockroachdb",
                    "memory",
                    "derby");

    @Override
    public void extract(CodeBase code, Findings findings) {
        dotnet(code, findings);
        for (Dialect dialect : List.of(Dialect.SCRIPT, Dialect.JAVA, Dialect.KOTLIN)) {
            for (CodeFile file :
                    code.filesWith(
                            dialect,
                            "DataSource",
                            "TypeOrmModule",
                            "createConnection",
                            "MongoClient",
                            "MongooseModule",
                            "mongoose",
                            "Sequelize",
                            "S3Client",
                            "Bucket",
                            "PutObjectCommand",
                            "createClient",
                            "MongoClients")) {
                script(code, file, findings);
            }
        }
        for (CodeFile file :
                code.filesWith(
                        Dialect.PYTHON,
                        "DATABASES",
                        "CACHES",
                        "create_engine",
                        "create_async_engine",
                        "MongoClient",
                        "AsyncIOMotorClient",
                        "Redis",
                        "from_url",
                        "Bucket")) {
            python(code, file, findings);
        }
        properties(code, findings);
        prisma(code, findings);
    }

    private static void dotnet(CodeBase code, Findings findings) {
        Set<String> words = new TreeSet<>(EF.keySet());
        words.addAll(DOTNET.keySet());
        words.add("BucketName");
        for (CodeFile file : code.filesWith(Dialect.CSHARP, words.toArray(String[]::new))) {
            for (Site site :
                    Site.of(file, word -> EF.containsKey(word) || DOTNET.containsKey(word))) {
                boolean call =
                        !site.isIndex()
                                && !(DOTNET.containsKey(site.word())
                                        && site.receiver().isEmpty()
                                        && !file.tokens().is(site.name() - 1, "new"));
                boolean used =
                        !site.receiver().isEmpty() || file.tokens().is(site.name() - 1, "new");
                if (call && used) {
                    String engine =
                            EF.getOrDefault(site.word(), DOTNET.getOrDefault(site.word(), ""));
                    boolean cache = site.word().contains("Cache");
                    String name = cache ? engine : context(site).orElse(engine);
                    String kind = cache ? "cache" : kind(engine);
                    add(
                            name,
                            kind,
                            EF.containsKey(site.word()) ? "efcore" : "dotnet",
                            engine,
                            Confidence.LITERAL,
                            site.evidence(),
                            findings);
                }
            }
            buckets(code, file, findings);
        }
    }

    /** The context of {@code AddDbContext<T>(…)} around a provider, or the class that configures itself. */
    private static Optional<String> context(Site site) {
        Tokens tokens = site.file().tokens();
        int first = Math.max(0, site.name() - 60);
        for (int i = site.name() - 1; i > first && !tokens.is(i, "class"); i--) {
            boolean generic = tokens.isWord(i) && tokens.is(i + 1, '<') && tokens.is(i + 3, '>');
            if (generic && tokens.word(i).contains("DbContext")) {
                return Optional.of(tokens.word(i + 2));
            }
        }
        TypeDeclaration type = site.scope().type();
        return type != null && type.simpleName().endsWith("Context")
                ? Optional.of(type.simpleName())
                : Optional.empty();
    }

    private static void script(CodeBase code, CodeFile file, Findings findings) {
        Tokens tokens = file.tokens();
        boolean typeorm =
                file.mayHold("TypeOrmModule")
                        || file.mayHold("DataSource")
                        || file.mayHold("createConnection");
        Set<String> names =
                Set.of(
                        "DataSource",
                        "forRoot",
                        "createConnection",
                        "MongoClient",
                        "connect",
                        "Sequelize",
                        "forRootAsync",
                        "createClient",
                        "create");
        for (Site site : Site.of(file, names::contains)) {
            boolean orm =
                    typeorm
                            && (site.receiver().equals("TypeOrmModule")
                                    || site.word().equals("createConnection")
                                    || created(site, "DataSource"));
            if (orm && file.dialect() == Dialect.SCRIPT) {
                options(code, site, "type", "typeorm", findings);
            } else if (created(site, "Sequelize")) {
                options(code, site, "dialect", "sequelize", findings);
            } else if (created(site, "MongoClient")
                    || site.receiver().equals("mongoose")
                    || site.receiver().equals("MongooseModule")
                    || site.receiver().equals("MongoClients")) {
                boolean opens =
                        !site.word().equals("create") || site.receiver().equals("MongoClients");
                if (opens) {
                    String framework =
                            site.receiver().startsWith("ongoose", 1) ? "mongoose" : "mongodb";
                    add(
                            "mongodb",
                            "document",
                            framework,
                            "mongodb",
                            Confidence.LITERAL,
                            site.evidence(),
                            findings);
                }
            } else if (site.receiver().equals("redis") && site.word().equals("createClient")) {
                add(
                        "redis",
                        "cache",
                        "redis",
                        "redis",
                        Confidence.LITERAL,
                        site.evidence(),
                        findings);
            }
        }
        if (tokens.size() > 0) {
            buckets(code, file, findings);
        }
    }

    private static boolean created(Site site, String word) {
        return site.word().equals(word) && site.file().tokens().is(site.name() - 1, "new");
    }

    /** {@code {type: 'mysql', database: 'shop'}}, or a URL. */
    private static void options(
            CodeBase code, Site site, String key, String framework, Findings findings) {
        for (var argument : site.arguments()) {
            Expression at = code.symbols().definition(argument.value(), site.scope()).expression();
            if (at instanceof Expression.Mapping mapping && mapping.get(key) != null) {
                Value engine = site.value(code, Objects.requireNonNull(mapping.get(key)));
                Expression database = mapping.get("database");
                boolean named =
                        database instanceof Expression.Text text
                                && !text.value().contains("/")
                                && !text.value().contains(":");
                String name =
                        named
                                ? ((Expression.Text) Objects.requireNonNull(database)).value()
                                : engine.text();
                if (engine.known()) {
                    store(
                            name,
                            engine.text(),
                            framework,
                            engine.confidence(),
                            site.evidence(),
                            findings);
                } else {
                    unresolved(site, findings);
                }
                return;
            }
            if (at instanceof Expression.Text url) {
                engine(url.value())
                        .ifPresent(
                                e ->
                                        store(
                                                e,
                                                e,
                                                framework,
                                                Confidence.LITERAL,
                                                site.evidence(),
                                                findings));
            }
        }
    }

    private static void unresolved(Site site, Findings findings) {
        findings.unresolved(
                "datastore",
                site.file().text(site.span()),
                "the engine is computed",
                site.evidence());
    }

    private static void python(CodeBase code, CodeFile file, Findings findings) {
        django(file, findings);
        Set<String> names =
                Set.of(
                        "create_engine",
                        "create_async_engine",
                        "MongoClient",
                        "AsyncIOMotorClient",
                        "Redis",
                        "from_url",
                        "Bucket");
        for (Site site : Site.of(file, names::contains)) {
            boolean declared =
                    file.tokens().is(site.name() - 1, "def")
                            || file.tokens().is(site.name() - 1, "class");
            if (declared || site.isIndex() || (site.isEmpty() && site.word().equals("Bucket"))) {
                continue;
            }
            switch (site.word()) {
                case "MongoClient", "AsyncIOMotorClient" ->
                        add(
                                "mongodb",
                                "document",
                                "pymongo",
                                "mongodb",
                                Confidence.LITERAL,
                                site.evidence(),
                                findings);
                case "Redis" ->
                        add(
                                "redis",
                                "cache",
                                "redis",
                                "redis",
                                Confidence.LITERAL,
                                site.evidence(),
                                findings);
                case "from_url" -> {
                    if (site.receiver().toLowerCase(Locale.ROOT).contains("redis")) {
                        add(
                                "redis",
                                "cache",
                                "redis",
                                "redis",
                                Confidence.LITERAL,
                                site.evidence(),
                                findings);
                    }
                }
                case "Bucket" ->
                        bucket(site.argument(code, "name", 0), "boto3", site.evidence(), findings);
                default -> sqlalchemy(code, site, findings);
            }
        }
        buckets(code, file, findings);
    }

    private static void sqlalchemy(CodeBase code, Site site, Findings findings) {
        Optional<Value> url = site.argument(code, "url", 0);
        Optional<String> engine = url.map(Value::text).flatMap(DataStores::engine);
        if (engine.isPresent()) {
            Confidence sure = url.get().literal() ? Confidence.LITERAL : Confidence.RESOLVED;
            store(engine.get(), engine.get(), "sqlalchemy", sure, site.evidence(), findings);
        } else {
            unresolved(site, findings);
        }
    }

    /** {@code DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}}. */
    private static void django(CodeFile file, Findings findings) {
        Tokens tokens = file.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            boolean databases = tokens.is(i, "DATABASES");
            boolean caches = tokens.is(i, "CACHES");
            if ((!databases && !caches) || !tokens.is(i + 1, '=') || !tokens.is(i + 2, '{')) {
                continue;
            }
            Expression set = file.syntax().expression(i + 2, tokens.next(i + 2));
            if (set instanceof Expression.Mapping mapping) {
                for (Expression.Entry each : mapping.entries()) {
                    backend(file, each, caches, findings);
                }
            }
        }
    }

    private static void backend(
            CodeFile file, Expression.Entry entry, boolean cache, Findings findings) {
        String alias = entry.keyText();
        if (alias == null) {
            return;
        }
        Evidence place = file.evidence(entry.value().span());
        Expression engine =
                entry.value() instanceof Expression.Mapping options
                        ? options.get(cache ? "BACKEND" : "ENGINE")
                        : null;
        if (engine instanceof Expression.Text text) {
            String last = text.value().substring(text.value().lastIndexOf('.') + 1);
            String name = cache ? cacheEngine(last) : databaseEngine(last);
            String kind = cache ? "cache" : kind(name);
            add(alias, kind, "django", name, Confidence.LITERAL, place, findings);
        } else {
            findings.unresolved(
                    "datastore", file.text(entry.value().span()), "the engine is computed", place);
        }
    }

    private static String databaseEngine(String backend) {
        return switch (backend) {
            case "sqlite3", "spatialite" -> "sqlite";
            case "postgresql_psycopg2", "postgis", "postgresql" -> "postgresql";
            default -> normal(backend);
        };
    }

    private static String cacheEngine(String backend) {
        String lower = backend.toLowerCase(Locale.ROOT);
        return lower.contains("redis")
                ? "redis"
                : lower.contains("memcache")
                        ? "memcached"
                        : lower.contains("locmem") ? "memory" : lower.replace("cache", "");
    }

    /** {@code BucketName = "x"}, {@code Bucket: 'x'}, {@code Bucket='x'}, {@code .bucket("x")}. */
    private static void buckets(CodeBase code, CodeFile file, Findings findings) {
        boolean s3 =
                file.imports().stream()
                        .anyMatch(
                                each ->
                                        each.module().contains("s3")
                                                || each.module().contains("S3")
                                                || each.module().equals("boto3")
                                                || each.module().equals("aws-sdk"));
        Tokens tokens = file.tokens();
        for (int i = 0; s3 && i < tokens.size(); i++) {
            boolean named = tokens.is(i, "BucketName") || tokens.is(i, "Bucket");
            boolean set = named && (tokens.is(i + 1, '=') || tokens.is(i + 1, ':'));
            boolean built =
                    tokens.is(i, "bucket") && tokens.is(i - 1, '.') && tokens.is(i + 1, '(');
            if (!set && !built) {
                continue;
            }
            int end = i + 2;
            while (end < tokens.size() && end < i + 40 && !ends(tokens, end)) {
                end = tokens.next(end);
            }
            Expression value = file.syntax().expression(i + 2, end);
            Site site = new Site(file, i, i + 1);
            Evidence place = file.evidence(file.syntax().span(i, end));
            bucket(Optional.of(site.value(code, value)), "s3", place, findings);
        }
    }

    private static boolean ends(Tokens tokens, int at) {
        return tokens.is(at, ',') || tokens.is(at, ')') || tokens.is(at, '}') || tokens.is(at, ';');
    }

    private static void bucket(
            Optional<Value> name, String framework, Evidence place, Findings findings) {
        boolean known = name.isPresent() && name.get().known() && !name.get().text().isBlank();
        if (known) {
            add(
                    name.get().text(),
                    "bucket",
                    framework,
                    "s3",
                    name.get().confidence(),
                    place,
                    findings);
        } else {
            String written = name.map(Value::text).orElse("");
            findings.unresolved("datastore", written, "the bucket's name is computed", place);
        }
    }

    private static void properties(CodeBase code, Findings findings) {
        for (String pattern :
                List.of("application*.properties", "application*.yml", "application*.yaml")) {
            for (DataFile file : code.data().readNamed(pattern)) {
                for (DataNode document : file.documents()) {
                    jvm(file, document, findings);
                }
            }
        }
    }

    private static void jvm(DataFile file, DataNode root, Findings findings) {
        for (String key :
                List.of(
                        "spring.datasource.url",
                        "spring.r2dbc.url",
                        "spring.data.mongodb.uri",
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.db-kind",
                        "quarkus.mongodb.connection-string",
                        "spring.jpa.database",
                        "quarkus.datasource.reactive.url")) {
            DataNode value = root.at(key);
            String text = value.text("");
            boolean named = key.endsWith("db-kind") || key.endsWith("database");
            Optional<String> engine =
                    named && !text.isEmpty() ? Optional.of(normal(text)) : engine(text);
            if (engine.isPresent()) {
                String framework = key.substring(0, key.indexOf('.'));
                store(
                        "default",
                        engine.get(),
                        framework,
                        Confidence.LITERAL,
                        file.evidence(value.span()),
                        findings);
            } else if (value.isScalar() && !text.isEmpty()) {
                findings.unresolved(
                        "datastore",
                        key + "=" + (text.contains("${") ? text : "…"),
                        "the engine is not in the URL",
                        file.evidence(value.span()));
            }
        }
        for (String key :
                List.of(
                        "spring.redis.host",
                        "spring.data.redis.host",
                        "quarkus.redis.hosts",
                        "spring.redis.url",
                        "spring.data.redis.url")) {
            DataNode value = root.at(key);
            if (value.isScalar()) {
                String framework = key.substring(0, key.indexOf('.'));
                add(
                        "redis",
                        "cache",
                        framework,
                        "redis",
                        Confidence.LITERAL,
                        file.evidence(value.span()),
                        findings);
            }
        }
    }

    private static void prisma(CodeBase code, Findings findings) {
        for (SourceFile file : code.tree().files()) {
            if (file.language() != Language.PRISMA) {
                continue;
            }
            SourceText text = code.tree().text(file);
            Matcher matcher = PRISMA.matcher(text.text());
            while (matcher.find()) {
                Matcher provider = PROVIDER.matcher(matcher.group(2));
                if (provider.find()) {
                    Evidence place =
                            code.tree()
                                    .evidence(
                                            file,
                                            text.lineOf(matcher.start(1)),
                                            text.lineOf(matcher.end() - 1));
                    store(
                            matcher.group(1),
                            provider.group(1),
                            "prisma",
                            Confidence.LITERAL,
                            place,
                            findings);
                }
            }
        }
    }

    /** The engine of a connection URL. */
    private static Optional<String> engine(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String engine = normal(matcher.group(1));
        boolean known =
                RELATIONAL.contains(engine) || DOCUMENT.contains(engine) || CACHE.contains(engine);
        return known ? Optional.of(engine) : Optional.empty();
    }

    private static String normal(String engine) {
        String lower = engine.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "postgres", "psql", "pg", "pgsql" -> "postgresql";
            case "mssql" -> "sqlserver";
            case "better-sqlite3", "sqljs", "sqlite3", "expo" -> "sqlite";
            case "mongo" -> "mongodb";
            case "rediss" -> "redis";
            default -> lower;
        };
    }

    private static String kind(String engine) {
        return DOCUMENT.contains(engine)
                ? "document"
                : CACHE.contains(engine) ? "cache" : "relational";
    }

    private static void store(
            String name,
            String engine,
            String framework,
            Confidence sure,
            Evidence place,
            Findings findings) {
        String normal = normal(engine);
        String title = name.equals(engine) ? normal : name;
        add(title, kind(normal), framework, normal, sure, place, findings);
    }

    private static void add(
            String name,
            String kind,
            String framework,
            String engine,
            Confidence sure,
            Evidence place,
            Findings findings) {
        TreeMap<String, String> settings = new TreeMap<>(Map.of("engine", engine));
        findings.add(
                new DataStore(name, kind, framework, List.of(), List.of(), settings, sure, place));
    }
}
