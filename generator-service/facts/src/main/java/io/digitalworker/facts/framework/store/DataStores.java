package io.digitalworker.facts.framework.store;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import java.util.List;

/**
 * The databases, caches and buckets that code and configuration open, with their engine. The name is
 * that of the context, the alias or the bucket, as far as it stands there; else the engine.
 */
public final class DataStores implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        OpenedStores stores = new OpenedStores(findings);
        Buckets buckets = new Buckets(code, stores);
        new DotnetStores(code, buckets, stores).read();
        ScriptStores scripts = new ScriptStores(code, buckets, stores);
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
                scripts.read(file);
            }
        }
        PythonStores python = new PythonStores(code, buckets, stores);
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
            python.read(file);
        }
        new PropertyStores(code, stores).read();
        new PrismaStores(code, stores).read();
    }
}
