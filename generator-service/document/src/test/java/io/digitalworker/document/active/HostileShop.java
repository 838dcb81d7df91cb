package io.digitalworker.document.active;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small shop in several languages that names and says each payload wherever code can: in names of
 * files, comments, strings, routes, tables, columns, settings, messages, resources.
 */
final class HostileShop {
    private HostileShop() {}

    static Map<String, String> files(List<String> payloads) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"></Project>");
        files.put(
                "java/Customer.java",
                "package shop; import jakarta.persistence.*; @Entity public class Customer { @Id Long id; String name; }");
        files.put(
                "java/OrderStatus.java",
                "package shop; public enum OrderStatus { NEW, PAID, SENT }");
        StringBuilder settings = new StringBuilder("{");
        StringBuilder tables = new StringBuilder();
        StringBuilder template = new StringBuilder("Resources:\n");
        StringBuilder paths = new StringBuilder("openapi: 3.0.0\npaths:\n");
        for (int i = 0; i < payloads.size(); i++) {
            String payload = payloads.get(i);
            files.put("src/Orders" + i + "Controller.cs", controller(i, payload));
            files.put("java/Order" + i + ".java", entity(i, payload));
            files.put("web/order" + i + ".ts", nest(i, payload));
            files.put("names/" + fileName(payload) + i + ".cs", "class FileNamed" + i + " {}");
            settings.append(i == 0 ? "" : ",").append(quoted("Orders" + i + payload)).append(":{");
            settings.append(quoted(payload)).append(":true}");
            tables.append("CREATE TABLE \"orders").append(i).append(payload.replace("\"", "\"\""));
            tables.append("\" (\"").append(payload.replace("\"", "\"\"")).append("\" INT);\n");
            template.append("  Orders").append(i).append(":\n    Type: AWS::DynamoDB::Table\n");
            template.append("    Properties:\n      TableName: ").append(quoted(payload));
            template.append("\n      KeySchema:\n        - AttributeName: ");
            template.append(quoted(payload)).append("\n          KeyType: HASH\n");
            paths.append("  ")
                    .append(quoted("/orders" + i + "/" + payload))
                    .append(":\n    get:\n");
            paths.append("      summary: ").append(quoted(payload)).append('\n');
            paths.append("      operationId: ").append(quoted(payload)).append('\n');
        }
        files.put("appsettings.json", settings.append('}').toString());
        files.put("db/schema.sql", tables.toString());
        files.put("template.yaml", template.toString());
        files.put("openapi.yaml", paths.toString());
        return files;
    }

    private static String controller(int i, String payload) {
        String name = "Orders" + i;
        return """
                using Microsoft.AspNetCore.Authorization;
                using Microsoft.AspNetCore.Mvc;
                namespace Shop;
                /// <summary>%s orders %d are listed %s</summary>
                [ApiController]
                [Route(%s)]
                public class %sController : ControllerBase {
                    /* %s */
                    /// <summary>Lists orders. %s</summary>
                    [HttpGet(%s)]
                    [Authorize(Roles = %s)]
                    public string Get([FromQuery(Name = %s)] string id) {
                        var sent = configuration[%s];
                        logger.LogInformation(%s);
                        return %s;
                    }
                }
                """
                .formatted(
                        comment(payload),
                        i,
                        comment(payload),
                        quoted("orders" + i),
                        name,
                        comment(payload),
                        comment(payload),
                        quoted("list/" + payload),
                        quoted(payload),
                        quoted(payload),
                        quoted(payload),
                        quoted(payload),
                        quoted(payload));
    }

    private static String entity(int i, String payload) {
        return """
                package shop;
                import jakarta.persistence.*;
                import jakarta.validation.constraints.NotNull;
                import org.springframework.kafka.annotation.KafkaListener;
                /** Order %d. %s */
                @Entity
                @Table(name = %s)
                public class Order%d {
                    @Id Long id;
                    @Column(name = %s) @NotNull(message = %s)
                    String note;
                    @ManyToOne Customer customer;
                    @Enumerated(EnumType.STRING) OrderStatus status = OrderStatus.NEW;
                    @KafkaListener(topics = %s)
                    void on(String message) {
                        if (status == OrderStatus.NEW) { status = OrderStatus.PAID; }
                    }
                }
                """
                .formatted(
                        i,
                        comment(payload),
                        quoted("o" + i + payload),
                        i,
                        quoted(payload),
                        quoted(payload),
                        quoted(payload));
    }

    private static String nest(int i, String payload) {
        return """
                import { Controller, Post, Query } from '@nestjs/common';
                // %s
                @Controller(%s)
                export class Web%dController {
                  /** Order %d. %s */
                  @Post(%s)
                  create(@Query(%s) note: string) { return process.env[%s] + %s; }
                }
                """
                .formatted(
                        comment(payload),
                        quoted("web" + i),
                        i,
                        i,
                        comment(payload),
                        quoted(payload),
                        quoted(payload),
                        quoted(payload),
                        quoted(payload));
    }

    /** A string of C-like languages, JSON and YAML. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case 0 -> quoted.append("\\u0000");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String comment(String text) {
        return text.replace("*/", "* /").replace('\n', ' ').replace('\r', ' ');
    }

    /** As much of it as a path may hold. */
    private static String fileName(String text) {
        String name = text.replaceAll("[/\\\\\\p{Cc}\u202e\u202c]", "_").strip();
        return name.substring(0, Math.min(80, name.length()));
    }
}
