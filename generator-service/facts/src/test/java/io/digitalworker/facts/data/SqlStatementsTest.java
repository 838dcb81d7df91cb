package io.digitalworker.facts.data;

import io.digitalworker.facts.data.SqlStatement.AlterTable;
import io.digitalworker.facts.data.SqlStatement.CreateIndex;
import io.digitalworker.facts.data.SqlStatement.CreateTable;
import io.digitalworker.facts.data.SqlStatement.DropTable;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class SqlStatementsTest {
    private static String shown(SqlColumn c) {
        return c.name()
                + " "
                + c.type()
                + (c.nullable() ? "" : " !")
                + (c.primaryKey() ? " PK" : "")
                + (c.unique() ? " U" : "")
                + (c.identity() ? " ID" : "")
                + c.defaultValue().map(d -> " =" + d).orElse("")
                + c.references().map(r -> " ->" + shown(r)).orElse("");
    }

    private static String shown(SqlReference r) {
        return r.table() + "" + r.columns() + r.onDelete();
    }

    private static String shown(SqlKey k) {
        return k.kind()
                + " "
                + k.name()
                + k.columns()
                + k.references().map(r -> " ->" + shown(r)).orElse("");
    }

    private static List<String> columns(List<SqlColumn> columns) {
        return columns.stream().map(SqlStatementsTest::shown).toList();
    }

    private static List<String> keys(List<SqlKey> keys) {
        return keys.stream().map(SqlStatementsTest::shown).toList();
    }

    @Test
    void readsSqlServer() {
        String sql =
                """
                IF NOT EXISTS (SELECT * FROM sys.objects WHERE name = N'Order')
                BEGIN
                CREATE TABLE [dbo].[Order](
                    [Id] [int] IDENTITY(1,1) NOT NULL,
                    [Name] [nvarchar](400) NULL, -- a, b
                    [Total] decimal(18, 4) NOT NULL CONSTRAINT [DF] DEFAULT ((0)),
                    [Kind] [dbo].[Kind] NOT NULL,
                    [Sum] AS ([Total] * 2),
                 CONSTRAINT [PK_Order] PRIMARY KEY CLUSTERED ([Id] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY]
                ) ON [PRIMARY]
                END
                GO
                ALTER TABLE [dbo].[Order] WITH CHECK ADD CONSTRAINT [FK_C] FOREIGN KEY([CustomerId])
                REFERENCES [dbo].[Customer] ([Id]) ON DELETE CASCADE
                GO
                ALTER TABLE [dbo].[Order] CHECK CONSTRAINT [FK_C]
                GO
                ALTER TABLE [Order] ADD [A] int NOT NULL DEFAULT 1, [B] bit NULL
                GO
                ALTER TABLE [Order] ALTER COLUMN [Name] nvarchar(max) NOT NULL
                CREATE UNIQUE NONCLUSTERED INDEX [IX] ON [dbo].[Order] ([Name] DESC, [Total]) INCLUDE ([B])
                CREATE TABLE #t (x int)
                DROP TABLE [dbo].[Old]
                GO
                """;
        SqlStatements read = SqlStatements.of(sql);
        assertThat(read.passedOver()).isZero();
        CreateTable order = read.statements(CreateTable.class).get(0);
        assertThat(order.table()).isEqualTo(new SqlName("dbo", "Order"));
        assertThat(columns(order.columns()))
                .containsExactly(
                        "Id [int] ! PK ID",
                        "Name [nvarchar](400)",
                        "Total decimal(18, 4) ! =((0))",
                        "Kind [dbo].[Kind] !",
                        "Sum ");
        assertThat(keys(order.keys())).containsExactly("PRIMARY PK_Order[Id]");
        assertThat(order.primaryKey()).containsExactly("Id");
        assertThat(sql.substring(order.span().start(), order.span().end()))
                .startsWith("CREATE TABLE [dbo]")
                .endsWith("ON [PRIMARY]\n)");
        SqlColumn name = order.columns().get(1);
        assertThat(sql.substring(name.span().start(), name.span().end()))
                .isEqualTo("[Name] [nvarchar](400) NULL");
        List<AlterTable> alters = read.statements(AlterTable.class);
        assertThat(alters).hasSize(3);
        assertThat(keys(alters.get(0).keys()))
                .containsExactly("FOREIGN FK_C[CustomerId] ->dbo.Customer[Id]CASCADE");
        assertThat(columns(alters.get(1).added())).containsExactly("A int ! =1", "B bit");
        assertThat(columns(alters.get(2).altered())).containsExactly("Name nvarchar(max) !");
        CreateIndex index = read.statements(CreateIndex.class).get(0);
        assertThat(shown(index.key())).isEqualTo("UNIQUE IX[Name, Total]");
        assertThat(read.statements(CreateTable.class)).hasSize(1);
        assertThat(read.statements(DropTable.class))
                .extracting(drop -> drop.table().toString())
                .containsExactly("dbo.Old");
    }

    @Test
    void readsPostgres() {
        SqlStatements read =
                SqlStatements.of(
                        """
                        CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN; CREATE TABLE no (a int); $body$ LANGUAGE plpgsql;
                        CREATE TABLE IF NOT EXISTS public."Order" (
                            id bigserial PRIMARY KEY,
                            name character varying(40) COLLATE "C" DEFAULT 'a''b;'::character varying NOT NULL,
                            at timestamp with time zone DEFAULT now(),
                            tags text[] NOT NULL DEFAULT '{}',
                            owner uuid REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION,
                            key text UNIQUE,
                            n bigint GENERATED ALWAYS AS IDENTITY,
                            UNIQUE (name, at),
                            CHECK (n > 0),
                            CONSTRAINT fk FOREIGN KEY (key, n) REFERENCES other
                        );
                        CREATE INDEX CONCURRENTLY IF NOT EXISTS ix ON public."Order" USING btree (lower(name), at DESC) WHERE n > 0;
                        ALTER TABLE ONLY public.a ADD CONSTRAINT pk PRIMARY KEY (id);
                        ALTER TABLE a ADD COLUMN IF NOT EXISTS b int NOT NULL, DROP COLUMN c, ALTER COLUMN d TYPE bigint, ALTER COLUMN e SET NOT NULL;
                        ALTER TABLE a RENAME TO z;
                        ALTER TABLE a OWNER TO root;
                        DROP TABLE IF EXISTS x, y CASCADE;
                        """);
        assertThat(read.passedOver()).isZero();
        CreateTable order = read.statements(CreateTable.class).get(0);
        assertThat(read.statements(CreateTable.class)).hasSize(1);
        assertThat(columns(order.columns()))
                .containsExactly(
                        "id bigserial ! PK ID",
                        "name character varying(40) ! ='a''b;'::",
                        "at timestamp with time zone =now()",
                        "tags text[] ! ='{}'",
                        "owner uuid ->users[id]SET NULL",
                        "key text U",
                        "n bigint ID");
        assertThat(keys(order.keys()))
                .containsExactly(
                        "UNIQUE [name, at]", "CHECK [n > 0]", "FOREIGN fk[key, n] ->other[]");
        assertThat(shown(read.statements(CreateIndex.class).get(0).key()))
                .isEqualTo("INDEX ix[lower(name), at]");
        List<AlterTable> alters = read.statements(AlterTable.class);
        assertThat(keys(alters.get(0).keys())).containsExactly("PRIMARY pk[id]");
        assertThat(columns(alters.get(1).added())).containsExactly("b int !");
        assertThat(alters.get(1).dropped()).containsExactly("c");
        assertThat(columns(alters.get(1).altered())).containsExactly("d bigint");
        assertThat(alters.get(2).renamedTo()).contains(new SqlName("", "z"));
        assertThat(alters).hasSize(3);
        assertThat(read.statements(DropTable.class)).hasSize(2);
    }

    @Test
    void readsMySqlSqliteAndOracle() {
        SqlStatements read =
                SqlStatements.of(
                        """
                        # dump
                        DROP TABLE IF EXISTS `item`;
                        /*!40101 SET character_set_client = utf8 */;
                        CREATE TABLE `item` (
                          `id` int(11) unsigned NOT NULL AUTO_INCREMENT COMMENT 'it\\'s, id',
                          `kind` enum('a','b') DEFAULT NULL,
                          `at` datetime ON UPDATE CURRENT_TIMESTAMP NOT NULL,
                          PRIMARY KEY (`id`),
                          UNIQUE KEY `u` (`kind`(10),`at`),
                          KEY `k` (`at`) USING BTREE,
                          CONSTRAINT `fk` FOREIGN KEY (`kind`) REFERENCES `kinds` (`id`)
                        ) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8;
                        INSERT INTO item VALUES ('create table no (a int)');
                        ALTER TABLE item CHANGE COLUMN `a` `b` varchar(3) NOT NULL, ADD INDEX `i` (`b`), MODIFY c int;
                        create table plain (id integer primary key autoincrement, anything, "two words" text not null)
                        CREATE TABLE T ( ID NUMBER(10,0) DEFAULT S.NEXTVAL NOT NULL ENABLE, NAME VARCHAR2(20 CHAR), CONSTRAINT P PRIMARY KEY (ID) USING INDEX TABLESPACE X ENABLE )
                        /
                        ALTER TABLE T ADD ( A NUMBER, B DATE NOT NULL );
                        CREATE TABLE open (a int, b
                        ;
                        CREATE INDEX;
                        CREATE TABLE copy AS SELECT * FROM T;
                        """);
        List<CreateTable> tables = read.statements(CreateTable.class);
        assertThat(tables).extracting(t -> t.table().name()).containsExactly("item", "plain", "T");
        assertThat(columns(tables.get(0).columns()))
                .containsExactly(
                        "id int(11) unsigned ! PK ID", "kind enum('a','b') =NULL", "at datetime !");
        assertThat(keys(tables.get(0).keys()))
                .containsExactly(
                        "PRIMARY [id]",
                        "UNIQUE u[kind, at]",
                        "INDEX k[at]",
                        "FOREIGN fk[kind] ->kinds[id]");
        assertThat(columns(tables.get(1).columns()))
                .containsExactly("id integer ! PK ID", "anything ", "two words text !");
        assertThat(columns(tables.get(2).columns()))
                .containsExactly("ID NUMBER(10,0) ! PK =S.NEXTVAL", "NAME VARCHAR2(20 CHAR)");
        List<AlterTable> alters = read.statements(AlterTable.class);
        assertThat(columns(alters.get(0).altered())).containsExactly("b varchar(3) !", "c int");
        assertThat(keys(alters.get(0).keys())).containsExactly("INDEX i[b]");
        assertThat(columns(alters.get(1).added())).containsExactly("A NUMBER", "B DATE !");
        assertThat(read.passedOver()).as("the open table and the empty index").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a\n",
                "[a",
                "\\'\n",
                "'\\",
                "$a",
                "(",
                "create table a (",
                "alter table a add b int, ",
                "create table a (b int);",
                "\"",
                "`",
                "/*",
                "create ",
                "drop table a,",
                "# ",
                "a,",
                "--",
                "create index a on b (c, "
            })
    void takesLinearTime(String piece) {
        String text = piece.repeat(1_500_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SqlStatements.of(text));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> SqlStatements.of("create table a (" + text));
        StringBuilder dollars = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            dollars.append("$a").append(i).append("$ ");
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> SqlStatements.of(dollars.toString()));
    }

    @Test
    void neverFailsWhateverAFileHolds() {
        String[] pieces = {
            "create ",
            "table ",
            "alter ",
            "add ",
            "drop ",
            "index ",
            "on ",
            "(",
            ")",
            ",",
            ";",
            "a ",
            "[b] ",
            "primary key ",
            "foreign key ",
            "references ",
            "not null ",
            "default ",
            "'x' ",
            "constraint ",
            "column ",
            "check ",
            "unique ",
            "key ",
            "-",
            ".",
            "[",
            "]",
            "$$",
            "1 ",
            "change ",
            "modify ",
            "rename to ",
            "set ",
            "type "
        };
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text =
                    new StringBuilder(round % 2 == 0 ? "create table a (" : "alter table a ");
            for (int i = random.nextInt(25); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            for (SqlStatement statement : SqlStatements.of(text.toString()).statements()) {
                assertThat(statement.span().end())
                        .as(text.toString())
                        .isLessThanOrEqualTo(text.length());
            }
        }
    }
}
