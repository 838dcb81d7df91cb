package io.digitalworker.facts.source;

import io.digitalworker.facts.Trees;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretFilesTest {
    @ParameterizedTest
    @CsvSource({
        "certs/shop.pfx, withheld-key-store",
        "app.keystore, withheld-key-store",
        "home/.ssh/id_ed25519, withheld-private-key",
        "Shop.snk, withheld-private-key",
        ".aws/credentials, withheld-credentials",
        "config/secrets.yml, withheld-credentials",
        ".docker/config.json, withheld-credentials",
        ".pgpass, withheld-credentials",
        "infra/terraform.tfstate.backup, withheld-terraform-state",
    })
    void withholdsByName(String path, String rule) {
        assertThat(SecretFiles.byName(path)).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/secrets.py",
                "src/Credentials.java",
                "id_rsa.pub",
                ".env",
                ".npmrc",
                "config/secrets.example.yml",
                "docs/secrets.md",
                "config.json",
                "cert.pem",
                "app/jks.ts",
                "keystore/index.js",
            })
    void readsWhatMayHoldMore(String path) {
        assertThat(SecretFiles.byName(path)).isEmpty();
    }

    @Test
    void withholdsByContent() {
        assertThat(SecretFiles.byContent("a.pem", "-----BEGIN PRIVATE KEY-----"))
                .contains("withheld-private-key");
        assertThat(SecretFiles.byContent("a.pem", "-----BEGIN CERTIFICATE-----")).isEmpty();
        assertThat(SecretFiles.byContent(".npmrc", "//a/:_authToken=x"))
                .contains("withheld-credentials");
        assertThat(SecretFiles.byContent(".npmrc", "engine-strict=true")).isEmpty();
        assertThat(
                        SecretFiles.byContent(
                                "a.json",
                                "{\"type\": \"service_account\", \"private_key\": \"x\"}"))
                .contains("withheld-credentials");
    }

    @Test
    void aWithheldFileIsCountedTwiceByReasonAndByRule() {
        SourceTree tree = Trees.of(Map.of("a.pfx", new byte[] {1, 2}, "a.cs", "x".getBytes()));
        assertThat(tree.excluded()).isEqualTo(Map.of(Exclusion.SECRETS, 1));
        assertThat(tree.redacted()).isEqualTo(Map.of("withheld-key-store", 1));
    }

    @Test
    void anEnvironmentFileKeepsItsKeysAndWhatSaysWhere() {
        String text =
                """
                # shop
                PORT=3000
                NODE_ENV=development
                API_PREFIX=/api/v1
                BASE_URL="https://shop.example.com/a"
                export DB_HOST=db.internal.example # here
                MAIL_KEY=abcdefgh
                SENTRY='x8-Yq 9912 ab' # there
                BUCKET=${NAME}
                """;
        String hidden =
                text.replace("abcdefgh", "********").replace("x8-Yq 9912 ab", "***** **** **");
        assertThat(Trees.ofText(".env", text).quote(evidence(".env", text))).isEqualTo(hidden);
        assertThat(Trees.ofText(".env.sample", text).quote(evidence(".env.sample", text)))
                .isEqualTo(text);
    }

    private static Evidence evidence(String path, String text) {
        SourceTree tree = Trees.ofText(path, text);
        SourceFile file = tree.file(path).orElseThrow();
        return tree.evidence(file, 1, file.lines());
    }

    @Test
    void aTextThatIsNoFileIsRedactedAndOnlyOnce() {
        Redacted once =
                Redacted.of("Log in with password: hunter22, see https://a:geheim12@b.example/x");
        assertThat(once.text()).doesNotContain("hunter22").doesNotContain("geheim12");
        assertThat(once.counts()).containsKeys("told-secret", "url-password");
        assertThat(Redacted.of(once.text()).text()).isEqualTo(once.text());
        assertThat(Redacted.of(once.text()).counts()).isEmpty();
    }
}
