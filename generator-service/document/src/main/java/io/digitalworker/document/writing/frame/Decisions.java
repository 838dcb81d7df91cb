package io.digitalworker.document.writing.frame;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.fact.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What the team has decided, as far as facts show it: frameworks, persistence, messages, sign-in. */
final class Decisions {
    private static final int VALUES = 6;

    private final Material material;
    private final List<Sentence> found = new ArrayList<>();

    private Decisions(Material material) {
        this.material = material;
    }

    static List<Block> of(Material material) {
        Decisions all = new Decisions(material);
        all.say("Requests are answered through ", Endpoint.class, Endpoint::framework);
        all.say("What people see is made of ", View.class, View::kind);
        all.say("Entities are kept by way of ", Entity.class, Entity::framework);
        all.say("The stores in use are of the kind ", DataStore.class, DataStore::kind);
        all.say("Events travel through ", Message.class, Message::framework);
        all.say("Objects are wired as ", Service.class, Service::lifetime);
        all.say("Work at fixed times is left to ", Schedule.class, Schedule::framework);
        all.authorization();
        return found(all.found);
    }

    private static List<Block> found(List<Sentence> found) {
        return found.isEmpty()
                ? List.of(
                        paragraph(
                                extracted(
                                        text("The code linked to the features shows no decision"),
                                        text(" on frameworks, storage, events or sign-in."))))
                : List.of(new Block.Bullets(found));
    }

    /** One sentence with the different values that linked facts of a kind have. */
    private <F extends Fact> void say(String words, Class<F> kind, Function<F, String> value) {
        Map<String, F> values = new LinkedHashMap<>();
        for (F fact : material.linked().all(kind)) {
            String each = Objects.requireNonNull(value.apply(fact));
            if (!each.isEmpty() && values.size() < VALUES) {
                values.putIfAbsent(each, fact);
            }
        }
        if (!values.isEmpty()) {
            tell(words, values, ".");
        }
    }

    private void tell(String words, Map<String, ? extends Fact> values, String end) {
        List<Span> spans = new ArrayList<>();
        values.forEach(
                (value, fact) -> {
                    Cells.separate(spans, ", ");
                    spans.add(Phrases.named(fact, value));
                });
        spans.add(0, text(words));
        spans.add(text(end));
        found.add(Cells.told(List.copyOf(values.values()), spans));
    }

    private void authorization() {
        Map<String, Fact> asked = new LinkedHashMap<>();
        for (Endpoint endpoint : material.linked().all(Endpoint.class)) {
            endpoint.authorization().forEach(each -> asked.putIfAbsent(each, endpoint));
        }
        for (Permission right : material.linked().all(Permission.class)) {
            asked.putIfAbsent(right.name(), right);
        }
        asked.keySet().retainAll(asked.keySet().stream().limit(VALUES).toList());
        if (!asked.isEmpty()) {
            tell("Callers are told apart by ", asked, ".");
        } else if (!material.linked().all(Endpoint.class).isEmpty()) {
            found.add(extracted(text("Nothing is asked of callers where the features answer.")));
        }
    }
}
