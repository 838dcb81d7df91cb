package io.digitalworker.facts.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;

import static io.digitalworker.facts.fuzz.Repeated.joined;
import static io.digitalworker.facts.fuzz.Repeated.lines;

/** OpenAPI, GraphQL, templates and SQL whose references lead back to themselves. */
final class CyclicDeclarations {
    private CyclicDeclarations() {}

    static Map<String, Map<String, String>> trees() {
        Map<String, Map<String, String>> trees = new LinkedHashMap<>();
        trees.put("schemas that refer to each other", openApi());
        trees.put("types of a GraphQL schema", Map.of("schema.graphql", graphQl()));
        trees.put("a template's parameters of each other", Map.of("template.yaml", template()));
        trees.put("an API's resources below each other", Map.of("api.yaml", resources()));
        trees.put("a service's variables of each other", serverless());
        trees.put("tables and views of each other", Map.of("schema.sql", sql()));
        trees.put("models of a Prisma schema", Map.of("schema.prisma", prisma()));
        trees.put("change logs that include each other", changeLogs());
        trees.put(
                "aliases of aliases", Map.of("openapi.yaml", aliases(), "template.yml", aliases()));
        return trees;
    }

    private static Map<String, String> openApi() {
        String schemas =
                lines(
                        12,
                        i ->
                                "    S%d:\n      type: object\n      allOf:\n%s      properties:\n%s"
                                        .formatted(
                                                i,
                                                lines(
                                                        12,
                                                        j ->
                                                                "        - $ref: '#/components/schemas/S"
                                                                        + j
                                                                        + "'"),
                                                lines(
                                                        24,
                                                        j ->
                                                                "        p%d: {type: array, items: {$ref: '#/components/schemas/S%d'}}"
                                                                        .formatted(j, j % 12))));
        return Map.of(
                "openapi.yaml",
                "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths:\n  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}\n  /x:\n    get:\n      parameters:\n        - $ref: '#/components/parameters/P'\n        - {name: q, in: query, schema: {$ref: '#/components/schemas/S0'}}\n      requestBody: {content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/S0'}, {$ref: '#/components/schemas/S1'}]}}}}\n      responses: {'200': {description: d, content: {application/json: {schema: {allOf: [{$ref: '#/components/schemas/S1'}, {type: array, items: {$ref: 'other.yaml#/x'}}]}}}}}\ncomponents:\n  parameters:\n    P: {$ref: '#/components/parameters/P'}\n  schemas:\n"
                        + schemas,
                "other.yaml",
                "x: {$ref: 'openapi.yaml#/components/schemas/S0'}\n");
    }

    private static String graphQl() {
        return lines(
                12,
                i ->
                        "interface I%1$d implements %2$s { %3$s }\nextend type Query { q%1$d(a: N%1$d): I%1$d }\ninput N%1$d { %4$s }\nunion U%1$d = %5$s\nfragment F%1$d on I%1$d { %6$s }"
                                .formatted(
                                        i,
                                        joined(" & ", 12, j -> "I" + j),
                                        joined(
                                                " ",
                                                12,
                                                j -> "f%1$d(a: N%1$d): [I%1$d!]".formatted(j)),
                                        joined(" ", 12, j -> "n%1$d: N%1$d!".formatted(j)),
                                        joined(" | ", 12, j -> "U" + j),
                                        joined(" ", 12, j -> "...F" + j)));
    }

    private static String template() {
        String parameters =
                lines(
                        12,
                        i ->
                                "  P%d:\n    Type: String\n    Default: !Sub '%s'"
                                        .formatted(
                                                i,
                                                joined(
                                                        "",
                                                        12,
                                                        j -> "${P%1$d}${P%1$d}".formatted(j))));
        String values =
                joined(
                        ", ",
                        12,
                        i ->
                                "V%d: !Join ['', [%s]]"
                                        .formatted(
                                                i,
                                                joined(
                                                        ", ",
                                                        12,
                                                        j ->
                                                                "!Ref P%1$d, !Sub '${P%1$d}'"
                                                                        .formatted(j))));
        return "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nParameters:\n"
                + parameters
                + "Conditions:\n  C: !And [!Condition C, !Condition C]\nMappings:\n  M: {a: {b: !FindInMap [M, a, b]}}\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      FunctionName: !Sub ['${V0}${V1}${V2}${V3}', {"
                + values
                + "}]\n      Timeout: !Ref P0\n      Handler: !Join ['', [!Ref P1, !Ref P2, !Sub '${P3}${P4}']]\n      Environment: {Variables: {A: !Ref P5, B: !If [C, !Ref P6, !Ref P7]}}\n      Events: {E: {Type: Api, Properties: {Path: !Sub '${P8}${P9}', Method: !Ref P10}}}\n  T:\n    Type: AWS::DynamoDB::Table\n    Properties: {TableName: !Sub '${P1}-${P2}-${T}', KeySchema: [{AttributeName: !Ref P3, KeyType: HASH}]}\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {QueueName: !GetAtt Q.QueueName, RedrivePolicy: {deadLetterTargetArn: !GetAtt Q.Arn, maxReceiveCount: !Ref P0}}\n";
    }

