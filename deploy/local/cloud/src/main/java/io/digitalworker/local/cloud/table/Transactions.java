package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import io.digitalworker.local.cloud.table.expression.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TransactWriteItems: all of it or nothing, and once per ClientRequestToken. */
final class Transactions {
    private static final int MAX_ACTIONS = 100;
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final DurableStore store;
    private final Tables tables;
    private final ItemWriter writer;
    private final RequestTokens tokens;
    private final Trouble trouble;

    Transactions(
            DurableStore store,
            Tables tables,
            ItemWriter writer,
            RequestTokens tokens,
            Trouble trouble) {
        this.store = store;
        this.tables = tables;
        this.writer = writer;
        this.tokens = tokens;
        this.trouble = trouble;
    }

    ObjectNode write(ObjectNode request) {
        Parameters.allow("TransactWriteItems", request, "TransactItems", "ClientRequestToken");
        List<Write> writes = parse(request.path("TransactItems"));
        trouble.beforeRead();
        if (trouble.conflicts()) {
            throw conflict(writes.size());
        }
        store.change(() -> perform(request, writes));
        return Json.object();
    }

    private List<Write> parse(JsonNode actions) {
        if (actions.isEmpty() || actions.size() > MAX_ACTIONS) {
            throw AwsFault.validation(
                    "Member must have length less than or equal to 100 and at least 1 at"
                            + " 'transactItems'; it has "
                            + actions.size());
        }
        List<Write> writes = new ArrayList<>();
        for (JsonNode action : actions) {
            Write write = parseOne(action);
            if (writes.stream().anyMatch(write::sameItem)) {
                throw AwsFault.validation(
                        "Transaction request cannot include multiple operations on one item");
            }
            writes.add(write);
        }
        return writes;
    }

    private Write parseOne(JsonNode action) {
        if (action.size() != 1) {
            throw AwsFault.validation(
                    "TransactItems can only contain one of Check, Put, Update or Delete");
        }
        var only = action.properties().iterator().next();
        Write.Kind kind =
                switch (only.getKey()) {
                    case "Put" -> Write.Kind.PUT;
                    case "Update" -> Write.Kind.UPDATE;
                    case "Delete" -> Write.Kind.DELETE;
                    case "ConditionCheck" -> Write.Kind.CHECK;
                    default -> throw AwsFault.notImplemented("Transact action " + only.getKey());
                };
        return Write.parse(kind, only.getValue(), tables);
    }

    private record Planned(Write write, @Nullable Item before, @Nullable Item after) {}

    private void perform(ObjectNode request, List<Write> writes) {
        if (tokens.alreadyDone(request)) {
            return;
        }
        List<Planned> plan = new ArrayList<>();
        ArrayNode reasons = Json.array();
        boolean refused = false;
        for (Write write : writes) {
            Item before = write.table().get(write.key().array());
            ObjectNode reason = Json.object().put("Code", "None");
            try {
                plan.add(plan(write, before));
            } catch (AwsFault fault) {
                refused = true;
                reason = reason(fault);
            }
            reasons.add(reason);
        }
        if (refused) {
            throw cancelled(reasons);
        }
        requireTotalSize(plan);
        plan.forEach(this::apply);
        tokens.remember(request);
    }

    private static Planned plan(Write write, @Nullable Item before) {
        if (!write.holdsFor(before)) {
            throw write.refused(before);
        }
        return new Planned(write, before, write.after(before));
    }

    private void apply(Planned planned) {
        if (planned.write().kind() != Write.Kind.CHECK) {
            Write write = planned.write();
            writer.replace(write.table(), write.key().array(), planned.before(), planned.after());
        }
    }

    private static void requireTotalSize(List<Planned> plan) {
        long bytes = 0;
        for (Planned planned : plan) {
            bytes += planned.after() == null ? 0 : ItemSize.of(planned.after());
        }
        if (bytes > MAX_BYTES) {
            throw AwsFault.validation(
                    "Transaction request cannot have items whose aggregate size exceeds 4 MB");
        }
    }

    private static ObjectNode reason(AwsFault fault) {
        String code =
                fault.code().equals("ConditionalCheckFailedException")
                        ? "ConditionalCheckFailed"
                        : "ValidationError";
        ObjectNode reason = Json.object().put("Code", code).put("Message", fault.getMessage());
        return reason.setAll(fault.details());
    }

    private AwsFault conflict(int actions) {
        ArrayNode reasons = Json.array();
        int met = trouble.pick(actions);
        for (int i = 0; i < actions; i++) {
            ObjectNode reason = reasons.addObject();
            if (i == met) {
                reason.put("Code", "TransactionConflict")
                        .put("Message", "Transaction is ongoing for the item");
            } else {
                reason.put("Code", "None");
            }
        }
        return cancelled(reasons);
    }

    private static AwsFault cancelled(ArrayNode reasons) {
        List<String> codes = new ArrayList<>();
        reasons.forEach(reason -> codes.add(reason.path("Code").asText()));
        ObjectNode details = Json.object();
        details.set("CancellationReasons", reasons);
        return new AwsFault(
                400,
                "TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons ["
                        + String.join(", ", codes)
                        + "]",
                details);
    }
}
