package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.TestCloud;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What AWS documents of each DynamoDB operation, said by AWS's client. */
@SuppressWarnings("unchecked") // the SDK's builders take generic varargs
class DynamoDbIT {
    private static final String TABLE = "conformance";
    private static DynamoDbClient db;
    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void createTable() {
        db = TestCloud.dynamodb();
        var created =
                db.createTable(
                        r ->
                                r.tableName(TABLE)
                                        .billingMode(BillingMode.PAY_PER_REQUEST)
                                        .attributeDefinitions(
                                                a -> a.attributeName("pk").attributeType("S"),
                                                a -> a.attributeName("sk").attributeType("N"),
                                                a -> a.attributeName("color").attributeType("S"),
                                                a -> a.attributeName("shade").attributeType("N"))
                                        .keySchema(
                                                k -> k.attributeName("pk").keyType(KeyType.HASH),
                                                k -> k.attributeName("sk").keyType(KeyType.RANGE))
                                        .globalSecondaryIndexes(
                                                g -> index(g, "keys", ProjectionType.KEYS_ONLY),
                                                g -> index(g, "all", ProjectionType.ALL),
                                                g ->
                                                        index(g, "some", ProjectionType.INCLUDE)
                                                                .projection(
                                                                        p ->
                                                                                p.projectionType(
                                                                                                "INCLUDE")
                                                                                        .nonKeyAttributes(
                                                                                                "extra"))));
        assertThat(created.tableDescription().tableStatus()).isEqualTo(TableStatus.CREATING);
    }

