package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is being read of one table. */
final class TableDraft {
    final Map<String, Field> fields = new LinkedHashMap<>();
    final Map<String, String> tableOf = new LinkedHashMap<>();
    final List<Relation> relations = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final List<String> indexes = new ArrayList<>();
    final Set<String> references = new HashSet<>();

    /** What waits until all columns are known. */
    final List<Runnable> later = new ArrayList<>();
}
