package io.digitalworker.document.writing.design;

import io.digitalworker.document.pricing.Price;
import io.digitalworker.document.pricing.PriceTable;
import io.digitalworker.facts.fact.Resource;
import java.util.ArrayList;
import java.util.List;

/** What is paid for: each declared resource with each price that applies to it. */
record Costs(Resource resource, Price price) {
    static List<Costs> of(Scope scope) {
        List<Costs> costs = new ArrayList<>();
        for (Resource resource : scope.linkedFirst(Resource.class)) {
            for (Price price : PriceTable.standard().of(resource)) {
                costs.add(new Costs(resource, price));
            }
        }
        return costs;
    }

    /** The value of a setting, as written; empty if it is not declared. */
    static String setting(Resource resource, String name) {
        return Price.setting(resource, name).orElse("");
    }
}
