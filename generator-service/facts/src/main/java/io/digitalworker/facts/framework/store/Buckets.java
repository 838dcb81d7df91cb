package io.digitalworker.facts.framework.store;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.framework.general.Site;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Expression;
import java.util.Optional;

/** Buckets of S3 that code names. */
final class Buckets {
    private final CodeBase code;
    private final OpenedStores stores;

    Buckets(CodeBase code, OpenedStores stores) {
        this.code = code;
        this.stores = stores;
    }

    /** {@code BucketName = "x"}, {@code Bucket: 'x'}, {@code Bucket='x'}, {@code .bucket("x")}. */
    void of(CodeFile file) {
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
            named(Optional.of(site.value(code, value)), "s3", place);
        }
    }

    private static boolean ends(Tokens tokens, int at) {
        return tokens.is(at, ',') || tokens.is(at, ')') || tokens.is(at, '}') || tokens.is(at, ';');
    }

    void named(Optional<Value> name, String framework, Evidence place) {
        boolean known = name.isPresent() && name.get().known() && !name.get().text().isBlank();
        if (known) {
            stores.add(
                    name.get().text(), "bucket", framework, "s3", name.get().confidence(), place);
        } else {
            String written = name.map(Value::text).orElse("");
            stores.findings()
                    .unresolved("datastore", written, "the bucket's name is computed", place);
        }
    }
}
