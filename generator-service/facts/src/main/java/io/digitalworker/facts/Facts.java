package io.digitalworker.facts;

import io.digitalworker.facts.budget.TimeBudget;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.fact.Unresolved;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.Frameworks;
import io.digitalworker.facts.framework.state.StateChanges;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * Everything known about an archive (design §4.7).
 *
 * @param archiveSha256 of the uploaded ZIP
 * @param types by path, then by line
 * @param facts of all kinds, by {@link io.digitalworker.facts.fact.FactKind}, then by place, then by
 *     content; none twice
 */
public record Facts(
        String archiveSha256, Inventory inventory, List<TypeDeclaration> types, List<Fact> facts) {
    /** What SHA-256 gives for no bytes: stands where there is no archive. */
    public static final String NO_ARCHIVE =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public Facts {
        Objects.requireNonNull(archiveSha256, "archiveSha256");
        Objects.requireNonNull(inventory, "inventory");
        types = List.copyOf(types);
        facts = FactOrder.sorted(facts);
    }

    /** The facts of a module that has no code yet: none. */
    public static Facts none() {
        Inventory inventory = Inventory.of(SourceTree.empty());
        return new Facts(NO_ARCHIVE, inventory, List.of(), List.of());
    }

    /**
     * Extracts the facts of a tree whose inventory has been taken. Nothing that the tree holds makes it
     * fail; a fault of ours becomes an {@link Unresolved} of kind {@code framework} or {@code file}.
     */
    public static Facts of(String archiveSha256, SourceTree tree, Inventory inventory) {
        return of(archiveSha256, tree, inventory, Frameworks.all(), TimeBudget.standard());
    }

    static Facts of(
            String archiveSha256,
            SourceTree tree,
            Inventory inventory,
            List<Framework> frameworks,
            TimeBudget budget) {
        CodeBase code = CodeBase.read(tree, budget);
        List<Fact> facts = new ArrayList<>(Extraction.of(code, frameworks, budget));
        facts.addAll(Extraction.of(code, List.of(StateChanges.of(facts)), budget));
        facts.addAll(Disagreements.among(facts, inventory));
        facts.addAll(DocumentedNames.against(tree, code.types(), facts));
        return new Facts(archiveSha256, inventory, code.types(), facts);
    }

    /** The facts of one kind, in their order: facts are sorted by kind, so that these stand together. */
    @SuppressWarnings("unchecked") // all of a kind are of its type
    public <F extends Fact> List<F> all(Class<F> type) {
        FactKind kind = FactKind.of(type);
        return (List<F>)
                facts.subList(before(each -> each < 0, kind), before(each -> each <= 0, kind));
    }

    /** How many facts there are whose kind, compared with this one, passes. */
    private int before(IntPredicate passes, FactKind kind) {
        int from = 0;
        int to = facts.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (passes.test(FactKind.of(facts.get(middle)).compareTo(kind))) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    public List<Endpoint> endpoints() {
        return all(Endpoint.class);
    }

    public List<Entity> entities() {
        return all(Entity.class);
    }

    public List<Service> services() {
        return all(Service.class);
    }

    public List<Call> calls() {
        return all(Call.class);
    }

    public List<Message> messages() {
        return all(Message.class);
    }

    public List<Unresolved> unresolved() {
        return all(Unresolved.class);
    }
}