    private static software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex.Builder
            index(
                    software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex.Builder g,
                    String name,
                    ProjectionType projection) {
        return g.indexName(name)
                .keySchema(
                        k -> k.attributeName("color").keyType(KeyType.HASH),
                        k -> k.attributeName("shade").keyType(KeyType.RANGE))
                .projection(p -> p.projectionType(projection));
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(long number) {
        return AttributeValue.fromN(String.valueOf(number));
    }

    private Map<String, AttributeValue> key(long sk) {
        return Map.of("pk", s(id), "sk", n(sk));
    }

    private Map<String, AttributeValue> item(long sk, Object... more) {
        Map<String, AttributeValue> item = new HashMap<>(key(sk));
        for (int i = 0; i < more.length; i += 2) {
            item.put((String) more[i], (AttributeValue) more[i + 1]);
        }
        return item;
    }

    private void put(Map<String, AttributeValue> item) {
        db.putItem(r -> r.tableName(TABLE).item(item));
    }

    private Map<String, AttributeValue> get(long sk) {
        return db.getItem(r -> r.tableName(TABLE).key(key(sk)).consistentRead(true)).item();
    }

    private QueryResponse query(Consumer<QueryRequest.Builder> more) {
        return db.query(
                r -> {
                    r.tableName(TABLE);
                    more.accept(r);
                });
    }

    private List<Integer> numbers(QueryResponse response) {
        return response.items().stream().map(i -> Integer.valueOf(i.get("sk").n())).toList();
    }

    private static void refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        e ->
                                assertThat(e.awsErrorDetails().errorCode())
                                        .isEqualTo("ValidationException"))
                .hasMessageContaining(message);
    }

    @Test
    void describesAnActiveTableWithItsIndexes() {
        var table = db.describeTable(r -> r.tableName(TABLE)).table();
        assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
        assertThat(table.globalSecondaryIndexes()).hasSize(3);
        assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(db.listTables().tableNames()).contains(TABLE, "DigitalWorkerJobs");
        assertThat(db.listTables(r -> r.limit(1)).lastEvaluatedTableName()).isNotNull();
    }

    @Test
    void refusesASecondTableOfThatNameAndUnknownTables() {
        assertThatThrownBy(DynamoDbIT::createTable).isInstanceOf(ResourceInUseException.class);
        assertThatThrownBy(() -> db.getItem(r -> r.tableName("absent").key(key(1))))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void refusesWhatItDoesNotImplementByName() {
        assertThatThrownBy(() -> db.deleteTable(r -> r.tableName(TABLE)))
                .hasMessageContaining("DeleteTable is not implemented by the embedded cloud");
        assertThatThrownBy(() -> db.scan(r -> r.tableName(TABLE).segment(0).totalSegments(2)))
                .hasMessageContaining("of Scan is not implemented by the embedded cloud");
    }

    @Test
    void keepsEveryTypeOfValue() {
        Map<String, AttributeValue> item =
                item(
                        1,
                        "number",
                        AttributeValue.fromN("-12.50"),
                        "big",
                        AttributeValue.fromN("1E+20"),
                        "bytes",
                        AttributeValue.fromB(
                                software.amazon.awssdk.core.SdkBytes.fromUtf8String("x")),
                        "bool",
                        AttributeValue.fromBool(false),
                        "nothing",
                        AttributeValue.fromNul(true),
                        "list",
                        AttributeValue.fromL(List.of(s("a"), n(1))),
                        "map",
                        AttributeValue.fromM(Map.of("k", s("v"))),
                        "texts",
                        AttributeValue.fromSs(List.of("a", "b")),
                        "numbers",
                        AttributeValue.fromNs(List.of("1", "2")));
        put(item);
        Map<String, AttributeValue> expected = new HashMap<>(item);
        expected.put("number", AttributeValue.fromN("-12.5"));
        expected.put("big", AttributeValue.fromN("100000000000000000000"));
        assertThat(get(1)).as("numbers come back normalised").isEqualTo(expected);
    }

    @Test
    void anAbsentItemIsNoItem() {
        assertThat(db.getItem(r -> r.tableName(TABLE).key(key(404))).hasItem()).isFalse();
    }

    @Test
    void projectsWhatIsAskedFor() {
        put(item(1, "a", AttributeValue.fromM(Map.of("b", s("x"), "c", s("y"))), "d", s("z")));
        var found = db.getItem(r -> r.tableName(TABLE).key(key(1)).projectionExpression("a.b, sk"));
        assertThat(found.item())
                .isEqualTo(Map.of("a", AttributeValue.fromM(Map.of("b", s("x"))), "sk", n(1)));
    }

    @Test
    void returnsTheOldItemOfAPutAndADelete() {
        assertThat(
                        db.putItem(
                                        r ->
                                                r.tableName(TABLE)
                                                        .item(item(1, "a", s("1")))
                                                        .returnValues(ReturnValue.ALL_OLD))
                                .hasAttributes())
                .isFalse();
        var replaced =
                db.putItem(
                        r ->
                                r.tableName(TABLE)
                                        .item(item(1, "a", s("2")))
                                        .returnValues(ReturnValue.ALL_OLD));
        assertThat(replaced.attributes()).containsEntry("a", s("1"));
        var deleted =
                db.deleteItem(
                        r -> r.tableName(TABLE).key(key(1)).returnValues(ReturnValue.ALL_OLD));
        assertThat(deleted.attributes()).containsEntry("a", s("2"));
        assertThat(get(1)).isEmpty();
    }

    @Test
    void failedConditionChangesNothingAndReturnsTheItemWhenAsked() {
        put(item(1, "a", s("old")));
        assertThatThrownBy(
                        () ->
                                db.putItem(
                                        r ->
                                                r.tableName(TABLE)
                                                        .item(item(1, "a", s("new")))
                                                        .conditionExpression(
                                                                "attribute_not_exists(pk)")
                                                        .returnValuesOnConditionCheckFailure(
                                                                ReturnValuesOnConditionCheckFailure
                                                                        .ALL_OLD)))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        e -> assertThat(e.item()).containsEntry("a", s("old")))
                .hasMessageContaining("The conditional request failed");
        assertThat(get(1)).containsEntry("a", s("old"));
    }

    @Test
    void updatesOrCreatesAnItemAndReturnsWhatIsAskedFor() {
        var created =
                db.updateItem(
                        r ->
                                r.tableName(TABLE)
                                        .key(key(1))
                                        .updateExpression("SET a = :a ADD sum_of :one")
                                        .expressionAttributeValues(
                                                Map.of(":a", s("x"), ":one", n(1)))
                                        .returnValues(ReturnValue.ALL_NEW));
        assertThat(created.attributes()).isEqualTo(item(1, "a", s("x"), "sum_of", n(1)));
        var changed =
                db.updateItem(
                        r ->
                                r.tableName(TABLE)
                                        .key(key(1))
                                        .updateExpression("ADD sum_of :one REMOVE a")
                                        .expressionAttributeValues(Map.of(":one", n(4)))
                                        .returnValues(ReturnValue.UPDATED_NEW));
        assertThat(changed.attributes()).isEqualTo(Map.of("sum_of", n(5)));
        var old =
                db.updateItem(
                        r ->
                                r.tableName(TABLE)
                                        .key(key(1))
                                        .updateExpression("SET sum_of = sum_of - :one")
                                        .expressionAttributeValues(Map.of(":one", n(2)))
                                        .returnValues(ReturnValue.UPDATED_OLD));
        assertThat(old.attributes()).isEqualTo(Map.of("sum_of", n(5)));
        assertThat(get(1)).containsEntry("sum_of", n(3)).doesNotContainKey("a");
    }

    @Test
    void refusesAnUpdateOfTheKey() {
        refused(
                () ->
                        db.updateItem(
                                r ->
                                        r.tableName(TABLE)
                                                .key(key(1))
                                                .updateExpression("SET sk = :v")
                                                .expressionAttributeValues(Map.of(":v", n(2)))),
                "This attribute is part of the key");
    }

    @Test
    void refusesReservedWordsAndPlaceholdersThatAreUnusedOrUndefined() {
        refused(
                () ->
                        db.updateItem(
                                r ->
                                        r.tableName(TABLE)
                                                .key(key(1))
                                                .updateExpression("SET Status = :v")
                                                .expressionAttributeValues(Map.of(":v", n(2)))),
                "reserved keyword: Status");
        refused(
                () ->
                        db.updateItem(
                                r ->
                                        r.tableName(TABLE)
                                                .key(key(1))
                                                .updateExpression("SET a = :v")
                                                .expressionAttributeNames(Map.of("#n", "n"))
                                                .expressionAttributeValues(Map.of(":v", n(2)))),
                "unused in expressions: keys: {#n}");
        refused(
                () ->
                        db.updateItem(
                                r ->
                                        r.tableName(TABLE)
                                                .key(key(1))
                                                .updateExpression("SET a = :v")
                                                .expressionAttributeValues(
                                                        Map.of(":v", n(2), ":w", n(3)))),
                "unused in expressions: keys: {:w}");
        refused(
                () ->
                        db.deleteItem(
                                r ->
                                        r.tableName(TABLE)
                                                .key(key(1))
                                                .conditionExpression("#a = :missing")
                                                .expressionAttributeNames(Map.of("#a", "a"))),
                "attribute value used in expression is not defined");
        refused(
                () ->
                        db.putItem(
                                r ->
                                        r.tableName(TABLE)
                                                .item(item(1))
                                                .expressionAttributeNames(Map.of("#a", "a"))),
                "can only be specified when using expressions");
    }

    @Test
    void refusesBadKeysAndItems() {
        refused(() -> put(Map.of("pk", s(id))), "Missing the key sk in the item");
        refused(() -> put(Map.of("pk", s(id), "sk", s("1"))), "Type mismatch for key sk");
        refused(
                () -> put(Map.of("pk", s(""), "sk", n(1))),
                "cannot contain an empty string value. Key: pk");
        refused(
                () -> db.getItem(r -> r.tableName(TABLE).key(Map.of("pk", s(id)))),
                "The provided key element does not match the schema");
        refused(
                () -> put(item(1, "color", n(5))),
                "Type mismatch for Index Key color Expected: S Actual: N");
        refused(
                () -> put(item(1, "color", s(""))),
                "A value specified for a secondary index key is not supported");
        refused(() -> put(item(1, "a", s("x".repeat(400 * 1024)))), "Item size has exceeded");
        refused(() -> put(Map.of("pk", s("k".repeat(2049)), "sk", n(1))), "Size of hashkey");
        refused(
                () -> put(item(1, "a", AttributeValue.fromSs(List.of("x", "x")))),
                "contains duplicates");
        refused(
                () -> put(item(1, "a", AttributeValue.fromN("one"))),
                "cannot be converted to a numeric value");
    }

    @Test
    void refusesAnUpdateThatMakesTheItemTooLarge() {
        put(item(1, "a", s("x".repeat(300 * 1024))));
        refused(
                () ->
                        db.updateItem(
                                r ->
                                        r.tableName(TABLE)
                                                .key(key(1))
                                                .updateExpression("SET b = :v")
                                                .expressionAttributeValues(
                                                        Map.of(":v", s("x".repeat(200 * 1024))))),
                "Item size to update has exceeded");
    }

    @Test
    void queriesInTheOrderOfNumbers() {
        for (long sk : List.of(10L, -5L, 2L, 0L, 100L, -50L)) {
            put(item(sk));
        }
        Map<String, AttributeValue> values = Map.of(":id", s(id));
        assertThat(
                        numbers(
                                query(
                                        r ->
                                                r.keyConditionExpression("pk = :id")
                                                        .expressionAttributeValues(values))))
                .containsExactly(-50, -5, 0, 2, 10, 100);
        assertThat(
                        numbers(
                                query(
                                        r ->
                                                r.keyConditionExpression("pk = :id")
                                                        .expressionAttributeValues(values)
                                                        .scanIndexForward(false)
                                                        .limit(2))))
                .containsExactly(100, 10);
    }

    @Test
    void queriesStretchesOfSortKeys() {
        IntStream.rangeClosed(1, 6).forEach(sk -> put(item(sk)));
        Map<String, AttributeValue> one = Map.of(":id", s(id), ":a", n(3));
        Map<String, List<Integer>> expected =
                Map.of(
                        "sk = :a", List.of(3),
                        "sk < :a", List.of(1, 2),
                        "sk <= :a", List.of(1, 2, 3),
                        "sk > :a", List.of(4, 5, 6),
                        "sk >= :a", List.of(3, 4, 5, 6),
                        ":a <= sk", List.of(3, 4, 5, 6));
        expected.forEach(
                (condition, found) ->
                        assertThat(
                                        numbers(
                                                query(
                                                        r ->
                                                                r.keyConditionExpression(
                                                                                "pk = :id AND "
                                                                                        + condition)
                                                                        .expressionAttributeValues(
                                                                                one))))
                                .as(condition)
                                .isEqualTo(found));
        assertThat(
                        numbers(
                                query(
                                        r ->
                                                r.keyConditionExpression(
                                                                "sk BETWEEN :a AND :b AND pk = :id")
                                                        .expressionAttributeValues(
                                                                Map.of(
                                                                        ":id", s(id),
                                                                        ":a", n(2),
                                                                        ":b", n(4))))))
                .containsExactly(2, 3, 4);
    }

    @Test
    void pagesThroughAQueryAndNamesTheLastKeyEvenAtTheVeryEnd() {
        IntStream.rangeClosed(1, 4).forEach(sk -> put(item(sk, "even", n(sk % 2))));
        List<Integer> seen = new ArrayList<>();
        Map<String, AttributeValue> start = null;
        int pages = 0;
        do {
            Map<String, AttributeValue> from = start;
            QueryResponse page =
                    query(
                            r ->
                                    r.keyConditionExpression("pk = :id")
                                            .expressionAttributeValues(Map.of(":id", s(id)))
                                            .exclusiveStartKey(from)
                                            .limit(2));
            seen.addAll(numbers(page));
            start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
            pages++;
        } while (start != null);
        assertThat(seen).containsExactly(1, 2, 3, 4);
        assertThat(pages).as("a full last page is followed by an empty one").isEqualTo(3);
    }

    @Test
    void filtersAfterTheLimit() {
        IntStream.rangeClosed(1, 4).forEach(sk -> put(item(sk, "odd", n(sk % 2))));
        QueryResponse page =
                query(
                        r ->
                                r.keyConditionExpression("pk = :id")
                                        .filterExpression("odd = :one")
                                        .expressionAttributeValues(
                                                Map.of(":id", s(id), ":one", n(1)))
                                        .limit(2));
        assertThat(page.count()).isEqualTo(1);
        assertThat(page.scannedCount()).isEqualTo(2);
        refused(
                () ->
                        query(
                                r ->
                                        r.keyConditionExpression("pk = :id")
                                                .filterExpression("sk = :one")
                                                .expressionAttributeValues(
                                                        Map.of(":id", s(id), ":one", n(1)))),
                "Filter Expression can only contain non-primary key attributes");
    }

    @Test
    void endsAPageAtOneMegabyte() {
        IntStream.rangeClosed(1, 5).forEach(sk -> put(item(sk, "a", s("x".repeat(300 * 1024)))));
        QueryResponse page =
                query(
                        r ->
                                r.keyConditionExpression("pk = :id")
                                        .expressionAttributeValues(Map.of(":id", s(id)))
                                        .select(Select.COUNT));
        assertThat(page.count()).isEqualTo(4);
        assertThat(page.hasItems()).isFalse();
        assertThat(page.lastEvaluatedKey()).isEqualTo(key(4));
    }

    @Test
    void indexesAreSparseAndOrderedAndKeysOnlyIsKeysOnly() {
        String color = "c-" + id;
        put(item(1, "color", s(color), "shade", n(20), "extra", s("e"), "other", s("o")));
        put(item(2, "color", s(color), "shade", n(3)));
        put(item(3, "color", s(color)));
        QueryResponse keys = byColor("keys", color);
        assertThat(numbers(keys)).containsExactly(2, 1);
        assertThat(keys.items().get(1).keySet())
                .containsExactlyInAnyOrder("pk", "sk", "color", "shade");
        assertThat(byColor("some", color).items().get(1)).containsKey("extra");
        assertThat(byColor("some", color).items().get(1)).doesNotContainKey("other");
        assertThat(byColor("all", color).items().get(1)).containsKeys("extra", "other");
        db.updateItem(r -> r.tableName(TABLE).key(key(1)).updateExpression("REMOVE shade"));
        assertThat(numbers(byColor("keys", color))).containsExactly(2);
        db.deleteItem(r -> r.tableName(TABLE).key(key(2)));
        assertThat(byColor("keys", color).items()).isEmpty();
    }

    private QueryResponse byColor(String index, String color) {
        return query(
                r ->
                        r.indexName(index)
                                .keyConditionExpression("color = :c")
                                .expressionAttributeValues(Map.of(":c", s(color))));
    }

    @Test
    void pagesThroughAnIndexWithEqualSortKeys() {
        String color = "same-" + id;
        IntStream.rangeClosed(1, 5).forEach(sk -> put(item(sk, "color", s(color), "shade", n(1))));
        Set<Integer> seen = new HashSet<>();
        Map<String, AttributeValue> start = null;
        do {
            Map<String, AttributeValue> from = start;
            QueryResponse page =
                    query(
                            r ->
                                    r.indexName("keys")
                                            .keyConditionExpression("color = :c")
                                            .expressionAttributeValues(Map.of(":c", s(color)))
                                            .exclusiveStartKey(from)
                                            .scanIndexForward(false)
                                            .limit(2));
            seen.addAll(numbers(page));
            start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
        } while (start != null);
        assertThat(seen).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void refusesWhatAnIndexCannotGive() {
        refused(
                () ->
                        query(
                                r ->
                                        r.indexName("keys")
                                                .consistentRead(true)
                                                .keyConditionExpression("color = :c")
                                                .expressionAttributeValues(Map.of(":c", s("x")))),
                "Consistent reads are not supported on global secondary indexes");
        refused(
                () ->
                        query(
                                r ->
                                        r.indexName("keys")
                                                .select(Select.ALL_ATTRIBUTES)
                                                .keyConditionExpression("color = :c")
                                                .expressionAttributeValues(Map.of(":c", s("x")))),
                "Select type ALL_ATTRIBUTES is not supported");
        refused(
                () ->
                        query(
                                r ->
                                        r.indexName("keys")
                                                .projectionExpression("extra")
                                                .keyConditionExpression("color = :c")
                                                .expressionAttributeValues(Map.of(":c", s("x")))),
                "does not project [extra]");
        refused(
                () ->
                        query(
                                r ->
                                        r.indexName("none")
                                                .keyConditionExpression("color = :c")
                                                .expressionAttributeValues(Map.of(":c", s("x")))),
                "The table does not have the specified index: none");
    }

    @Test
    void refusesQueriesThatDoNotNameOnePartition() {
        refused(
                () ->
                        query(
                                r ->
                                        r.keyConditionExpression("sk = :a")
                                                .expressionAttributeValues(Map.of(":a", n(1)))),
                "Query condition missed key schema element: pk");
        refused(
                () ->
                        query(
                                r ->
                                        r.keyConditionExpression("pk > :a")
                                                .expressionAttributeValues(Map.of(":a", s("x")))),
                "Query key condition not supported");
        refused(
                () ->
                        query(
                                r ->
                                        r.keyConditionExpression("pk = :a OR pk = :b")
                                                .expressionAttributeValues(
                                                        Map.of(":a", s("x"), ":b", s("y")))),
                "Invalid operator used in KeyConditionExpression");
        refused(
                () ->
                        query(
                                r ->
                                        r.keyConditionExpression("pk = :a")
                                                .expressionAttributeValues(Map.of(":a", n(1)))),
                "Condition parameter type does not match schema type");
    }

    @Test
    void scansInPagesWithoutMissingOrRepeatingAnItem() {
        IntStream.rangeClosed(1, 7).forEach(sk -> put(item(sk, "scanned", s(id))));
        List<String> seen = new ArrayList<>();
        Map<String, AttributeValue> start = null;
        do {
            Map<String, AttributeValue> from = start;
            ScanResponse page =
                    db.scan(
                            ScanRequest.builder()
                                    .tableName(TABLE)
                                    .filterExpression("scanned = :id")
                                    .expressionAttributeValues(Map.of(":id", s(id)))
                                    .exclusiveStartKey(from)
                                    .limit(3)
                                    .build());
            page.items().forEach(i -> seen.add(i.get("sk").n()));
            start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
        } while (start != null);
        assertThat(seen).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
    }

    private TransactWriteItem putAction(long sk, String condition) {
        return TransactWriteItem.builder()
                .put(
                        p ->
                                p.tableName(TABLE)
                                        .item(item(sk, "a", s("new")))
                                        .conditionExpression(condition)
                                        .returnValuesOnConditionCheckFailure("ALL_OLD"))
                .build();
    }

    @Test
    void transactsAllOrNothingAndNamesTheReasons() {
        put(item(2, "a", s("old")));
        assertThatThrownBy(
                        () ->
                                db.transactWriteItems(
                                        r ->
                                                r.transactItems(
                                                        putAction(1, "attribute_not_exists(pk)"),
                                                        putAction(2, "attribute_not_exists(pk)"))))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        e -> {
                            assertThat(e.cancellationReasons())
                                    .extracting(CancellationReason::code)
                                    .containsExactly("None", "ConditionalCheckFailed");
                            assertThat(e.cancellationReasons().get(1).item())
                                    .containsEntry("a", s("old"));
                        })
                .hasMessageContaining("[None, ConditionalCheckFailed]");
        assertThat(get(1)).isEmpty();
        assertThat(get(2)).containsEntry("a", s("old"));
    }

    @Test
    void transactsPutUpdateDeleteAndCheckTogether() {
        put(item(2));
        put(item(3));
        put(item(4, "guard", s("yes")));
        db.transactWriteItems(
                r ->
                        r.transactItems(
                                putAction(1, "attribute_not_exists(pk)"),
                                TransactWriteItem.builder()
                                        .update(
                                                u ->
                                                        u.tableName(TABLE)
                                                                .key(key(2))
                                                                .updateExpression("SET a = :v")
                                                                .expressionAttributeValues(
                                                                        Map.of(":v", s("set"))))
                                        .build(),
                                TransactWriteItem.builder()
                                        .delete(d -> d.tableName(TABLE).key(key(3)))
                                        .build(),
                                TransactWriteItem.builder()
                                        .conditionCheck(
                                                c ->
                                                        c.tableName(TABLE)
                                                                .key(key(4))
                                                                .conditionExpression("guard = :y")
                                                                .expressionAttributeValues(
                                                                        Map.of(":y", s("yes"))))
                                        .build()));
        assertThat(get(1)).containsEntry("a", s("new"));
        assertThat(get(2)).containsEntry("a", s("set"));
        assertThat(get(3)).isEmpty();
        assertThat(get(4)).containsEntry("guard", s("yes"));
    }

    @Test
    void sameTokenAndRequestHasNoSecondEffectAndAnotherRequestIsRefused() {
        String token = UUID.randomUUID().toString();
        TransactWriteItemsRequest add =
                TransactWriteItemsRequest.builder()
                        .clientRequestToken(token)
                        .transactItems(
                                TransactWriteItem.builder()
                                        .update(
                                                u ->
                                                        u.tableName(TABLE)
                                                                .key(key(1))
                                                                .updateExpression("ADD sum_of :one")
                                                                .expressionAttributeValues(
                                                                        Map.of(":one", n(1))))
                                        .build())
                        .build();
        db.transactWriteItems(add);
        db.transactWriteItems(add);
        assertThat(get(1)).containsEntry("sum_of", n(1));
        assertThatThrownBy(
                        () ->
                                db.transactWriteItems(
                                        r ->
                                                r.clientRequestToken(token)
                                                        .transactItems(
                                                                putAction(
                                                                        9,
                                                                        "attribute_not_exists(pk)"))))
                .isInstanceOf(IdempotentParameterMismatchException.class);
    }

    @Test
    void refusesTwoActionsOnOneItemAndMoreThanAHundred() {
        refused(
                () ->
                        db.transactWriteItems(
                                r ->
                                        r.transactItems(
                                                putAction(1, "attribute_not_exists(pk)"),
                                                putAction(1, "attribute_exists(pk)"))),
                "multiple operations on one item");
        List<TransactWriteItem> many =
                IntStream.rangeClosed(1, 101)
                        .mapToObj(sk -> putAction(sk, "attribute_not_exists(pk)"))
                        .toList();
        refused(
                () -> db.transactWriteItems(r -> r.transactItems(many)),
                "less than or equal to 100");
    }

    @Test
    void readsInATransactionAndInBatches() {
        put(item(1, "a", s("x")));
        var together =
                db.transactGetItems(
                        r ->
                                r.transactItems(
                                        t -> t.get(g -> g.tableName(TABLE).key(key(1))),
                                        t -> t.get(g -> g.tableName(TABLE).key(key(2)))));
        assertThat(together.responses().get(0).item()).containsEntry("a", s("x"));
        assertThat(together.responses().get(1).hasItem()).isFalse();
        var batch =
                db.batchGetItem(
                        r ->
                                r.requestItems(
                                        Map.of(
                                                TABLE,
                                                software.amazon.awssdk.services.dynamodb.model
                                                        .KeysAndAttributes.builder()
                                                        .keys(List.of(key(1), key(2)))
                                                        .build())));
        assertThat(batch.responses().get(TABLE)).containsExactly(item(1, "a", s("x")));
        assertThat(batch.hasUnprocessedKeys() && !batch.unprocessedKeys().isEmpty()).isFalse();
        refused(
                () ->
                        db.batchGetItem(
                                r ->
                                        r.requestItems(
                                                Map.of(
                                                        TABLE,
                                                        software.amazon.awssdk.services.dynamodb
                                                                .model.KeysAndAttributes.builder()
                                                                .keys(List.of(key(1), key(1)))
                                                                .build()))),
                "duplicates");
    }

    @Test
    void writesInBatchesOfUpToTwentyFive() {
        put(item(1));
        db.batchWriteItem(
                r ->
                        r.requestItems(
                                Map.of(
                                        TABLE,
                                        List.of(
                                                WriteRequest.builder()
                                                        .putRequest(p -> p.item(item(2)))
                                                        .build(),
                                                WriteRequest.builder()
                                                        .deleteRequest(d -> d.key(key(1)))
                                                        .build()))));
        assertThat(get(1)).isEmpty();
        assertThat(get(2)).isNotEmpty();
        List<WriteRequest> many =
                IntStream.rangeClosed(1, 26)
                        .mapToObj(
                                sk ->
                                        WriteRequest.builder()
                                                .putRequest(p -> p.item(item(sk)))
                                                .build())
                        .toList();
        refused(() -> db.batchWriteItem(r -> r.requestItems(Map.of(TABLE, many))), "1 to 25");
    }

    @Test
    void tellsAndChangesTheTimeToLive() {
        assertThat(
                        db.describeTimeToLive(r -> r.tableName("DigitalWorkerJobs"))
                                .timeToLiveDescription()
                                .attributeName())
                .isEqualTo("ExpiresAt");
        db.updateTimeToLive(
                r ->
                        r.tableName(TABLE)
                                .timeToLiveSpecification(
                                        t -> t.attributeName("expires").enabled(true)));
        assertThat(
                        db.describeTimeToLive(r -> r.tableName(TABLE))
                                .timeToLiveDescription()
                                .timeToLiveStatus())
                .isEqualTo(TimeToLiveStatus.ENABLED);
        refused(
                () ->
                        db.updateTimeToLive(
                                r ->
                                        r.tableName(TABLE)
                                                .timeToLiveSpecification(
                                                        t ->
                                                                t.attributeName("expires")
                                                                        .enabled(true))),
                "TimeToLive is already enabled");
    }

    @Test
    void concurrentConditionalWritesLetExactlyOneThrough() {
        long winners =
                IntStream.range(0, 24)
                        .parallel()
                        .filter(
                                i -> {
                                    try {
                                        db.putItem(
                                                PutItemRequest.builder()
                                                        .tableName(TABLE)
                                                        .item(item(1, "winner", n(i)))
                                                        .conditionExpression(
                                                                "attribute_not_exists(pk)")
                                                        .build());
                                        return true;
                                    } catch (ConditionalCheckFailedException lost) {
                                        return false;
                                    }
                                })
                        .count();
        assertThat(winners).isEqualTo(1);
    }

    @Test
    void definesTheProjectsTableAsTheDesignSays() {
        var table = db.describeTable(r -> r.tableName("DigitalWorkerJobs")).table();
        assertThat(table.attributeDefinitions())
                .extracting(a -> a.attributeName() + ":" + a.attributeType())
                .containsExactlyInAnyOrder(
                        "JobId:" + ScalarAttributeType.S,
                        "Metadata:S",
                        "Status:S",
                        "SubmitTime:N",
                        "Owner:S",
                        "Due:S",
                        "DueAt:N");
        assertThat(table.globalSecondaryIndexes())
                .extracting(g -> g.indexName() + " " + g.projection().projectionType())
                .containsExactlyInAnyOrder(
                        "StatusIndex KEYS_ONLY", "OwnerIndex KEYS_ONLY", "DueIndex KEYS_ONLY");
    }
}
