package io.digitalworker.facts.framework.store;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engines of databases and caches: by URL, by the names that frameworks give them, and of which kind. */
final class Engines {
    private static final Pattern URL =
            Pattern.compile(
                    "^(?:jdbc:|r2dbc:(?:pool:)?)?([a-z][a-z0-9]{1,30})(?:\\+[a-z0-9]{1,30})?:");
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

    private Engines() {}

    /** The engine of a connection URL. */
    static Optional<String> ofUrl(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String engine = normal(matcher.group(1));
        boolean known =
                RELATIONAL.contains(engine) || DOCUMENT.contains(engine) || CACHE.contains(engine);
        return known ? Optional.of(engine) : Optional.empty();
    }

    static String normal(String engine) {
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

    static String kind(String engine) {
        return DOCUMENT.contains(engine)
                ? "document"
                : CACHE.contains(engine) ? "cache" : "relational";
    }

    static String ofDjangoDatabase(String backend) {
        return switch (backend) {
            case "sqlite3", "spatialite" -> "sqlite";
            case "postgresql_psycopg2", "postgis", "postgresql" -> "postgresql";
            default -> normal(backend);
        };
    }

    static String ofDjangoCache(String backend) {
        String lower = backend.toLowerCase(Locale.ROOT);
        return lower.contains("redis")
                ? "redis"
                : lower.contains("memcache")
                        ? "memcached"
                        : lower.contains("locmem") ? "memory" : lower.replace("cache", "");
    }
}
