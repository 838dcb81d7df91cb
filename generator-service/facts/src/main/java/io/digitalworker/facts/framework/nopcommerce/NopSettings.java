package io.digitalworker.facts.framework.nopcommerce;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.dotnet.ClrProperty;
import io.digitalworker.facts.framework.dotnet.ClrTypes;
import io.digitalworker.facts.framework.dotnet.Site;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Parameter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Settings: each property of a class {@code CatalogSettings : ISettings} declares the key {@code
 * catalogsettings.property}, under which the shop keeps it in its table. Reads are found where an
 * injected or loaded object of such a class is asked for the property, once for each file and key.
 */
public final class NopSettings implements Framework {
    private static final Set<String> NUMBERS =
            Set.of("int", "long", "short", "byte", "decimal", "double", "float", "uint", "ulong");
    private static final Set<String> LOADS =
            Set.of(
                    "LoadSetting",
                    "LoadSettingAsync",
                    "Resolve",
                    "GetService",
                    "GetRequiredService");
    private static final Set<String> BY_KEY =
            Set.of("GetSettingByKey", "GetSettingByKeyAsync", "GetSetting", "GetSettingAsync");

    @Override
    public void extract(CodeBase code, Findings findings) {
        ClrTypes types = new ClrTypes(code);
        Map<String, Set<String>> settings = new LinkedHashMap<>();
        for (TypeDeclaration type : Nop.classesOn(code, "ISettings")) {
            if (Nop.uses(code.fileOf(type)) && !Nop.test(type.evidence())) {
                settings.put(type.simpleName(), declared(types, type, findings));
            }
        }
        for (CodeFile file : Nop.files(code)) {
            byKey(code, file, findings);
            if (settings.keySet().stream().anyMatch(file::mayHold)) {
                read(file, settings, findings);
            }
        }
    }

    private static Set<String> declared(ClrTypes types, TypeDeclaration type, Findings findings) {
        Set<String> names = new HashSet<>();
        for (ClrProperty property : types.properties(type)) {
            if (property.visible() && property.writable()) {
                names.add(property.name());
                findings.add(
                        new ConfigurationKey(
                                key(type.simpleName(), property.name()),
                                "declared",
                                kind(types, property),
                                null,
                                Confidence.LITERAL,
                                property.member().evidence()));
            }
        }
        return names;
    }

    private static String key(String settings, String property) {
        return (settings + "." + property).toLowerCase(Locale.ROOT);
    }

    private static String kind(ClrTypes types, ClrProperty property) {
        String type = property.plainType();
        if (NUMBERS.contains(type)) {
            return "number";
        }
        if (type.equals("bool")) {
            return "boolean";
        }
        boolean list = property.collection() && !type.equals("byte[]");
        boolean simple =
                property.simple()
                        || types.find(type, property.owner())
                                .filter(t -> t.kind().key().equals("enum"))
                                .isPresent();
        return list ? "list" : simple ? "string" : "object";
    }

    private static void byKey(CodeBase code, CodeFile file, Findings findings) {
        for (Site site : Site.calls(file, BY_KEY)) {
            site.call().arguments().stream()
                    .findFirst()
                    .map(argument -> code.values().first(argument.value(), site.scope()))
                    .filter(value -> value.known() && !value.text().isEmpty())
                    .ifPresent(
                            value ->
                                    findings.add(
                                            new ConfigurationKey(
                                                    value.text().toLowerCase(Locale.ROOT),
                                                    "read",
                                                    "",
                                                    null,
                                                    value.confidence(),
                                                    site.evidence())));
        }
    }

    // ---- reads

    private static void read(CodeFile file, Map<String, Set<String>> settings, Findings findings) {
        Map<String, String> names = names(file, settings.keySet());
        if (names.isEmpty()) {
            return;
        }
        Tokens tokens = file.tokens();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            int dot = tokens.is(i + 1, '?') ? i + 2 : i + 1;
            boolean member = dotted(tokens, dot) && tokens.isWord(i) && tokens.isWord(dot + 1);
            String type = member ? names.get(tokens.word(i)) : null;
            if (type == null || assigned(tokens, dot + 2)) {
                continue;
            }
            String property = tokens.word(dot + 1);
            boolean known = settings.getOrDefault(type, Set.of()).contains(property);
            if (known && seen.add(key(type, property))) {
                Site site = new Site(file, i, dot + 2);
                findings.add(
                        new ConfigurationKey(
                                key(type, property),
                                "read",
                                "",
                                null,
                                Confidence.RESOLVED,
                                site.evidence()));
            }
        }
    }

    private static boolean dotted(Tokens tokens, int at) {
        return tokens.is(at, '.') || (tokens.starts(at, '?') && tokens.word(at).equals("?."));
    }

    private static boolean assigned(Tokens tokens, int at) {
        return tokens.is(at, '=') && !tokens.is(at + 1, '=');
    }

    /** The fields, properties, parameters and variables of a file that hold settings, by name. */
    private static Map<String, String> names(CodeFile file, Set<String> settings) {
        Map<String, String> names = new HashMap<>();
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                put(names, member.name(), member.type(), settings);
                for (Parameter parameter : member.parameters()) {
                    put(names, parameter.name(), parameter.type(), settings);
                }
            }
        }
        for (Site site : Site.calls(file, LOADS)) {
            Tokens tokens = file.tokens();
            String type = tokens.word(site.token() + 2);
            int equals = site.token();
            for (int i = 0; i < 8 && !tokens.is(equals, '='); i++) {
                equals--;
            }
            if (settings.contains(type) && tokens.is(equals, '=') && tokens.isWord(equals - 1)) {
                names.put(tokens.word(equals - 1), type);
            }
        }
        return names;
    }

    private static void put(
            Map<String, String> names, String name, String type, Set<String> settings) {
        String simple = TypeName.of(type).simpleName();
        if (settings.contains(simple)) {
            names.put(name, simple);
        }
    }
}
