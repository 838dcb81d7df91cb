package io.digitalworker.facts.framework.store;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code datasource} blocks of Prisma's schemas. */
final class PrismaStores {
    private static final Pattern PRISMA =
            Pattern.compile(
                    "(?m)^[ \\t]{0,20}datasource[ \\t]{1,10}(\\w{1,60})[ \\t]{0,10}\\{([^}]{0,4000})}");
    private static final Pattern PROVIDER =
            Pattern.compile("provider\\s{0,10}=\\s{0,10}\"([\\w-]{1,40})\"");
    private final CodeBase code;
    private final OpenedStores stores;

    PrismaStores(CodeBase code, OpenedStores stores) {
        this.code = code;
        this.stores = stores;
    }

    void read() {
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
                    stores.store(
                            matcher.group(1),
                            provider.group(1),
                            "prisma",
                            Confidence.LITERAL,
                            place);
                }
            }
        }
    }
}
