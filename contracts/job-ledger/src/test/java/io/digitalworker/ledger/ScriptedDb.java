package io.digitalworker.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A real client whose next writes go wrong as scripted: answers lost after the effect, faults before
 * it, something else happening in between. Keeps every write that was asked for.
 */
final class ScriptedDb {
    private static final Set<String> WRITES = Set.of("transactWriteItems", "updateItem", "putItem");

    private final DynamoDbClient real;
    private final Deque<Act> script = new ArrayDeque<>();
    private final List<Object> writes = new ArrayList<>();
    private boolean forgetsTokens;
    private RuntimeException outage;

    /** What happens to one write. */
    private interface Act {
        Object on(Call call) throws Throwable;
    }

    private interface Call {
        Object make() throws Throwable;
    }

    ScriptedDb(DynamoDbClient real) {
        this.real = real;
    }

    DynamoDbClient client() {
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (proxy, method, arguments) -> on(method, arguments));
    }

    private Object on(Method method, Object[] arguments) throws Throwable {
        if (outage != null) {
            throw outage;
        }
        if (!WRITES.contains(method.getName())) {
            return call(method, arguments);
        }
        writes.add(arguments[0]);
        Object[] sent = {forgetsTokens ? withNewToken(arguments[0]) : arguments[0]};
        Act act = script.poll();
        return act == null ? call(method, sent) : act.on(() -> call(method, sent));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object withNewToken(Object request) {
        return request instanceof TransactWriteItemsRequest transaction
                ? transaction.toBuilder().clientRequestToken(UUID.randomUUID().toString()).build()
                : request;
    }

    /** The write takes effect, its answer never comes. */
    ScriptedDb loseAnswer() {
        script.add(
                call -> {
                    call.make();
                    throw SdkClientException.create("connection reset");
                });
        return this;
    }

    ScriptedDb failBefore(RuntimeException fault, int times) {
        for (int i = 0; i < times; i++) {
            script.add(
                    call -> {
                        throw fault;
                    });
        }
        return this;
    }

    /** Something else gets in just before the write. */
    ScriptedDb interpose(Runnable event) {
        script.add(
                call -> {
                    event.run();
                    return call.make();
                });
        return this;
    }

    /** As if more than the ten minutes had passed for which DynamoDB knows a repetition. */
    ScriptedDb forgetTokens() {
        forgetsTokens = true;
        return this;
    }

    /** From now on every call fails so; null ends it. */
    void outage(RuntimeException fault) {
        outage = fault;
    }

    List<Object> writes() {
        return writes;
    }

    static RuntimeException network() {
        return SdkClientException.create("connection refused");
    }

    static RuntimeException conflict() {
        return cancelled("TransactionConflict");
    }

    static RuntimeException cancelled(String code) {
        return TransactionCanceledException.builder()
                .statusCode(400)
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode("TransactionCanceledException").build())
                .cancellationReasons(
                        CancellationReason.builder().code("None").build(),
                        CancellationReason.builder().code(code).build())
                .build();
    }

    static RuntimeException service(int status, String code) {
        return DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