    private static String resources() {
        return "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n"
                + lines(
                        12,
                        i ->
                                "  R%1$d:\n    Type: AWS::ApiGateway::Resource\n    Properties: {ParentId: !Ref R%2$d, PathPart: !Ref R%1$d, RestApiId: !Ref A}\n  M%1$d:\n    Type: AWS::ApiGateway::Method\n    Properties: {ResourceId: !Ref R%1$d, HttpMethod: GET, RestApiId: !Ref A}"
                                        .formatted(i, (i + 1) % 12));
    }

    private static Map<String, String> serverless() {
        String custom =
                lines(
                        12,
                        i ->
                                "  v%d: ${self:custom.v${self:custom.v%1$d}}%s%s"
                                        .formatted(
                                                i,
                                                joined("", 12, j -> "${self:custom.v" + j + "}"),
                                                joined(
                                                        "",
                                                        12,
                                                        j ->
                                                                "${self:custom.w%1$d, ${file(serverless.yml):custom.v%1$d}}"
                                                                        .formatted(j))));
        return Map.of(
                "serverless.yml",
                "service: s\nprovider: {name: aws, runtime: nodejs18.x, stage: '${self:provider.stage}', environment: '${file(serverless.yml):provider.environment}'}\ncustom:\n  x: ${self:custom.${self:custom.x}}\n"
                        + custom
                        + "functions:\n  - ${file(serverless.yml):functions}\n  - ${file(serverless.yml):functions}\n  - f:\n      handler: ${self:custom.v0}\n      timeout: ${self:custom.x}\n      events:\n        - http: '${self:custom.v1} ${self:custom.v2}'\n        - http: {path: '${self:custom.v3}', method: '${self:custom.x}'}\nresources:\n  - ${file(serverless.yml):resources}\n  - Resources: {T: {Type: 'AWS::DynamoDB::Table', Properties: {TableName: '${self:custom.v4}'}}}\n");
    }

    private static String sql() {
        return lines(
                12,
                i ->
                        "CREATE TABLE t%1$d (id int primary key, %2$s);\nCREATE TABLE t%1$d (LIKE t%3$d INCLUDING ALL);\nCREATE TABLE u%1$d () INHERITS (%4$s);\nCREATE VIEW w%1$d AS SELECT * FROM w%1$d, w%3$d;\nALTER TABLE t%1$d RENAME TO t%3$d;\nALTER TABLE t%3$d RENAME TO t%1$d;"
                                .formatted(
                                        i,
                                        joined(
                                                ", ",
                                                12,
                                                j ->
                                                        "c%1$d int references t%1$d (c%1$d)"
                                                                .formatted(j)),
                                        (i + 1) % 12,
                                        joined(", ", 12, j -> "u" + j)));
    }

    private static String prisma() {
        return lines(
                12,
                i ->
                        "model M%1$d {\n  id Int @id\n%2$s}\ntype T%1$d {\n%3$s}"
                                .formatted(
                                        i,
                                        lines(
                                                12,
                                                j ->
                                                        "  a%1$d M%1$d[] @relation(fields: [a%1$d], references: [a%1$d])"
                                                                .formatted(j)),
                                        lines(12, j -> "  t%1$d T%1$d".formatted(j))));
    }

    private static Map<String, String> changeLogs() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int m = 0; m < 12; m++) {
            files.put(
                    "db/changelog/c%d.yaml".formatted(m),
                    "databaseChangeLog:\n"
                            + lines(
                                    48,
                                    i ->
                                            "  - include: {file: c%d.yaml, relativeToChangelogFile: true}\n  - includeAll: {path: db/changelog}"
                                                    .formatted(i % 12))
                            + "  - changeSet: {id: 1, author: a, changes: [{createTable: {tableName: t%d, columns: [{column: {name: id, type: int}}]}}]}\n"
                                    .formatted(m));
        }
        return files;
    }

    private static String aliases() {
        return "a0: &a0 [x, x]\n"
                + lines(
                        12,
                        i ->
                                "a%1$d: &a%1$d [%2$s]\nm%1$d: &m%1$d {<<: *a%3$d, k%1$d: *a%3$d}"
                                        .formatted(i + 1, joined(", ", 3, j -> "*a" + i), i))
                + "openapi: 3.0.0\npaths: *a12\nResources: *m12\n";
    }
}
