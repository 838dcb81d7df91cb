package io.digitalworker.facts.framework.store;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.general.Site;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Stores that C# opens: the providers of EF Core, distributed caches, MongoDB. */
final class DotnetStores {
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
    private final CodeBase code;
    private final Buckets buckets;
    private final OpenedStores stores;

    DotnetStores(CodeBase code, Buckets buckets, OpenedStores stores) {
        this.code = code;
        this.buckets = buckets;
        this.stores = stores;
    }

    void read() {
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
                    String kind = cache ? "cache" : Engines.kind(engine);
                    stores.add(
                            name,
                            kind,
                            EF.containsKey(site.word()) ? "efcore" : "dotnet",
                            engine,
                            Confidence.LITERAL,
                            site.evidence());
                }
            }
            buckets.of(file);
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
}
