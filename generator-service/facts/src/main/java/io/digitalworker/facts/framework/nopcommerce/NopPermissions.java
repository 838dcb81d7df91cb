package io.digitalworker.facts.framework.nopcommerce;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.dotnet.Site;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Permissions: {@code PermissionRecord}s of providers and the constants of {@code StandardPermission}
 * with the roles that have them by default (else their category), and the members that ask for one
 * (subject 'used by X.Y').
 */
public final class NopPermissions implements Framework {
    private static final Set<String> USES =
            Set.of("CheckPermission", "AuthorizeAsync", "Authorize", "AuthorizePermission");

    @Override
    public void extract(CodeBase code, Findings findings) {
        Map<String, Set<String>> roles = roles(code);
        for (CodeFile file : code.filesWith(Dialect.CSHARP, "PermissionRecord")) {
            if (Nop.uses(file)) {
                for (TypeDeclaration type : file.types()) {
                    records(code, file, type, roles, findings);
                }
            }
        }
        for (CodeFile file : code.filesWith(Dialect.CSHARP, "StandardPermission")) {
            for (TypeDeclaration type : file.types()) {
                boolean standard =
                        type.name().equals("StandardPermission")
                                || type.name().startsWith("StandardPermission.");
                if (standard && Nop.uses(file)) {
                    constants(code, file, type, roles, findings);
                }
            }
        }
        for (CodeFile file : Nop.files(code)) {
            uses(code, file, findings);
        }
    }

    // ---- declared

    private static void records(
            CodeBase code,
            CodeFile file,
            TypeDeclaration type,
            Map<String, Set<String>> roles,
            Findings findings) {
        for (Member member : type.members()) {
            boolean field =
                    !Nop.test(member.evidence())
                            && member.type().equals("PermissionRecord")
                            && !member.initializer().isEmpty();
            if (field && file.expression(member.initializer()) instanceof Create create) {
                Scope scope = Scope.of(file, type);
                Optional<String> name = text(code, create, "SystemName", scope);
                String held = String.join(", ", roles.getOrDefault(member.name(), Set.of()));
                String category = text(code, create, "Category", scope).orElse("");
                name.ifPresent(
                        n ->
                                findings.add(
                                        new Permission(
                                                n,
                                                held.isEmpty() ? category : held,
                                                Nop.FRAMEWORK,
                                                Confidence.LITERAL,
                                                member.evidence())));
            }
        }
    }

    private static Optional<String> text(CodeBase code, Create create, String name, Scope scope) {
        return Argument.named(create.initializer(), name)
                .flatMap(value -> code.values().text(value, scope));
    }

    private static void constants(
            CodeBase code,
            CodeFile file,
            TypeDeclaration type,
            Map<String, Set<String>> roles,
            Findings findings) {
        for (Member member : type.members()) {
            if (member.kind() == MemberKind.FIELD && !member.initializer().isEmpty()) {
                Expression value = file.expression(member.initializer());
                code.values()
                        .text(value, Scope.of(file, type))
                        .ifPresent(
                                name ->
                                        findings.add(
                                                new Permission(
                                                        name,
                                                        String.join(
                                                                ", ",
                                                                roles.getOrDefault(
                                                                        member.name(), Set.of())),
                                                        Nop.FRAMEWORK,
                                                        Confidence.LITERAL,
                                                        member.evidence())));
            }
        }
    }

    /**
     * The roles of each constant or record, by its name. Where defaults are given, a role's name stands
     * before the permissions that it has ({@code GetDefaultPermissions}) or behind the one that it is
     * for ({@code new PermissionConfig(…)}, {@code AllConfigs}).
     */
    private static Map<String, Set<String>> roles(CodeBase code) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        for (CodeFile file :
                code.filesWith(Dialect.CSHARP, "GetDefaultPermissions", "AllConfigs")) {
            for (TypeDeclaration type : file.types()) {
                for (Member member : type.members()) {
                    boolean before = member.name().equals("GetDefaultPermissions");
                    if (before || member.name().equals("AllConfigs")) {
                        roles(code, file, type, member, before, roles);
                    }
                }
            }
        }
        return roles;
    }

    private static void roles(
            CodeBase code,
            CodeFile file,
            TypeDeclaration type,
            Member member,
            boolean roleFirst,
            Map<String, Set<String>> roles) {
        Tokens tokens = file.tokens();
        int end = tokens.at(member.span().end());
        String role = "";
        String permission = "";
        for (int i = tokens.at(member.span().start()); i < end; i++) {
            String word = tokens.isWord(i) ? tokens.word(i) : "";
            if (word.endsWith("RoleName") && tokens.is(i - 1, '.')) {
                role = role(code, file, type, i);
                if (!roleFirst && !permission.isEmpty()) {
                    roles.computeIfAbsent(permission, p -> new LinkedHashSet<>()).add(role);
                }
            } else if (roleFirst && !role.isEmpty() && tokens.isWord(i)) {
                roles.computeIfAbsent(word, p -> new LinkedHashSet<>()).add(role);
            } else if (!roleFirst && word.equals("new")) {
                permission = "";
            } else if (!roleFirst && permission.isEmpty() && constant(tokens, i)) {
                permission = word;
            }
        }
    }

    /** The last name in {@code StandardPermission.Catalog.PRODUCTS_VIEW}. */
    private static boolean constant(Tokens tokens, int at) {
        return tokens.isWord(at) && tokens.is(at - 1, '.') && !tokens.is(at + 1, '.');
    }

    private static String role(CodeBase code, CodeFile file, TypeDeclaration type, int token) {
        Expression named = file.syntax().expression(token - 2, token + 1);
        Value value = code.values().first(named, Scope.of(file, type));
        String word = file.tokens().word(token);
        return value.known() ? value.text() : word.substring(0, word.length() - 8);
    }

    // ---- used

    private static void uses(CodeBase code, CodeFile file, Findings findings) {
        for (Site site : Site.calls(file, USES)) {
            List<Argument> arguments = site.call().arguments();
            if (arguments.isEmpty()) {
                continue;
            }
            for (String name : names(code, arguments.get(0).value(), site)) {
                findings.add(
                        new Permission(
                                name,
                                "used by " + site.place(),
                                Nop.FRAMEWORK,
                                Confidence.RESOLVED,
                                site.evidence()));
            }
        }
    }

    /** The system names that an expression means: of a record, a constant, or several. */
    private static List<String> names(CodeBase code, Expression expression, Site site) {
        List<String> names = new ArrayList<>();
        String written = site.file().text(expression.span());
        if (!written.contains("Permission") && !(expression instanceof Call)) {
            return names;
        }
        Scope scope = expression instanceof Select ? site.outerScope() : site.scope();
        var definition = code.symbols().definition(expression, scope);
        if (definition.expression() instanceof Create create && create.initializer().size() > 1) {
            text(code, create, "SystemName", definition.scope()).ifPresent(names::add);
        }
        if (names.isEmpty()) {
            code.values().items(expression, scope).stream()
                    .filter(Value::known)
                    .map(Value::text)
                    .filter(text -> !text.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }
}
