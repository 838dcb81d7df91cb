package io.digitalworker.facts.source;

import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTest {
    private final Redaction redaction = Redaction.standard();
    private final TreeMap<String, Integer> counts = new TreeMap<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "CSHARP|var password = \"hunter22\";|hunter22|secret-assignment",
                "CSHARP|ApiKey = @\"k-123456\",|k-123456|secret-assignment",
                "JSON|\"ClientSecret\": \"s3cr3t\"|s3cr3t|secret-assignment",
                "PYTHON|token='abcdef'|abcdef|secret-assignment",
                "XML|\"Server=db;User Id=sa;Password=Pa55w0rd;\"|Pa55w0rd|connection-string",
                "JSON|AccountKey=abcdEFGH1234==;End|abcdEFGH1234==|connection-string",
                "YAML|url: postgres://app:geheim@db/x|geheim|url-password",
                "JAVA|AKIAABCDEFGHIJKLMNOP|AKIAABCDEFGHIJKLMNOP|aws-access-key",
                "PROPERTIES|db.password=geheim1|geheim1|secret-setting",
                "YAML|  api_key: abc123def|abc123def|secret-setting",
                "XML|<add key=\"MailPassword\" value=\"geheim\"/>|geheim|secret-setting",
                "SHELL|Authorization: Bearer abcdefghij0123456789xyz|abcdefghij0123456789xyz|bearer-token",
            })
    void replacesSecretsInPlace(Language language, String line, String secret, String rule) {
        String text = "before\n" + line + "\nafter";
        String clean = redaction.redact(text, language, counts);
        assertThat(clean)
                .hasSameSizeAs(text)
                .doesNotContain(secret)
                .isEqualTo(text.replace(secret, "*".repeat(secret.length())));
        assertThat(counts).containsOnlyKeys(rule).containsEntry(rule, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var password = model.Password;",
                "string password = \"\";",
                "token = \"{token}\"",
                "<LocaleResource Name=\"Account.Fields.Password\">",
                "public string Password { get; set; }",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
            })
    void leavesWhatIsNoSecret(String text) {
        assertThat(redaction.redact(text, Language.CSHARP, counts)).isEqualTo(text);
        assertThat(counts).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "CSHARP|public static string AccessTokenRoute => \"Plugin.Payments.AccessToken\";",
                "CSHARP|public static string ChangePassword => \"ChangePassword\";",
                "CSHARP|public const string TOKEN_TAG = \"__RequestVerificationToken\";",
                "CSHARP|public static string ApiKeyHeader => \"X-API-KEY\";",
                "CSHARP|RuleFor(x => x.Password).Equal(nameof(Password));",
                "JSON|\"jsonwebtoken\": \"^9.0.2\",",
                "JSON|\"Microsoft.IdentityModel.Tokens\": \"6.35.0\",",
                "YAML|password: ${DB_PASSWORD}",
                "YAML|  secretName: shop-tls",
                "YAML|token: {{ secret }}",
                "YAML|tokenUrl: https://a.b/token",
                "YAML|token: !Ref Token",
                "XML|<aspNetCore forwardWindowsAuthToken=\"false\" />",
                "PYTHON|SECRET_KEY = os.environ['SECRET_KEY']",
                "TYPESCRIPT|secret: process.env.JWT_SECRET,",
                "TYPESCRIPT|export const USER_TOKEN = 'USER_REPOSITORY';",
                "TYPESCRIPT|'reset-password': '/auth/reset-password/:token',",
                "TYPESCRIPT|password: 'string',",
                "RAZOR|token: '@Model.Token',",
                "HTML|<input type=\"password\" name=\"Password\">",
                "JAVA|@Column(name = \"password_hash\")",
                "JAVA|// the password: at least one that is not empty",
                "JAVA|// secret = user.secret2(now)",
                "CSHARP|/// <param name=\"password\">The password: see 9.1</param>",
                "JAVA|if (pem.startsWith(\"-----BEGIN PRIVATE KEY-----\")) { run(); }",
            })
    void leavesNamesAndPlaceholders(Language language, String line) {
        assertThat(redaction.redact(line, language, counts)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "CSHARP|const string JWT_SECRET_KEY = \"SecretKeyOfDoomThatMustBeLong\";|SecretKeyOfDoom",
                "CSHARP|var password = \"ab\\\"cdefg\";|cdefg",
                "PYTHON|SECRET = os.getenv('JWT_SECRET', 'geheim-1')|geheim-1",
                "TYPESCRIPT|secret: process.env.JWT_SECRET ?? 'geheim-1',|geheim-1",
                "JAVA|String tokenForTests = \"abcdefghij0123456789klm\";|abcdefghij0123456789klm",
                "PROPERTIES|JWT_SECRET=secret|=secret",
                "YAML|    - SA_PASSWORD=@someThing1|someThing1",
                "XML|<Password>geheim</Password>|geheim",
                "JSON|\"Password=geheim;Server=x\"|geheim",
                "CSHARP|    // password: Orbit1993!|Orbit1993",
                "PYTHON|log_in(user)  # the password is go6b$KMnKf|go6b",
                "JAVA| * The secret: XK7TH-1OMDE|1OMDE",
            })
    void hidesSecretsAndKeepsTheCodeReadable(Language language, String line, String secret) {
        String clean = redaction.redact(line, language, counts);
        assertThat(clean).hasSameSizeAs(line).doesNotContain(secret);
        for (String kept : new String[] {"\"", "'", "\\"}) {
            assertThat(clean.split(kept.equals("\\") ? "\\\\" : kept, -1))
                    .as(kept)
                    .hasSameSizeAs(line.split(kept.equals("\\") ? "\\\\" : kept, -1));
        }
    }

    @Test
    void hidesPrivateKeysUpToTheirEndAndKeepsTheLines() {
        String text =
                "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY-----\nz";
        String clean = redaction.redact(text, Language.TEXT, counts);
        assertThat(clean).hasSameSizeAs(text).doesNotContain("MIIE").endsWith("KEY-----\nz");
        assertThat(clean.lines()).hasSize(6);
        assertThat(counts).containsEntry("private-key", 1);
        String open = redaction.redact("-----BEGIN PRIVATE KEY-----\nMII", Language.TEXT, counts);
        assertThat(open).doesNotContain("MII");
    }

    @Test
    void takesTimeInProportionToTheText() {
        String hostile = "password = \"".repeat(30_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> redaction.redact(hostile, Language.CSHARP, counts));
        String blocks = "-----BEGIN PRIVATE KEY-----".repeat(20_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> redaction.redact(blocks, Language.TEXT, counts));
    }
}
