package io.digitalworker.facts.framework;

import io.digitalworker.facts.framework.aws.CloudFormation;
import io.digitalworker.facts.framework.contract.GraphQl;
import io.digitalworker.facts.framework.contract.OpenApi;
import io.digitalworker.facts.framework.contract.SqlSchema;
import java.util.List;

/** All frameworks and formats that facts are taken from. */
public final class Frameworks {
    private static final List<Framework> ALL =
            List.of(new CloudFormation(), new GraphQl(), new OpenApi(), new SqlSchema());

    private Frameworks() {}

    /** In the order in which their facts are merged; without influence on what is found. */
    public static List<Framework> all() {
        return ALL;
    }
}
