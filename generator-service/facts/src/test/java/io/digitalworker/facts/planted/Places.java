package io.digitalworker.facts.planted;

import io.digitalworker.facts.planted.PlantedSecrets.Kind;
import java.util.List;

/** The kinds of secrets and where people leave them. Longer than a class should be: it is a table. */
final class Places {
    private Places() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind(
                        "private-key",
                        m -> m.of(64, MadeUp.LETTERS + "+/"),
                        List.of(
                                "deploy.txt|-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n@@\n-----END RSA PRIVATE KEY-----\n",
                                "Keys.java|class Keys {\n  static final String PEM = \"-----BEGIN PRIVATE KEY-----\\n\"\n      + \"@@\\n\"\n      + \"-----END PRIVATE KEY-----\";\n}\n",
                                "values.yaml|tls:\n  key: |\n    -----BEGIN EC PRIVATE KEY-----\n    @@\n    -----END EC PRIVATE KEY-----\n",
                                "account.json|{\"type\": \"service_account\", \"private_key\": \"-----BEGIN PRIVATE KEY-----\\n@@\\n-----END PRIVATE KEY-----\\n\"}\n",
                                "id_rsa|-----BEGIN OPENSSH PRIVATE KEY-----\n@@\n-----END OPENSSH PRIVATE KEY-----\n",
                                "server.key|-----BEGIN ENCRYPTED PRIVATE KEY-----\n@@\n-----END ENCRYPTED PRIVATE KEY-----\n",
                                "notes.md|# Backup key\n\n```\n-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOYBF\n@@\n-----END PGP PRIVATE KEY BLOCK-----\n```\n",
                                "putty.txt|PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nPrivate-Lines: 1\n@@\nPrivate-MAC: 00\n",
                                "jwk.json|{\"kty\": \"RSA\", \"e\": \"AQAB\", \"d\": \"@@\"}\n",
                                "Rsa.cs|class Rsa\n{\n    const string Key = \"<RSAKeyValue><Exponent>AQAB</Exponent><D>@@</D></RSAKeyValue>\";\n}\n")),
                new Kind(
                        "aws",
                        m -> m.of(40, MadeUp.LETTERS + "/+"),
                        List.of(
                                "application.properties|aws.accessKeyId=AKIAIOSFODNN7EXAMPLE\naws.secretAccessKey=@@\n",
                                "settings.py|AWS_SECRET_ACCESS_KEY = '@@'\n",
                                "credentials|[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = @@\n",
                                "s3.js|const s3 = new AWS.S3({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: '@@' });\n",
                                "appsettings.json|{\"AWS\": {\"SecretKey\": \"@@\"}}\n",
                                "S3.java|class S3 {\n  Object c = new BasicAWSCredentials(\"AKIAIOSFODNN7EXAMPLE\", \"@@\");\n}\n",
                                "Dockerfile|FROM x\nENV AWS_SECRET_ACCESS_KEY=@@\n",
                                "deploy.sh|export AWS_SECRET_ACCESS_KEY=@@\naws s3 ls\n",
                                "terraform.tfvars|secret_key = \"@@\"\n",
                                "ci.yml|env:\n  AWS_SECRET_ACCESS_KEY: @@\n")),
                new Kind(
                        "aws-key-id",
                        m -> "AKIA" + m.of(16, MadeUp.CAPITALS + MadeUp.DIGITS),
                        List.of(
                                "upload.py|client = boto3.client('s3', aws_access_key_id='@@')\n",
                                "readme.md|Use the id @@ for the test account.\n",
                                "Config.cs|namespace Shop;\n\npublic class Config##\n{\n    // old id: @@\n    public int Size { get; set; }\n}\n",
                                "config.xml|<aws id=\"@@\"/>\n",
                                "run.sh|aws configure set id @@\n")),
                new Kind(
                        "google",
                        m ->
                                m.below(2) == 0
                                        ? "AIza" + m.of(35, MadeUp.URL)
                                        : "GOCSPX-" + m.of(28, MadeUp.URL),
                        List.of(
                                "map.html|<script src=\"https://maps.googleapis.com/maps/api/js?key=@@\"></script>\n",
                                "firebase.ts|export const options = { apiKey: '@@', projectId: 'shop' };\n",
                                "strings.xml|<resources><string name=\"google_maps_key\">@@</string></resources>\n",
                                "application.yml|google:\n  maps: @@\n",
                                "Geo.kt|val key = \"@@\"\n")),
                new Kind(
                        "azure",
                        m -> m.base64(64),
                        List.of(
                                "appsettings.json|{\"Storage\": \"DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=@@;EndpointSuffix=core.windows.net\"}\n",
                                "Bus.cs|class Bus\n{\n    string c = \"Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=@@\";\n}\n",
                                "blob.py|account_key = \"@@\"\n",
                                "local.settings.json|{\"Values\": {\"AzureWebJobsStorage\": \"AccountName=a;AccountKey=@@\"}}\n",
                                "cosmos.ts|const client = new CosmosClient({ endpoint: 'https://a', key: '@@' });\n")),
                new Kind(
                        "azure-secret",
                        m -> m.of(3, MadeUp.LETTERS) + "8Q~" + m.of(34, MadeUp.LETTERS + "_.~-"),
                        List.of(
                                "appsettings.json|{\"AzureAd\": {\"ClientSecret\": \"@@\"}}\n",
                                "login.ps1|$secure = ConvertTo-SecureString '@@' -AsPlainText\n",
                                "ad.md|The application's value is @@ until May.\n",
                                "Graph.java|class Graph {\n  String s = \"@@\";\n}\n",
                                "pipeline.yml|  clientValue: @@\n")),
                new Kind(
                        "code-host",
                        m ->
                                m.below(2) == 0
                                        ? "ghp_" + m.of(36, MadeUp.LETTERS)
                                        : "glpat-" + m.of(20, MadeUp.URL),
                        List.of(
                                "clone.sh|git clone https://x-token:@@@git.example.com/a.git\n",
                                "release.yml|jobs:\n  a:\n    with:\n      repo-auth: @@\n",
                                "Api.cs|class Api\n{\n    string Auth = \"@@\";\n}\n",
                                "octo.js|const octokit = new Octokit({ auth: \"@@\" });\n",
                                "gradle.properties|gpr.key=@@\n")),
                new Kind(
                        "registry",
                        m ->
                                m.below(2) == 0
                                        ? "npm_" + m.of(36, MadeUp.LETTERS)
                                        : "oy2" + m.of(43, MadeUp.SMALL + MadeUp.DIGITS),
                        List.of(
                                ".npmrc|//registry.npmjs.org/:_authToken=@@\n",
                                "Dockerfile|RUN npm config set //registry.npmjs.org/:_authToken @@\n",
                                "push.ps1|dotnet nuget push a.nupkg -k @@ -s https://api.nuget.org\n",
                                "publish.md|Publish with `@@`.\n",
                                "nuget.config|<configuration><apikeys><add key=\"https://a\" value=\"@@\"/></apikeys></configuration>\n")),
                new Kind(
                        "slack",
                        m ->
                                "xoxb-"
                                        + m.of(12, MadeUp.DIGITS)
                                        + "-"
                                        + m.of(12, MadeUp.DIGITS)
                                        + "-"
                                        + m.of(24, MadeUp.LETTERS),
                        List.of(
                                "bot.py|app = App(token=\"@@\")\n",
                                "notify.rb|Slack.configure { |c| c.x = '@@' }\n",
                                "bot.ts|const web = new WebClient('@@');\n",
                                "alerts.yaml|slack: @@\n",
                                "Alerts.java|class Alerts {\n  String s = \"@@\";\n}\n")),
                new Kind(
                        "webhook",
                        m ->
                                "T"
                                        + m.of(8, MadeUp.CAPITALS + MadeUp.DIGITS)
                                        + "/B"
                                        + m.of(8, MadeUp.CAPITALS + MadeUp.DIGITS)
                                        + "/"
                                        + m.of(24, MadeUp.LETTERS),
                        List.of(
                                "ci.sh|curl -d x https://hooks.slack.com/services/@@\n",
                                "alert.json|{\"url\": \"https://hooks.slack.com/services/@@\"}\n",
                                "Alert.cs|class Alert\n{\n    const string Url = \"https://hooks.slack.com/services/@@\";\n}\n",
                                "alertmanager.yml|api_url: https://hooks.slack.com/services/@@\n",
                                "ops.md|Alarms go to https://hooks.slack.com/services/@@ at night.\n")),
                new Kind(
                        "chat",
                        m ->
                                m.below(2) == 0
                                        ? m.of(10, "123456789") + ":AA" + m.of(33, MadeUp.URL)
                                        : "MT"
                                                + m.of(24, MadeUp.LETTERS)
                                                + "."
                                                + m.of(6, MadeUp.LETTERS)
                                                + "."
                                                + m.of(30, MadeUp.LETTERS),
                        List.of(
                                "bot.js|bot.login('@@'); // discord\n",
                                "telegram.py|updater = Updater(\"@@\")  # the bot\n",
                                "Bot.java|class Bot {\n  String getBotToken() { return \"@@\"; }\n}\n",
                                ".env|BOT=@@\nPORT=3000\n",
                                "config.toml|[discord]\nbot_token = \"@@\"\n")),
                new Kind(
                        "payment",
                        m ->
                                m.below(2) == 0
                                        ? "sk_live_" + m.of(24, MadeUp.LETTERS)
                                        : "sq0csp-" + m.of(43, MadeUp.URL),
                        List.of(
                                "pay.rb|Stripe.api_key = '@@'\n",
                                "Pay.php|<?php\n$gateway = new Gateway('@@');\n",
                                "pay.ts|const stripe = require('stripe')('@@');\n",
                                "plugin.xml|<plugin><gateway id=\"@@\"/></plugin>\n",
                                "Payment.cs|class Payment\n{\n    // live: @@\n}\n")),
                new Kind(
                        "twilio-and-mail",
                        m ->
                                m.below(2) == 0
                                        ? "SG." + m.of(22, MadeUp.URL) + "." + m.of(43, MadeUp.URL)
                                        : "key-" + m.of(32, MadeUp.HEX),
                        List.of(
                                "mail.py|sg = Client('@@')\n",
                                "Mail.java|class Mail {\n  String k = \"@@\";\n}\n",
                                "mail.properties|mail.smtp=@@\n",
                                "send.sh|curl --user 'api:@@' https://api.mailgun.net\n",
                                "mail.json|{\"transport\": {\"auth\": \"@@\"}}\n")),
                new Kind(
                        "twilio-token",
                        m -> m.of(32, MadeUp.HEX),
                        List.of(
                                "sms.py|client = Client('AC00000000', '@@')  # twilio\n",
                                "appsettings.json|{\"Twilio\": {\"AuthToken\": \"@@\"}}\n",
                                "sms.js|const twilio = require('twilio')('AC0', '@@');\n",
                                "sms.yml|twilio_auth: @@\n",
                                "Sms.cs|class Sms\n{\n    void Init() => TwilioClient.Init(\"AC0\", \"@@\");\n}\n")),
                new Kind(
                        "model-provider",
                        m ->
                                m.below(2) == 0
                                        ? "sk-proj-" + m.of(48, MadeUp.LETTERS)
                                        : "sk-ant-api03-" + m.of(80, MadeUp.URL),
                        List.of(
                                "ask.py|openai.api_key = \"@@\"\n",
                                "ask.ts|const ai = new Client('@@');\n",
                                ".env.local|MODEL=@@\n",
                                "Ask.java|class Ask {\n  static final String K = \"@@\";\n}\n",
                                "notebook.md|    export K=@@\n")),
                new Kind(
                        "json-web-token",
                        MadeUp::jsonWebToken,
                        List.of(
                                "test.http.md|Authorization: Bearer @@\n",
                                "ApiTest.java|class ApiTest {\n  String t = \"@@\";\n}\n",
                                "supabase.ts|export const anon = \"@@\";\n",
                                "call.sh|curl -H 'X: @@' https://a\n",
                                "seed.sql|UPDATE a SET b = '@@';\n")),
                new Kind(
                        "connection-string",
                        MadeUp::password,
                        List.of(
                                "appsettings.json|{\"ConnectionStrings\": {\"Default\": \"Server=db;Database=shop;User Id=sa;Password=@@;TrustServerCertificate=True\"}}\n",
                                "web.config|<configuration><connectionStrings><add name=\"a\" connectionString=\"Data Source=db;User ID=app;Pwd=@@\"/></connectionStrings></configuration>\n",
                                "application.properties|spring.datasource.url=jdbc:sqlserver://db;user=app;password=@@\n",
                                "db.py|conn = psycopg2.connect(\"host=db dbname=shop user=app password=@@\")\n",
                                "docker-compose.yml|services:\n  web:\n    environment:\n      - ConnectionStrings__Default=Server=db;User=sa;Password=@@;\n",
                                "Db.cs|class Db\n{\n    string c = $\"Server={host};Password=@@;Database=shop\";\n}\n",
                                "cache.json|{\"Redis\": \"cache:6379,password=@@,ssl=True\"}\n",
                                "Jdbc.java|class Jdbc {\n  Object c = DriverManager.getConnection(\"jdbc:mysql://db/shop\", \"app\", \"@@\");\n}\n",
                                "db.xml|<bean><property name=\"password\" value=\"@@\"/></bean>\n",
                                "url.yml|url: jdbc:postgresql://db/shop?user=app&password=@@\n")),
                new Kind(
                        "url-credentials",
                        m -> m.of(14, MadeUp.LETTERS + "!$^*-_"),
                        List.of(
                                ".env|DATABASE_URL=postgres://app:@@@db:5432/shop\n",
                                "mongo.ts|mongoose.connect('mongodb+srv://app:@@@cluster0.example.net/shop');\n",
                                "celery.py|broker_url = 'amqp://guest:@@@mq:5672//'\n",
                                "redis.yml|redis: redis://:@@@cache:6379/0\n",
                                "pip.sh|pip install --index-url https://user:@@@pypi.example.com/simple a\n")),
                new Kind(
                        "http-login",
                        m -> m.base64("app:" + m.of(12, MadeUp.LETTERS)),
                        List.of(
                                "call.sh|curl -H 'Authorization: Basic @@' https://a\n",
                                "Call.cs|class Call\n{\n    string h = \"Basic @@\";\n}\n",
                                "call.js|fetch(url, { headers: { Authorization: 'Basic @@' } });\n",
                                "api.md|    Authorization: Basic @@\n",
                                "config.json|{\"auths\": {\"a.example.com\": {\"auth\": \"@@\"}}}\n")),
                new Kind(
                        "password-hash",
                        m ->
                                m.below(2) == 0
                                        ? "$2a$10$" + m.of(53, MadeUp.LETTERS + "./")
                                        : "$6$"
                                                + m.of(8, MadeUp.LETTERS)
                                                + "$"
                                                + m.of(86, MadeUp.LETTERS + "./"),
                        List.of(
                                "data.sql|INSERT INTO users (name, password) VALUES ('anna', '@@');\n",
                                ".htpasswd|anna:@@\n",
                                "users.yml|users:\n  - name: anna\n    hash: @@\n",
                                "shadow.txt|root:@@:19000:0:99999:7:::\n",
                                "UserTest.java|class UserTest {\n  String h = \"@@\";\n}\n")),
                new Kind(
                        "machine-key",
                        m -> m.of(64, MadeUp.HEX.toUpperCase(java.util.Locale.ROOT)),
                        List.of(
                                "web.config|<configuration><system.web><machineKey validationKey=\"@@\" validation=\"SHA1\"/></system.web></configuration>\n",
                                "web.config|<configuration><system.web>\n<machineKey\n  decryptionKey=\"@@\"\n  decryption=\"AES\" />\n</system.web></configuration>\n",
                                "Crypto.cs|class Crypto\n{\n    const string EncryptionKey = \"@@\";\n}\n",
                                "crypto.py|FERNET_MASTER = bytes.fromhex('@@')  # encryption\n",
                                "app.ini|[security]\nencryption_key = @@\n")),
                new Kind(
                        "session-secret",
                        m -> m.of(28, MadeUp.LETTERS),
                        List.of(
                                "app.js|app.use(session({ secret: '@@', resave: false }));\n",
                                "app.py|app.secret_key = b'@@'\n",
                                "cookies.ts|app.use(cookieParser('@@'));\n",
                                "keys.js|app.keys = ['@@'];\n",
                                "settings.toml|[session]\ncookie_key = \"@@\"\n",
                                "request.md|    Cookie: sid=@@; lang=en\n",
                                "secrets.yml|production:\n  secret_key_base: @@\n",
                                "SessionConfig.java|class SessionConfig {\n  @Bean Object s() { return new Serializer().setSecret(\"@@\"); }\n}\n",
                                "php.ini|session.salt = @@\n",
                                "django.py|SECRET_KEY = 'django-insecure-@@'\n")),
                new Kind(
                        "client-secret",
                        m -> m.of(32, MadeUp.LETTERS + "-_"),
                        List.of(
                                "appsettings.json|{\"Authentication\": {\"Facebook\": {\"AppSecret\": \"@@\"}}}\n",
                                "application.yml|spring:\n  security:\n    oauth2:\n      client-secret: @@\n",
                                "auth.ts|export const auth = { clientId: 'shop', clientSecret: `@@` };\n",
                                "token.sh|curl -d 'grant_type=client_credentials&client_secret=@@' https://a\n",
                                "call.py|requests.post(url + '?client_id=a&client_secret=@@')\n",
                                "Startup.cs|class Startup\n{\n    void A(Options o) { o.ClientSecret = \"@@\"; }\n}\n",
                                "keycloak.json|{\"credentials\": {\"secret\": \"@@\"}}\n",
                                "oauth.xml|<client><client-secret>@@</client-secret></client>\n",
                                "OAuth.java|class OAuth {\n  Object c = builder.clientSecret(\"@@\").build();\n}\n",
                                "passport.js|passport.use(new Strategy({ consumerSecret: '@@' }));\n")),
                new Kind(
                        "license-key",
                        m ->
                                m.of(5, MadeUp.CAPITALS + MadeUp.DIGITS)
                                        + "-"
                                        + m.of(5, MadeUp.CAPITALS + MadeUp.DIGITS)
                                        + "-"
                                        + m.of(5, MadeUp.CAPITALS + MadeUp.DIGITS)
                                        + "-"
                                        + m.of(5, MadeUp.CAPITALS + MadeUp.DIGITS),
                        List.of(
                                "Program.cs|class Program\n{\n    void A() => Provider.RegisterLicense(\"@@\");\n}\n",
                                "license.properties|license.key=@@\n",
                                "install.md|Serial number: @@\n",
                                "setup.bat|setup.exe /serial=@@\n",
                                "app.config|<configuration><appSettings><add key=\"LicenseKey\" value=\"@@\"/></appSettings></configuration>\n")),
                new Kind(
                        "kubernetes",
                        m -> m.base64(m.of(12, MadeUp.LETTERS)),
                        List.of(
                                "db.yaml|apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n  dsn: @@\n",
                                "all.yaml|apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n---\napiVersion: v1\ndata:\n  user: @@\nkind: Secret\nmetadata:\n  name: b\n",
                                "plain.yaml|apiVersion: v1\nkind: Secret\nmetadata:\n  name: c\nstringData:\n  config.ini: |\n    [db]\n    dsn = @@\n",
                                "guide.md|```yaml\napiVersion: v1\nkind: Secret\ndata:\n  user: @@\n```\n",
                                "secret.yaml|apiVersion: v1\nkind: Secret\ndata:\n  a: @@\n")),
                new Kind(
                        "login-file",
                        m -> m.of(16, MadeUp.LETTERS),
                        List.of(
                                ".netrc|machine api.example.com login app password @@\n",
                                "setup.sh|echo 'machine api.example.com login app password @@' >> ~/.netrc\n",
                                ".pgpass|db:5432:shop:app:@@\n",
                                "init.sh|PGPASSWORD=@@ psql -h db -U app\n",
                                "backup.sh|mysqldump -u root -p@@ shop > a.sql\n",
                                ".git-credentials|https://app:@@@git.example.com\n",
                                "build.md|Run `docker run -e ADMIN_PASSWORD=@@ shop`.\n",
                                "settings.xml|<settings><servers><server><username>app</username><password>@@</password></server></servers></settings>\n",
                                "deploy.sh|helm upgrade shop --set db.password=@@\n",
                                "login.sh|docker login -u app --password @@ registry.example.com\n")),
                new Kind(
                        "signing-secret",
                        m -> m.base64(32),
                        List.of(
                                "jwt.json|{\"Jwt\": {\"Key\": \"@@\", \"Issuer\": \"shop\"}}\n",
                                "Hook.java|class Hook {\n  static final String SIGNING_KEY = \"@@\";\n}\n",
                                "hook.ts|const hmac = crypto.createHmac('sha512', '@@');\n",
                                "application.properties|jwt.signing=@@\n",
                                "hook.py|hook = Webhook(signing_secret='@@')\n")),
                new Kind(
                        "database-seed",
                        MadeUp::password,
                        List.of(
                                "seed.sql|INSERT INTO users (id, name, password, active) VALUES (1, 'anna', '@@', 1);\n",
                                "seed2.sql|INSERT INTO `account` (`mail`, `api_token`)\nVALUES\n  ('a@b.c', '@@'),\n  ('b@b.c', 'none');\n",
                                "roles.sql|CREATE USER shop IDENTIFIED BY '@@';\n",
                                "login.sql|CREATE LOGIN shop WITH PASSWORD = '@@';\n",
                                "role2.sql|CREATE ROLE shop LOGIN PASSWORD '@@';\n",
                                "seed.py|User.objects.create_user('anna', 'a@b.c', '@@')\n",
                                "Seed.cs|class Seed\n{\n    void A() => users.CreateAsync(new User { Email = \"a@b.c\" }, \"@@\");\n}\n",
                                "seed.js|await User.create({ name: 'anna', password: '@@' });\n",
                                "users.json|[{\"name\": \"anna\", \"password\": \"@@\"}]\n",
                                "users.csv|name,password\nanna,@@\n")),
                new Kind(
                        "password",
                        MadeUp::password,
                        List.of(
                                "Mail.cs|class Mail\n{\n    object c = new NetworkCredential(\"shop\", \"@@\");\n}\n",
                                "config.py|DB = {'USER': 'app', 'PASSWORD': '@@'}\n",
                                "application.yml|spring:\n  datasource:\n    password: @@\n",
                                "Login.java|class Login {\n  private static final String PASSWORD = \"@@\";\n}\n",
                                "docker-compose.yml|services:\n  db:\n    environment:\n      MYSQL_ROOT_PASSWORD: @@\n",
                                "db.ts|export const db = { user: 'app', pass: '@@' };\n",
                                "smtp.properties|mail.smtp.password=@@\n",
                                "readme.md|Log in with user admin and password: @@\n",
                                "e2e.js|cy.get('#password').type('@@');\n",
                                "Users.java|class Users {\n  Object u = User.withUsername(\"a\").password(\"@@\").build();\n}\n")),
                new Kind(
                        "random",
                        m -> m.of(40, MadeUp.LETTERS),
                        List.of(
                                "algolia.js|const index = algoliasearch('APP', '@@');\n",
                                "datadog.yaml|datadog:\n  key: @@\n",
                                "Sync.cs|class Sync\n{\n    // auth: @@\n}\n",
                                "hook.json|{\"webhook\": {\"credential\": \"@@\"}}\n",
                                "job.py|headers = {'X-Auth': '@@'}\n",
                                "Api.java|class Api {\n  String k = env(\"KEY\", \"@@\");\n}\n",
                                "app.xml|<add name=\"SubscriptionKey\" value=\"@@\"/>\n",
                                "note.txt|The licence server's key: @@\n",
                                "x.ts|const cipher = encrypt('@@', text);\n",
                                "x.sql|EXEC set_auth '@@';\n")));
    }
}
