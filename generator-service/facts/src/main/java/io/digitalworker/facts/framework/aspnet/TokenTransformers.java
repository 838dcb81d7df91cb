package io.digitalworker.facts.framework.aspnet;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What is registered to change the values of {@code [controller]} and {@code [action]} (all of a
 * project's), or of parameters with a constraint of some name ({@code {controller:slugify}}).
 */
final class TokenTransformers {
    private static final Pattern REPLACEMENT = Pattern.compile("[^$\\\\]*(\\$[12][^$\\\\]*)*");
    private static final Pattern WORDS = Pattern.compile("([a-z0-9])([A-Z])");

    private final Web web;
    private final Map<String, UnaryOperator<String>> ofTokens = new HashMap<>();
    private final Map<String, UnaryOperator<String>> ofConstraints = new HashMap<>();

    TokenTransformers(Web web) {
        this.web = web;
        for (CodeFile file :
                web.code()
                        .filesWith(
                                Dialect.CSHARP,
                                "RouteTokenTransformerConvention",
                                "ConstraintMap")) {
            read(file);
        }
    }

    private void read(CodeFile file) {
        Tokens tokens = file.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, "RouteTokenTransformerConvention") && tokens.is(i + 1, '(')) {
                transformer(file.syntax().arguments(i + 1), file)
                        .ifPresent(t -> ofTokens.put(web.projects().of(file), t));
            } else if (tokens.is(i, "ConstraintMap")) {
                constraint(file, i);
            }
        }
    }

    /** {@code ConstraintMap["slugify"] = typeof(T)}, {@code ConstraintMap.Add("slugify", typeof(T))}. */
    private void constraint(CodeFile file, int at) {
        Tokens tokens = file.tokens();
        boolean added = tokens.is(at + 1, '.') && tokens.is(at + 3, '(');
        int open = added ? at + 3 : at + 1;
        if (!tokens.opens(open)) {
            return;
        }
        List<Argument> arguments = new ArrayList<>(file.syntax().arguments(open));
        int end = tokens.next(open);
        if (tokens.is(end, '=')) {
            int stop = end;
            while (stop < tokens.size() && !tokens.is(stop, ';')) {
                stop = tokens.next(stop);
            }
            arguments.add(new Argument(null, file.syntax().expression(end + 1, stop)));
        }
        if (arguments.size() > 1) {
            String name = web.text(arguments.get(0).value(), Scope.of(file)).text();
            transformer(arguments.subList(1, 2), file)
                    .ifPresent(t -> ofConstraints.put(web.projects().of(file) + ":" + name, t));
        }
    }

    private Optional<UnaryOperator<String>> transformer(List<Argument> arguments, CodeFile file) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        Expression value = arguments.get(0).value();
        String named =
                value instanceof Create create
                        ? create.type()
                        : value instanceof Call call && !call.typeArguments().isEmpty()
                                ? call.typeArguments().get(0)
                                : Web.typeOf(value);
        Optional<TypeDeclaration> type =
                web.type(TypeName.of(named).name(), file)
                        .filter(t -> web.types().inherits(t, "IOutboundParameterTransformer"));
        return type.map(this::change);
    }

    /** What the class does to a value, from its regular expression; kebab case if that is not told. */
    private UnaryOperator<String> change(TypeDeclaration type) {
        CodeFile file = web.file(type);
        String text = file.text(type.span());
        boolean lower = text.contains("ToLower");
        Pattern pattern = WORDS;
        String by = "$1-$2";
        Tokens tokens = file.tokens();
        int end = tokens.at(type.span().end());
        boolean words = false;
        for (int i = tokens.at(type.span().start()); i < end; i++) {
            if (tokens.is(i, "Replace") && tokens.is(i + 1, '(')) {
                List<Expression> texts = texts(file.syntax().arguments(i + 1));
                boolean both = texts.size() == 2;
                words = true;
                pattern = both ? compiled(((Text) texts.get(0)).value()) : WORDS;
                by =
                        both && !pattern.equals(WORDS)
                                ? replacement(((Text) texts.get(1)).value())
                                : by;
                break;
            }
            words |= tokens.is(i, "Regex");
        }
        Pattern of = pattern;
        String replacement = by;
        boolean splits = words || !lower;
        return value -> {
            String so = splits ? of.matcher(value).replaceAll(replacement) : value;
            return lower || splits ? so.toLowerCase(Locale.ROOT) : so;
        };
    }

    private static List<Expression> texts(List<Argument> arguments) {
        return arguments.stream().map(Argument::value).filter(Text.class::isInstance).toList();
    }

    /** Groups beyond the two are not taken; a faulty text is kebab case. */
    private static String replacement(String written) {
        return REPLACEMENT.matches(written) ? written : "$1-$2";
    }

    private static Pattern compiled(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            return compiled.groupCount() == 2 ? compiled : WORDS;
        } catch (PatternSyntaxException e) {
            return WORDS;
        }
    }

    /** What is done to the tokens of a controller. */
    UnaryOperator<String> tokens(CodeFile file) {
        return of(ofTokens, "", file);
    }

    /** What is done to a value of a parameter with this constraint. */
    UnaryOperator<String> constraint(String name, CodeFile file) {
        return name.isEmpty() ? UnaryOperator.identity() : of(ofConstraints, ":" + name, file);
    }

    private UnaryOperator<String> of(
            Map<String, UnaryOperator<String>> by, String ending, CodeFile file) {
        String project = web.projects().of(file);
        UnaryOperator<String> own = by.get(project + ending);
        if (own != null) {
            return own;
        }
        for (Map.Entry<String, UnaryOperator<String>> entry : new TreeMap<>(by).entrySet()) {
            String other = entry.getKey();
            boolean fits = ending.isEmpty() || other.endsWith(ending);
            String of = other.substring(0, Math.max(0, other.length() - ending.length()));
            if (fits && web.projects().related(of, project)) {
                return entry.getValue();
            }
        }
        return UnaryOperator.identity();
    }
}
