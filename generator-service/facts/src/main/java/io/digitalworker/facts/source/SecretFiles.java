package io.digitalworker.facts.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files that hold nothing but secrets, by name or by what is in them. They are withheld as a whole, under a
 * rule that says what they are.
 */
final class SecretFiles {
    private static final String KEY_STORE = "withheld-key-store";
    private static final String PRIVATE_KEY = "withheld-private-key";
    private static final String CREDENTIALS = "withheld-credentials";
    private static final String STATE = "withheld-terraform-state";
    private static final Map<String, String> BY_EXTENSION =
            Map.ofEntries(
                    Map.entry("pfx", KEY_STORE),
                    Map.entry("p12", KEY_STORE),
                    Map.entry("pkcs12", KEY_STORE),
                    Map.entry("jks", KEY_STORE),
                    Map.entry("jceks", KEY_STORE),
                    Map.entry("bks", KEY_STORE),
                    Map.entry("keystore", KEY_STORE),
                    Map.entry("keychain", KEY_STORE),
                    Map.entry("kdbx", KEY_STORE),
                    Map.entry("snk", PRIVATE_KEY),
                    Map.entry("pvk", PRIVATE_KEY),
                    Map.entry("ppk", PRIVATE_KEY),
                    Map.entry("tfstate", STATE),
                    Map.entry("tfvars", STATE),
                    Map.entry("publishsettings", CREDENTIALS),
                    Map.entry("htpasswd", CREDENTIALS));
    private static final Set<String> PRIVATE_KEYS =
            Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "identity", "master.key");
    private static final Set<String> CREDENTIAL_FILES =
            Set.of(
                    ".netrc",
                    "_netrc",
                    ".pgpass",
                    "pgpass.conf",
                    ".my.cnf",
                    ".pypirc",
                    ".git-credentials",
                    ".dockercfg",
                    ".dockerconfigjson",
                    ".htpasswd",
                    ".htdigest",
                    ".s3cfg",
                    ".boto",
                    ".vault-token",
                    "kubeconfig",
                    "rootkey.csv",
                    "accesskeys.csv",
                    "settings-security.xml");
    private static final Set<String> TELLING = Set.of("credentials", "secrets", "secret");

    /** Of data; {@code secrets.py} is code. */
    private static final Set<String> DATA =
            Set.of(
                    "",
                    "json",
                    "yaml",
                    "yml",
                    "toml",
                    "properties",
                    "xml",
                    "ini",
                    "conf",
                    "cfg",
                    "txt",
                    "csv");

    private static final Pattern KEY_NAME = Pattern.compile(".*\\.(?:pem|key|asc|gpg)");
    private static final Pattern REGISTRY_LOGIN =
            Pattern.compile("(?m)^[^#;\\n]*_(?:auth|password)");
    private static final List<String> SAMPLES = List.of("example", "sample", "template", ".dist");

    private SecretFiles() {}

    /** The rule that withholds a file of this path. */
    static Optional<String> byName(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        if (SAMPLES.stream().anyMatch(name::contains)) {
            return Optional.empty();
        }
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1);
        if (dot >= 0 && BY_EXTENSION.containsKey(extension)) {
            return Optional.of(BY_EXTENSION.get(extension));
        }
        if (name.endsWith(".tfstate.backup")) {
            return Optional.of(STATE);
        }
        if (PRIVATE_KEYS.contains(name)) {
            return Optional.of(PRIVATE_KEY);
        }
        String stem = dot < 0 ? name : name.substring(0, dot);
        boolean telling = TELLING.contains(stem) && DATA.contains(dot < 0 ? "" : extension);
        boolean tool = lower.endsWith(".docker/config.json") || lower.endsWith(".kube/config");
        return telling || tool || CREDENTIAL_FILES.contains(name)
                ? Optional.of(CREDENTIALS)
                : Optional.empty();
    }

    /** The rule that withholds a file for what it holds. */
    static Optional<String> byContent(String path, String text) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (KEY_NAME.matcher(lower).matches() && text.contains("PRIVATE KEY")) {
            return Optional.of(PRIVATE_KEY);
        }
        if (lower.endsWith(".npmrc") && REGISTRY_LOGIN.matcher(text).find()) {
            return Optional.of(CREDENTIALS);
        }
        boolean account =
                lower.endsWith(".json")
                        && text.contains("\"service_account\"")
                        && text.contains("\"private_key\"");
        return account ? Optional.of(CREDENTIALS) : Optional.empty();
    }
}
