package io.digitalworker.facts.framework.store;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.general.Site;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Expression;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Stores that Python opens: SQLAlchemy, pymongo, Redis, boto3, and Django's settings. */
final class PythonStores {
    private final CodeBase code;
    private final Buckets buckets;
    private final OpenedStores stores;

    PythonStores(CodeBase code, Buckets buckets, OpenedStores stores) {
        this.code = code;
        this.buckets = buckets;
        this.stores = stores;
    }

    void read(CodeFile file) {
        django(file);
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
                        stores.mongodb("pymongo", site.evidence());
                case "Redis" -> stores.redis("redis", site.evidence());
                case "from_url" -> {
                    if (site.receiver().toLowerCase(Locale.ROOT).contains("redis")) {
                        stores.redis("redis", site.evidence());
                    }
                }
                case "Bucket" ->
                        buckets.named(site.argument(code, "name", 0), "boto3", site.evidence());
                default -> sqlalchemy(site);
            }
        }
        buckets.of(file);
    }

    private void sqlalchemy(Site site) {
        Optional<Value> url = site.argument(code, "url", 0);
        Optional<String> engine = url.map(Value::text).flatMap(Engines::ofUrl);
        if (engine.isPresent()) {
            Confidence sure = url.get().literal() ? Confidence.LITERAL : Confidence.RESOLVED;
            stores.store(engine.get(), engine.get(), "sqlalchemy", sure, site.evidence());
        } else {
            stores.unresolved(site);
        }
    }

    /** {@code DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}}. */
    private void django(CodeFile file) {
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
                    backend(file, each, caches);
                }
            }
        }
    }

    private void backend(CodeFile file, Expression.Entry entry, boolean cache) {
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
            String name = cache ? Engines.ofDjangoCache(last) : Engines.ofDjangoDatabase(last);
            String kind = cache ? "cache" : Engines.kind(name);
            stores.add(alias, kind, "django", name, Confidence.LITERAL, place);
        } else {
            stores.findings()
                    .unresolved(
                            "datastore",
                            file.text(entry.value().span()),
                            "the engine is computed",
                            place);
        }
    }
}
