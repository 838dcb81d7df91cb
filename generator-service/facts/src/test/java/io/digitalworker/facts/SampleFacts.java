package io.digitalworker.facts;

import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Lifecycle;
import io.digitalworker.facts.fact.LocalizationKey;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.fact.TestCount;
import io.digitalworker.facts.fact.Transition;
import io.digitalworker.facts.fact.Unresolved;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.fact.View;
import io.digitalworker.facts.source.Evidence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A fact of every kind, with something in each of its components. */
public final class SampleFacts {
    private static final Confidence SURE = Confidence.LITERAL;

    private SampleFacts() {}

    public static List<Fact> at(Evidence place) {
        return List.of(
                new Endpoint(
                        "GET",
                        "/api/items/{id}",
                        List.of("/items/{id}"),
                        "ItemsController.Get",
                        "aspnetcore",
                        List.of(
                                new Input("id", "path", "int", true),
                                new Input("page", "query", "", false)),
                        "ItemFilter",
                        List.of(new Response(200, "Item"), new Response(404, "")),
                        List.of("authenticated", "Admin"),
                        List.of("app.Environment.IsDevelopment()"),
                        Confidence.RESOLVED,
                        place),
                new Entity(
                        "Item",
                        "efcore",
                        "Items",
                        List.of(new Field("Id", "int", false), new Field("Sku", "string", true)),
                        List.of(new Relation("Category", "Category", "many-to-one", SURE)),
                        List.of("Id"),
                        List.of("unique Sku", "Name,Sku"),
                        SURE,
                        place),
                new Service(
                        "ItemService", "IItemService", "scoped", "di", List.of("A"), SURE, place),
                new Call("A.b", "C.d", "event", Confidence.HEURISTIC, place),
                new View(
                        "Items",
                        "razor-view",
                        "/items",
                        "Item",
                        List.of("Sku"),
                        "mvc",
                        SURE,
                        place),
                new Validation("Item", "Sku", "max-length", "50", "annotations", SURE, place),
                new Message("publish", "Paid", "bus", "PaidEvent", "A.b", "sns", SURE, place),
                new ConfigurationKey("A:B", "declared", "number", "5", SURE, place),
                new Dependency("Lib", "1.0", "nuget", "runtime", SURE, place),
                new DataStore(
                        "Orders",
                        "dynamodb-table",
                        "sam",
                        List.of("PK: S (hash)"),
                        List.of("GSI1: GSI1PK (hash), ALL"),
                        new TreeMap<>(Map.of("ttl", "expires")),
                        SURE,
                        place),
                new AccessPattern(
                        "Orders", "GSI1", "Query", "PK = :p", "x > 1", "A.b", SURE, place),
                new Resource(
                        "Fn",
                        "AWS::Lambda::Function",
                        "sam",
                        new TreeMap<>(Map.of("memory", "128")),
                        List.of("Orders"),
                        SURE,
                        place),
                new Schedule("Clean", "rate(1 day)", "A.b", "sam", SURE, place),
                new Permission("ManageItems", "Administrators", "nop", SURE, place),
                new ExternalCall("POST", "https://x.test/{id}", "HttpClient", "A.b", SURE, place),
                new LocalizationKey("Items.Title", "en-us", "declared", SURE, place),
                new TestCount("ItemTests", "Item", 3, "xunit", SURE, place),
                new Unresolved("endpoint", "Prefix + name", "not a constant", place),
                new Mark("row-version", "Item.Version", SURE, place),
                new Contradiction("event-without-consumer", "Nobody takes it.", place, SURE, place),
                new Lifecycle("Item", "Status", "ItemStatus", List.of("New", "Sold"), SURE, place),
                new Transition("Item", "Status", "change", "New", "Sold", "A.b", SURE, place));
    }
}
