package io.digitalworker.facts.registration;

import io.digitalworker.facts.Facts;
import io.digitalworker.facts.Trees;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fixture.FactLines;
import io.digitalworker.facts.fixture.Fixture;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Every registration that a plain text search finds is a fact or unresolved: none is dropped. {@code
 * registrations/families.txt} says what to search for. What looks like a registration in a fixture, but
 * is none, is named in its {@code not-registrations}, a line each: {@code path:line reason}.
 *
 * <p>Over any other tree, a table with the places that are neither:
 *
 * <pre>
 * mvn -B -ntp -q test -pl generator-service/facts -am -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dtest=RegistrationCountsTest -Dtree=DIRECTORY
 * </pre>
 */
class RegistrationCountsTest {
    private static final String SHA = "0".repeat(64);
    private static final List<Family> FAMILIES = Family.all();

    /** Its registrations are not the application's. */
    private static final Pattern TEST_FILE =
            Pattern.compile(
                    "(?i)(^|/)(tests?|__tests__|specs?|e2e|[\\w.]*\\.?(unit|integration|functional)?tests)/"
                            + "|\\.(test|spec)\\.\\w+$|(^|/)test_\\w+\\.py$");

    @TestFactory
    Stream<DynamicTest> everyRegistrationIsAFactOrUnresolved() {
        return Fixture.all().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> count(fixture)));
    }

    private static void count(Fixture fixture) throws IOException {
        SourceTree tree = Trees.of(fixture.tree());
        List<Fact> facts = facts(tree);
        Set<String> passed = new TreeSet<>();
        Path list = fixture.directory().resolve("not-registrations");
        for (String line : Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
            passed.add(line.split(" ", 2)[0]);
        }
        List<String> faults = new ArrayList<>();
        List<Tally> tallies = tallies(tree, facts, passed);
        for (Tally tally : tallies) {
            for (Place place : tally.neither()) {
                faults.add(tally.family().name() + ": neither a fact nor unresolved: " + place);
            }
        }
        faults.addAll(unexplained(tallies, facts));
        if (!faults.isEmpty()) {
            fail(fixture.name() + ":\n" + String.join("\n", faults));
        }
    }

    /** Facts of frameworks that are only known by texts of the table, without such a text. */
    private static List<String> unexplained(List<Tally> tallies, List<Fact> facts) {
        List<String> lines = new ArrayList<>();
        for (Fact fact : facts) {
            List<Tally> of = tallies.stream().filter(t -> t.family().isOf(fact)).toList();
            boolean only = of.stream().anyMatch(tally -> tally.family().only());
            if (only && of.stream().noneMatch(tally -> tally.explains(fact))) {
                lines.add("a fact without a registration: " + FactLines.of(List.of(fact)).get(0));
            }
        }
        return lines;
    }

    private static List<Tally> tallies(SourceTree tree, List<Fact> facts, Set<String> passed) {
        return FAMILIES.stream().map(family -> Tally.of(family, tree, facts, passed)).toList();
    }

    private static List<Fact> facts(SourceTree tree) {
        return Facts.of(SHA, tree, Inventory.of(tree)).facts();
    }

    @Test
    void everyFamilyIsFoundInAFixture() {
        Set<String> unseen = new TreeSet<>();
        FAMILIES.forEach(family -> unseen.add(family.name()));
        for (Fixture fixture : Fixture.all()) {
            SourceTree tree = Trees.of(fixture.tree());
            for (Tally tally : tallies(tree, List.of(), Set.of())) {
                if (!tally.places().isEmpty()) {
                    unseen.remove(tally.family().name());
                }
            }
        }
        assertThat(unseen).as("families whose text no fixture holds").isEmpty();
    }

    @Test
    void countsClassesBelowDecorators() {
        assertThat(places("flask/factories", "Flask: routes"))
                .contains("shop/todos.py:5", "shop/todos.py:13");
        assertThat(without("flask/factories", "Flask: routes", "Todo.delete"))
                .containsExactly("shop/todos.py:13");
    }

    @Test
    void countsViewsBehindNames() {
        assertThat(without("django/many-routers", "Django: URLs", "UserRedirectView"))
                .containsExactly("shop/users/urls.py:7");
    }

    @Test
    void countsCallsOfWrappersInTheirStead() {
        assertThat(places("aspnet/minimal-apis", "aspnet: minimal APIs"))
                .contains("Todos.cs:29")
                .doesNotContain("Todos.cs:34");
        assertThat(without("aspnet/minimal-apis", "aspnet: minimal APIs", "Admin.Purge"))
                .containsExactly("Todos.cs:29");
        assertThat(places("aspnet/endpoint-groups", "aspnet: minimal APIs"))
                .containsExactly(
                        "Web/Endpoints/Orders.cs:9",
                        "Web/Endpoints/Orders.cs:10",
                        "Web/Endpoints/Orders.cs:11",
                        "Web/Endpoints/Orders.cs:12",
                        "Web/Endpoints/Orders.cs:13");
    }

    @Test
    void countsItemsOfTransactions() {
        assertThat(places("aws/dynamodb", "AWS SDK: items of transactions"))
                .containsExactly("node/orders.ts:18", "node/orders.ts:19");
        assertThat(places("aws/dynamodb", "AWS SDK: commands on tables"))
                .containsExactly("node/orders.ts:10");
        assertThat(places("aws/dynamodb-untold", "AWS SDK: commands on tables"))
                .contains("src/stock.ts:8");
    }

    @Test
    void countsNoAnswerToWhateverIsLeft() {
        assertThat(places("express/commonjs", "Express, Koa, Fastify, Hono"))
                .contains("server.js:9")
                .doesNotContain("server.js:10");
    }

    private static List<String> places(String fixture, String family) {
        SourceTree tree = Trees.of(Fixture.of(fixture).tree());
        return Tally.of(Family.of(family), tree, List.of(), Set.of()).neither().stream()
                .map(Place::at)
                .toList();
    }

    /** The places that are neither when the facts of one handler are taken away. */
    private static List<String> without(String fixture, String family, String handler) {
        SourceTree tree = Trees.of(Fixture.of(fixture).tree());
        List<Fact> facts = new ArrayList<>(facts(tree));
        assertThat(facts.removeIf(fact -> Components.handler(fact).equals(handler))).isTrue();
        return Tally.of(Family.of(family), tree, facts, Set.of()).neither().stream()
                .map(Place::at)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> theTableOfATree() {
        String directory = System.getProperty("tree", "");
        return directory.isEmpty()
                ? Stream.empty()
                : Stream.of(DynamicTest.dynamicTest(directory, () -> table(Path.of(directory))));
    }

    private static void table(Path directory) {
        SourceTree tree = Trees.of(directory);
        List<Fact> facts = facts(tree);
        StringBuilder table = new StringBuilder(directory + "\n");
        line(table, "", "by text", "facts", "unresolved", "neither", "in tests");
        for (Tally tally : tallies(tree, facts, Set.of())) {
            List<Place> neither = new ArrayList<>(tally.neither());
            neither.removeIf(place -> TEST_FILE.matcher(place.path()).find());
            if (!tally.places().isEmpty()) {
                line(
                        table,
                        tally.family().name(),
                        tally.places().size(),
                        tally.facts().size() - tally.unresolved(),
                        tally.unresolved(),
                        neither.size(),
                        tally.neither().size() - neither.size());
                neither.forEach(place -> table.append("    ").append(place).append('\n'));
            }
        }
        System.out.println(table);
    }

    private static void line(StringBuilder table, String name, Object... cells) {
        table.append(String.format(Locale.ROOT, "%-44s", name));
        for (Object cell : cells) {
            table.append(String.format(Locale.ROOT, " %10s", cell));
        }
        table.append('\n');
    }
}
