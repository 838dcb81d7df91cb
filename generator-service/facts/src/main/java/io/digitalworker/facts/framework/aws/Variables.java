package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.budget.Descent;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.data.ScalarType;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The variables of a serverless.yml: {@code ${self:custom.x}}, {@code ${file(./x.yml):key}}, {@code
 * ${opt:stage, 'dev'}}. What only the deployment knows stands in braces.
 */
final class Variables {
    private static final int MAX_STEPS = 16;
    private static final int MAX_VARIABLES = 200;
    private static final int MAX_LENGTH = 2_000;

    private final CodeBase code;
    private final DataFile service;

    /** A value with the file that it stands in. */
    record Placed(DataNode node, DataFile file) {
        Placed get(String... keys) {
            return new Placed(node.get(keys), file);
        }

        Placed with(DataNode other) {
            return new Placed(other, file);
        }
    }

    Variables(CodeBase code, DataFile service) {
        this.code = code;
        this.service = service;
    }

    private static Descent start() {
        return Descent.of(MAX_STEPS, MAX_VARIABLES);
    }

    Placed root() {
        return new Placed(service.root(), service);
    }

    /** What a value stands for when it is one variable as a whole; else itself. */
    Placed follow(Placed placed) {
        Placed at = placed;
        for (int step = 0; step < MAX_STEPS; step++) {
            Optional<Placed> next = whole(at);
            if (next.isEmpty() || next.get().node().isMissing()) {
                return at;
            }
            at = next.get();
        }
        return at;
    }

    private Optional<Placed> whole(Placed placed) {
        String text = placed.node().text("").strip();
        boolean variable = text.startsWith("${") && close(text, 2) == text.length() - 1;
        return variable
                ? variable(text.substring(2, text.length() - 1), start())
                : Optional.empty();
    }

    /** Where the brace ends that was opened before an offset; -1 if it does not. */
    private static int close(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            depth += text.startsWith("${", i) ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Placed> variable(String written, Descent steps) {
        for (String choice : choices(written)) {
            Optional<Placed> found = choice(choice.strip(), steps);
            if (found.isPresent() && !found.get().node().isMissing()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Split at commas outside of inner variables and brackets. */
    private static List<String> choices(String written) {
        List<String> choices = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                choices.add(written.substring(start, i));
                start = i + 1;
            }
        }
        choices.add(written.substring(start));
        return choices;
    }

    private Optional<Placed> choice(String written, Descent steps) {
        String plain = text(written, steps.deeper());
        if (plain.startsWith("self:")) {
            String path = plain.substring(5);
            return Optional.of(path.isEmpty() ? root() : root().with(root().node().at(path)));
        }
        if (plain.equals("sls:stage")) {
            return Optional.of(root().get("provider", "stage"));
        }
        if (plain.startsWith("file(")) {
            return file(plain);
        }
        boolean quoted = plain.length() > 1 && (plain.startsWith("'") || plain.startsWith("\""));
        return quoted
                ? Optional.of(scalar(plain.substring(1, plain.length() - 1)))
                : Optional.empty();
    }

    private Placed scalar(String text) {
        DataNode root = service.root();
        return new Placed(
                new DataNode.Scalar(text, true, ScalarType.STRING, root.span(), ""), service);
    }

    private Optional<Placed> file(String written) {
        int close = written.indexOf(')');
        if (close < 0) {
            return Optional.empty();
        }
        String path = written.substring(5, close).strip();
        String key = written.substring(close + 1).replaceFirst("^:", "").strip();
        return Paths.resolve(service.file().directory(), path)
                .flatMap(code.tree()::file)
                .filter(code.data().files()::contains)
                .map(file -> read(file, key));
    }

    private Placed read(SourceFile file, String key) {
        DataFile read = code.data().read(file);
        DataNode node = key.isEmpty() ? read.root() : read.root().at(key);
        return new Placed(node, read);
    }

    /** A value as text with its variables filled in; intrinsic functions by what they refer to. */
    String text(Placed placed) {
        Placed at = follow(placed);
        if (at.node().isScalar() && at.node().tag().isEmpty()) {
            return text(at.node().text(""), start());
        }
        if (at.node().isSequence() && at.node().tag().isEmpty()) {
            List<String> texts = new ArrayList<>();
            at.node().items().forEach(item -> texts.add(text(item.text(""), start())));
            return String.join(", ", texts);
        }
        return referred(at.node());
    }

    private static String referred(DataNode node) {
        if (node.isScalar()) {
            return node.text("").replaceFirst("\\..*", "");
        }
        if (node.isSequence()) {
            return node.item(0).text("");
        }
        for (Entry entry : node.entries()) {
            DataNode value = entry.value();
            boolean reference = entry.key().equals("Ref") || entry.key().equals("Fn::GetAtt");
            if (reference) {
                String name = value.isSequence() ? value.item(0).text("") : value.text("");
                return name.replaceFirst("\\..*", "");
            }
            if (entry.key().startsWith("Fn::")) {
                return value.isScalar() ? value.text("") : "{" + entry.key() + "}";
            }
        }
        return "";
    }

    private String text(String written, Descent steps) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        int open = written.indexOf("${");
        while (open >= 0 && text.length() < MAX_LENGTH) {
            int close = close(written, open + 2);
            if (close < 0) {
                break;
            }
            text.append(written, from, open);
            text.append(filled(written.substring(open + 2, close), steps));
            from = close + 1;
            open = written.indexOf("${", from);
        }
        return text.append(written.substring(from)).toString();
    }

    private String filled(String variable, Descent steps) {
        Optional<Placed> value = steps.ended() ? Optional.empty() : variable(variable, steps);
        boolean known = value.isPresent() && value.get().node().isScalar();
        String name = variable.replaceAll("[{}$]", "").replaceFirst(",.*", "").strip();
        return known ? text(value.get().node().text(""), steps.deeper()) : "{" + name + "}";
    }
}
