package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reads and writes of DynamoDB tables. */
final class DynamoCalls {
    private static final Map<String, String> OPERATIONS =
            Map.ofEntries(
                    Map.entry("get", "GetItem"),
                    Map.entry("getitem", "GetItem"),
                    Map.entry("put", "PutItem"),
                    Map.entry("putitem", "PutItem"),
                    Map.entry("update", "UpdateItem"),
                    Map.entry("updateitem", "UpdateItem"),
                    Map.entry("delete", "DeleteItem"),
                    Map.entry("deleteitem", "DeleteItem"),
                    Map.entry("query", "Query"),
                    Map.entry("scan", "Scan"),
                    Map.entry("batchget", "BatchGetItem"),
                    Map.entry("batchgetitem", "BatchGetItem"),
                    Map.entry("batchwrite", "BatchWriteItem"),
                    Map.entry("batchwriteitem", "BatchWriteItem"),
                    Map.entry("batchwriter", "BatchWriteItem"),
                    Map.entry("conditioncheck", "ConditionCheck"),
                    Map.entry("transactget", "TransactGetItems"),
                    Map.entry("transactgetitems", "TransactGetItems"),
                    Map.entry("transactwrite", "TransactWriteItems"),
                    Map.entry("transactwriteitems", "TransactWriteItems"));
    private static final Map<String, String> MAPPED =
            Map.ofEntries(
                    Map.entry("save", "PutItem"),
                    Map.entry("saveasync", "PutItem"),
                    Map.entry("load", "GetItem"),
                    Map.entry("loadasync", "GetItem"),
                    Map.entry("delete", "DeleteItem"),
                    Map.entry("deleteasync", "DeleteItem"),
                    Map.entry("queryasync", "Query"),
                    Map.entry("scanasync", "Scan"),
                    Map.entry("query", "Query"),
                    Map.entry("scan", "Scan"),
                    Map.entry("getitem", "GetItem"),
                    Map.entry("putitem", "PutItem"),
                    Map.entry("updateitem", "UpdateItem"),
                    Map.entry("deleteitem", "DeleteItem"));
    private static final Set<String> TABLES = Set.of("TableName", "RequestItems", "TransactItems");
    private static final Set<String> MAPPERS =
            Set.of("DynamoDBContext", "IDynamoDBContext", "DynamoDBMapper", "DynamoDbTable");
    private final CodeBase code;
    private final SdkTexts texts;
    private final Findings findings;
    private final Set<Expression> taken = new HashSet<>();

    DynamoCalls(CodeBase code, SdkTexts texts, Findings findings) {
        this.code = code;
        this.texts = texts;
        this.findings = findings;
    }

    void visit(Expression expression, Scope scope, String member) {
        if (expression instanceof Create create) {
            String type = Given.simple(create.type());
            String bare = type.replaceFirst("(?:Command|Request|Input)$", "");
            if (!bare.equals(type)) {
                Optional<Given> given = Given.first(code, create, scope);
                given.ifPresent(each -> operation(bare, each, create, scope, member));
                if (given.stream().noneMatch(each -> TABLES.stream().anyMatch(each::has))) {
                    untold(create, bare, scope);
                }
            }
        } else if (expression instanceof Call call) {
            call(call, scope, member);
        }
    }

    /** {@code new GetCommand(input)} of an input that is not in sight; others have commands, too. */
    private void untold(Create create, String bare, Scope scope) {
        boolean imported =
                scope.file().imports().stream()
                        .filter(each -> each.module().matches("@aws-sdk/(client|lib)-dynamodb"))
                        .anyMatch(each -> each.alias().equals(Given.simple(create.type())));
        if (imported && OPERATIONS.containsKey(Given.plain(bare))) {
            findings.unresolved(
                    "accessPattern",
                    SdkTexts.source(create, scope),
                    "its table cannot be told",
                    scope.file().evidence(create.span()));
        }
    }

    private void call(Call call, Scope scope, String member) {
        boolean built = call.name().equals("build") || call.name().startsWith("with");
        Given chain = built ? Given.of(code, call, scope) : Given.NOTHING;
        String type = chain.type().replaceFirst("Request$", "");
        if (built && !type.equals(chain.type())) {
            operation(type, chain, call, scope, member);
            return;
        }
        if (mapped(call, scope, member)) {
            return;
        }
        if (!OPERATIONS.containsKey(Given.plain(call.name()))) {
            return;
        }
        Optional<Located> table = tableOf(call, scope);
        boolean python = scope.file().dialect() == Dialect.PYTHON;
        Given given =
                python
                        ? Given.of(code, call, scope)
                        : call.arguments().stream()
                                .findFirst()
                                .map(argument -> Given.of(code, argument.value(), scope))
                                .orElse(Given.NOTHING);
        if (table.isPresent()) {
            emit(call.name(), table.get(), given, call, scope, member);
        } else if (given.type().isEmpty() || python) {
            operation(call.name(), given, call, scope, member);
        }
    }

