package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class TroubleTest {
    /** A clock that is set by hand. */
    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TempDir Path data;
    private final SetClock clock = new SetClock();
    private final List<DynamoDb> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(DynamoDb::close);
    }

    private DynamoDb open(DynamoDb.Troubles troubles) {
        opened.forEach(DynamoDb::close);
        opened.clear();
        DynamoDb database = DynamoDb.open(data, clock, troubles);
        opened.add(database);
        if (!database.hasTable("jobs")) {
            database.call(
                    "CreateTable",
                    json(
                            """
                            {'TableName':'jobs','BillingMode':'PAY_PER_REQUEST',
                             'AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'},
                               {'AttributeName':'state','AttributeType':'S'}],
                             'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}],
                             'GlobalSecondaryIndexes':[{'IndexName':'byState',
                               'KeySchema':[{'AttributeName':'state','KeyType':'HASH'}],
                               'Projection':{'ProjectionType':'KEYS_ONLY'}}]}
                            """));
        }
        return database;
    }

    private static ObjectNode json(String text) {
        return Json.readObject(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static void put(DynamoDb database, String id, String more) {
        database.call(
                "PutItem",
                json("{'TableName':'jobs','Item':{'id':{'S':'" + id + "'}" + more + "}}"));
    }

    private static int inState(DynamoDb database, String state) {
        return database.call(
                        "Query",
                        json(
                                "{'TableName':'jobs','IndexName':'byState','KeyConditionExpression':'#s = :s','ExpressionAttributeNames':{'#s':'state'},'ExpressionAttributeValues':{':s':{'S':'"
                                        + state
                                        + "'}}}"))
                .get("Count")
                .asInt();
    }

    private static boolean has(DynamoDb database, String id) {
        return database.call(
                        "GetItem", json("{'TableName':'jobs','Key':{'id':{'S':'" + id + "'}}}"))
                .has("Item");
    }

    @Test
    void indexStaysBehindItsTableAndCatchesUp() {
        DynamoDb database = open(new DynamoDb.Troubles(Duration.ofMillis(500), 0, 0, 1));
        put(database, "a", ",'state':{'S':'new'}");
        assertThat(has(database, "a")).isTrue();
        assertThat(inState(database, "new")).isZero();
        clock.now = clock.now.plusMillis(500);
        await().atMost(Duration.ofSeconds(5)).until(() -> inState(database, "new") == 1);
    }

    @Test
    void aRestartMakesUpForTheLag() {
        put(open(new DynamoDb.Troubles(Duration.ofHours(1), 0, 0, 1)), "a", ",'state':{'S':'new'}");
        assertThat(inState(open(DynamoDb.Troubles.NONE), "new")).isEqualTo(1);
    }

    @Test
    void conflictsHitWritesAndTransactionsAsOftenAsAsked() {
        DynamoDb database = open(new DynamoDb.Troubles(Duration.ZERO, 50, 0, 42));
        int plain = 0;
        int transactions = 0;
        for (int i = 0; i < 100; i++) {
            try {
                put(database, "i" + i, "");
            } catch (AwsFault fault) {
                assertThat(fault.code()).isEqualTo("TransactionConflictException");
                plain++;
            }
            try {
                database.call(
                        "TransactWriteItems",
                        json(
                                "{'TransactItems':[{'Put':{'TableName':'jobs','Item':{'id':{'S':'t"
                                        + i
                                        + "'}}}},{'Delete':{'TableName':'jobs','Key':{'id':{'S':'x'}}}}]}"));
            } catch (AwsFault fault) {
                assertThat(fault.code()).isEqualTo("TransactionCanceledException");
                assertThat(fault.details().toString()).contains("TransactionConflict");
                assertThat(has(database, "t" + i))
                        .as("a cancelled transaction did nothing")
                        .isFalse();
                transactions++;
            }
        }
        assertThat(plain).isBetween(30, 70);
        assertThat(transactions).isBetween(30, 70);
    }

    @Test
    void throttlingRefusesRequestsAndLeavesPartsOfBatchesUndone() {
        put(open(DynamoDb.Troubles.NONE), "a", "");
        DynamoDb database = open(new DynamoDb.Troubles(Duration.ZERO, 0, 50, 7));
        int throttled = 0;
        int undone = 0;
        for (int i = 0; i < 60; i++) {
            try {
                has(database, "a");
            } catch (AwsFault fault) {
                assertThat(fault.code()).isEqualTo("ProvisionedThroughputExceededException");
                throttled++;
            }
            try {
                ObjectNode answer =
                        database.call(
                                "BatchWriteItem",
                                json(
                                        "{'RequestItems':{'jobs':[{'PutRequest':{'Item':{'id':{'S':'p'}}}},{'DeleteRequest':{'Key':{'id':{'S':'q'}}}}]}}"));
                undone += answer.path("UnprocessedItems").path("jobs").size();
                answer =
                        database.call(
                                "BatchGetItem",
                                json(
                                        "{'RequestItems':{'jobs':{'Keys':[{'id':{'S':'p'}},{'id':{'S':'q'}}]}}}"));
                undone += answer.path("UnprocessedKeys").path("jobs").path("Keys").size();
            } catch (AwsFault fault) {
                assertThat(fault.code()).isEqualTo("ProvisionedThroughputExceededException");
            }
        }
        assertThat(throttled).isBetween(15, 45);
        assertThat(undone).isPositive();
    }

    @Test
    void dropsItemsPastTheirTimeToLiveAndNothingElse() {
        DynamoDb database = open(DynamoDb.Troubles.NONE);
        database.call(
                "UpdateTimeToLive",
                json(
                        "{'TableName':'jobs','TimeToLiveSpecification':{'AttributeName':'ends','Enabled':true}}"));
        long now = clock.now.getEpochSecond();
        put(database, "past", ",'ends':{'N':'" + (now - 1) + "'},'state':{'S':'s'}");
        put(database, "future", ",'ends':{'N':'" + (now + 60) + "'}");
        put(database, "text", ",'ends':{'S':'" + (now - 1) + "'}");
        put(database, "ancient", ",'ends':{'N':'5'}");
        put(database, "without", "");
        database.sweep();
        assertThat(has(database, "past")).isFalse();
        assertThat(inState(database, "s")).isZero();
        for (String kept : List.of("future", "text", "ancient", "without")) {
            assertThat(has(database, kept)).as(kept).isTrue();
        }
    }

    @Test
    void aTokenIsForgottenAfterTenMinutes() {
        DynamoDb database = open(DynamoDb.Troubles.NONE);
        String add =
                "{'ClientRequestToken':'t','TransactItems':[{'Update':{'TableName':'jobs','Key':{'id':{'S':'c'}},'UpdateExpression':'ADD n :one','ExpressionAttributeValues':{':one':{'N':'1'}}}}]}";
        database.call("TransactWriteItems", json(add));
        clock.now = clock.now.plus(Duration.ofMinutes(9));
        database.call("TransactWriteItems", json(add));
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        database.sweep();
        database.call("TransactWriteItems", json(add));
        ObjectNode got =
                database.call("GetItem", json("{'TableName':'jobs','Key':{'id':{'S':'c'}}}"));
        assertThat(got.at("/Item/n/N").asText()).isEqualTo("2");
    }

    @Test
    void refusesTablesItCannotKeep() {
        DynamoDb database = open(DynamoDb.Troubles.NONE);
        String[][] refused = {
            {"{'TableName':'x'}", "TableName must match"},
            {"{'TableName':'xyz'}", "BillingMode other than PAY_PER_REQUEST is not implemented"},
            {
                "{'TableName':'xyz','BillingMode':'PAY_PER_REQUEST','StreamSpecification':{}}",
                "StreamSpecification of CreateTable is not implemented"
            },
            {"{'TableName':'xyz','BillingMode':'PAY_PER_REQUEST'}", "Invalid KeySchema"},
            {
                "{'TableName':'xyz','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'id','KeyType':'HASH'}]}",
                "not defined in AttributeDefinitions. Keys: [id]"
            },
            {
                "{'TableName':'xyz','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'id','KeyType':'HASH'}],'AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'},{'AttributeName':'b','AttributeType':'S'}]}",
                "does not exactly match number of attributes"
            },
            {
                "{'TableName':'xyz','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'id','AttributeType':'BOOL'}]}",
                "AttributeType must be S, N or B"
            }
        };
        for (String[] each : refused) {
            assertThatThrownBy(() -> database.call("CreateTable", json(each[0])))
                    .as(each[0])
                    .isInstanceOf(AwsFault.class)
                    .hasMessageContaining(each[1]);
        }
    }
}
