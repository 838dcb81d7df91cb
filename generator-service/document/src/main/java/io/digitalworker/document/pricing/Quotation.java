package io.digitalworker.document.pricing;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Resource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * A number or a word of the price table, or one that follows from it. Its id says which, so that whoever
 * checks a document looks it up again:
 *
 * <ul>
 *   <li>{@code table/<component>}: the day, the region or the currency
 *   <li>{@code price/<line>}: a price
 *   <li>{@code load/<times>/<line>/<fact id>}: what a declared resource costs at so many times the load
 * </ul>
 */
public record Quotation(String id, String shown) {
    /** A month's reference load, and the tenfold of it. */
    public static final int ONCE = 1;

    public static final int TENFOLD = 10;

    /** The day, region or currency of the table. */
    public static Quotation table(String component) {
        return of("table/" + component);
    }

    public static Quotation price(Price price) {
        return of("price/" + price.id());
    }

    /** What the resource costs; empty if it does not declare what is needed. */
    public static Optional<Quotation> load(int times, Price price, Resource resource) {
        String id = "load/" + times + "/" + price.id() + "/" + FactNames.id(resource);
        return price.of(resource).map(cost -> new Quotation(id, money(cost, times)));
    }

    private static Quotation of(String id) {
        return new Quotation(id, looked(id).orElseThrow());
    }

    /** Whether looking it up again gives what is shown. */
    public static boolean holds(Material material, String id, String shown) {
        String[] parts = id.split("/", 4);
        if (parts.length < 4) {
            return looked(id).filter(shown::equals).isPresent();
        }
        return (parts[1].equals("1") || parts[1].equals("10"))
                && material.factsOf(parts[3]).stream()
                        .anyMatch(fact -> costs(fact, parts[2], parts[1], shown));
    }

    private static boolean costs(Fact fact, String line, String times, String shown) {
        return fact instanceof Resource resource
                && PriceTable.standard()
                        .line(line)
                        .filter(price -> price.isFor(resource))
                        .flatMap(price -> price.of(resource))
                        .filter(cost -> money(cost, Integer.parseInt(times)).equals(shown))
                        .isPresent();
    }

    private static Optional<String> looked(String id) {
        PriceTable table = PriceTable.standard();
        return switch (id) {
            case "table/asOf" -> Optional.of(table.asOf());
            case "table/region" -> Optional.of(table.region());
            case "table/currency" -> Optional.of(table.currency());
            default ->
                    id.startsWith("price/")
                            ? table.line(id.substring(6)).map(p -> p.price().toPlainString())
                            : Optional.empty();
        };
    }

    private static String money(BigDecimal cost, int times) {
        BigDecimal all = cost.multiply(BigDecimal.valueOf(times));
        return String.format(Locale.ROOT, "%,.2f", all.setScale(2, RoundingMode.HALF_UP));
    }
}
