package io.digitalworker.facts.framework.store;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.general.Site;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import java.util.Objects;
import java.util.Set;

/** Stores that scripts, Java and Kotlin open: TypeORM, Sequelize, MongoDB, Redis. */
final class ScriptStores {
    private final CodeBase code;
    private final Buckets buckets;
    private final OpenedStores stores;

    ScriptStores(CodeBase code, Buckets buckets, OpenedStores stores) {
        this.code = code;
        this.buckets = buckets;
        this.stores = stores;
    }

    void read(CodeFile file) {
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
                options(site, "type", "typeorm");
            } else if (created(site, "Sequelize")) {
                options(site, "dialect", "sequelize");
            } else if (created(site, "MongoClient")
                    || site.receiver().equals("mongoose")
                    || site.receiver().equals("MongooseModule")
                    || site.receiver().equals("MongoClients")) {
                boolean opens =
                        !site.word().equals("create") || site.receiver().equals("MongoClients");
                if (opens) {
                    String framework =
                            site.receiver().startsWith("ongoose", 1) ? "mongoose" : "mongodb";
                    stores.mongodb(framework, site.evidence());
                }
            } else if (site.receiver().equals("redis") && site.word().equals("createClient")) {
                stores.redis("redis", site.evidence());
            }
        }
        if (tokens.size() > 0) {
            buckets.of(file);
        }
    }

    private static boolean created(Site site, String word) {
        return site.word().equals(word) && site.file().tokens().is(site.name() - 1, "new");
    }

    /** {@code {type: 'mysql', database: 'shop'}}, or a URL. */
    private void options(Site site, String key, String framework) {
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
                    stores.store(
                            name, engine.text(), framework, engine.confidence(), site.evidence());
                } else {
                    stores.unresolved(site);
                }
                return;
            }
            if (at instanceof Expression.Text url) {
                Engines.ofUrl(url.value())
                        .ifPresent(
                                e ->
                                        stores.store(
                                                e,
                                                e,
                                                framework,
                                                Confidence.LITERAL,
                                                site.evidence()));
            }
        }
    }
}