    /** boto3's {@code dynamodb.Table(name)} that a method is called on. */
    private Optional<Located> tableOf(Call call, Scope scope) {
        Expression receiver = call.receiver();
        if (receiver == null || scope.file().dialect() != Dialect.PYTHON) {
            return Optional.empty();
        }
        Located at = code.symbols().definition(receiver, scope);
        return at.expression() instanceof Call made
                        && made.name().equals("Table")
                        && !made.arguments().isEmpty()
                ? Optional.of(new Located(made.arguments().get(0).value(), at.scope()))
                : Optional.empty();
    }

    private void operation(String name, Given given, Expression place, Scope scope, String member) {
        if (!OPERATIONS.containsKey(Given.plain(name))) {
            return;
        }
        given.get("TransactItems").ifPresent(items -> transaction(items, place, scope, member));
        Optional<Located> table = given.get("TableName");
        if (table.isPresent()) {
            emit(name, table.get(), given, place, scope, member);
            return;
        }
        given.get("RequestItems")
                .filter(items -> !given.has("TransactItems"))
                .ifPresent(items -> batch(name, items, place, scope, member));
    }

    private void batch(String name, Located items, Expression place, Scope scope, String member) {
        Located at = code.symbols().definition(items.expression(), items.scope());
        if (!(at.expression() instanceof Mapping mapping)) {
            findings.unresolved(
                    "accessPattern",
                    SdkTexts.source(place, scope),
                    "its tables are no literal",
                    scope.file().evidence(place.span()));
            return;
        }
        for (Expression.Entry entry : mapping.entries()) {
            Expression key = entry.key();
            if (key != null) {
                Located table = new Located(key, at.scope());
                emit(name, table, Given.NOTHING, place, scope, member);
            }
        }
    }

    private void transaction(Located items, Expression place, Scope scope, String member) {
        Located at = code.symbols().definition(items.expression(), items.scope());
        if (!(at.expression() instanceof Sequence)) {
            findings.unresolved(
                    "accessPattern",
                    SdkTexts.source(place, scope),
                    "its items are no literal",
                    scope.file().evidence(place.span()));
        }
        at.expression()
                .walk(
                        each -> {
                            if (each instanceof Mapping mapping) {
                                for (Expression.Entry entry : mapping.entries()) {
                                    step(entry, at.scope(), member);
                                }
                            }
                        });
    }

    private void step(Expression.Entry entry, Scope scope, String member) {
        String key = entry.keyText();
        if (key == null
                || !Set.of("Put", "Update", "Delete", "ConditionCheck", "Get").contains(key)) {
            return;
        }
        Given given = Given.of(code, entry.value(), scope);
        given.get("TableName")
                .ifPresent(table -> emit(key, table, given, entry.value(), scope, member));
    }

    /** .NET's context, Java's mapper and enhanced client, whose tables are types. */
    private boolean mapped(Call call, Scope scope, String member) {
        String operation = MAPPED.get(Given.plain(call.name()));
        Expression receiver = call.receiver();
        if (operation == null || receiver == null) {
            return false;
        }
        Optional<Symbol> symbol = code.symbols().find(receiver, scope);
        if (symbol.isEmpty() || !(symbol.get() instanceof Symbol.Typed typed)) {
            return false;
        }
        String type = typed.type();
        if (!MAPPERS.contains(Given.simple(type))) {
            return false;
        }
        int open = type.indexOf('<');
        String stored =
                open > 0
                        ? type.substring(open + 1, Math.max(open + 1, type.lastIndexOf('>')))
                        : call.typeArguments().stream().findFirst().orElse("");
        if (stored.isEmpty()) {
            findings.unresolved(
                    "accessPattern",
                    SdkTexts.source(call, scope),
                    "the type of the item is not given",
                    scope.file().evidence(call.span()));
            return true;
        }
        findings.add(
                new AccessPattern(
                        stored,
                        "",
                        operation,
                        "",
                        "",
                        member,
                        Confidence.RESOLVED,
                        scope.file().evidence(call.span())));
        return true;
    }

    private void emit(
            String name, Located table, Given given, Expression place, Scope scope, String member) {
        if (!taken.add(place) && !given.values().isEmpty()) {
            return;
        }
        Value store = texts.name(table);
        Evidence evidence = scope.file().evidence(place.span());
        String condition = given.get("ConditionExpression").map(texts::written).orElse("");
        String operation = OPERATIONS.getOrDefault(Given.plain(name), name);
        findings.add(
                new AccessPattern(
                        store.text(),
                        given.get("IndexName").map(texts::name).map(Value::text).orElse(""),
                        operation,
                        key(given),
                        condition,
                        member,
                        store.confidence(),
                        evidence));
        if (!condition.isEmpty()) {
            String subject = (member.isEmpty() ? store.text() : member) + ": " + condition;
            findings.add(new Mark("condition-expression", subject, Confidence.LITERAL, evidence));
        }
    }

    private String key(Given given) {
        for (String name : List.of("KeyConditionExpression", "Key", "KeyConditions")) {
            Optional<Located> key = given.get(name);
            if (key.isPresent()) {
                return texts.written(key.get());
            }
        }
        return "";
    }
}
