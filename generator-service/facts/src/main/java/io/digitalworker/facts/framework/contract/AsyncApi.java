package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.contract.References.Placed;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * The channels of AsyncAPI files. In version 2 {@code publish} means that others publish, so that this
 * application consumes; version 3 says what the application itself does.
 */
final class AsyncApi {
    private static final Map<String, String> DIRECTIONS =
            Map.of(
                    "publish", "consume",
                    "subscribe", "publish",
                    "receive", "consume",
                    "send", "publish");

    private AsyncApi() {}

    static void read(CodeBase code, Findings findings) {
        for (Language language : List.of(Language.JSON, Language.YAML)) {
            for (SourceFile file : code.data().files(language)) {
                if (References.holds(code, file, "asyncapi", "channels")) {
                    DataFile read = code.data().read(file);
                    if (read.root().get("asyncapi").isScalar()) {
                        channels(new References(code), read, findings);
                        operations(new References(code), read, findings);
                    }
                }
            }
        }
    }

    private static void channels(References references, DataFile file, Findings findings) {
        for (Entry channel : file.root().get("channels").entries()) {
            for (String verb : List.of("publish", "subscribe")) {
                channel.value()
                        .entry(verb)
                        .ifPresent(
                                operation -> {
                                    DataNode value = operation.value();
                                    Placed message = new Placed(value.get("message"), file);
                                    String id = value.get("operationId").text("");
                                    add(
                                            references,
                                            channel.key(),
                                            verb,
                                            message,
                                            id,
                                            operation,
                                            findings);
                                });
            }
        }
    }

    private static void operations(References references, DataFile file, Findings findings) {
        for (Entry operation : file.root().get("operations").entries()) {
            Placed channel = new Placed(operation.value().get("channel"), file);
            Placed target = references.follow(channel);
            String written = channel.node().get("$ref").text("");
            String key = written.substring(written.lastIndexOf('/') + 1);
            String address = target.node().get("address").text(key);
            DataNode first = operation.value().get("messages").item(0);
            List<Entry> own = target.node().get("messages").entries();
            Placed message =
                    !first.isMissing()
                            ? new Placed(first, file)
                            : target.with(own.isEmpty() ? DataNode.missing() : own.get(0).value());
            String action = operation.value().get("action").text("");
            add(references, address, action, message, operation.key(), operation, findings);
        }
    }

    private static void add(
            References references,
            String channel,
            String verb,
            Placed message,
            String handler,
            Entry place,
            Findings findings) {
        String written = message.node().get("$ref").text("");
        String named = written.substring(written.lastIndexOf('/') + 1);
        Placed body = references.follow(message);
        String name = body.node().get("name").text(named.isEmpty() ? channel : named);
        String payload = body.node().get("payload", "$ref").text("");
        findings.add(
                new Message(
                        DIRECTIONS.getOrDefault(verb, "consume"),
                        name,
                        channel,
                        payload.substring(payload.lastIndexOf('/') + 1),
                        handler,
                        "asyncapi",
                        Confidence.LITERAL,
                        message.file().evidence(place.span())));
    }
}
