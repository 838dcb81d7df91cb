package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one class, or a group that it belongs to, sets. */
final class FastEndpointSetup {
    final Set<String> methods = new LinkedHashSet<>();
    final List<Value> routes = new ArrayList<>();
    final Set<String> needs = new LinkedHashSet<>();
    final List<Call> described = new ArrayList<>();
    String version = "";
    String group = "";
    boolean overridden;
    String prefix = "";
}
