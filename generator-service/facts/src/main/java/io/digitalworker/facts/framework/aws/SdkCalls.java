package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import java.util.List;
import java.util.Locale;

/**
 * Calls of the AWS SDKs in JavaScript (2 and 3), Python, Java and .NET: how tables are read and written,
 * and what is published to EventBridge, SNS and SQS. A table or channel that comes from the environment
 * is the resource that a template gives the variable, else its name in braces. (SNS and SQS of Python
 * are with the other Python clients.)
 */
public final class SdkCalls implements Framework {
    private static final List<String> SIGNS =
            List.of("aws-sdk", "boto3", "awssdk", "amazonaws", "amazon.", "dynamo");
    private static final String[] WORDS = {
        "TableName",
        "tableName",
        "withTableName",
        "Table",
        "DetailType",
        "detailType",
        "withDetailType",
        "TopicArn",
        "topicArn",
        "withTopicArn",
        "QueueUrl",
        "queueUrl",
        "withQueueUrl",
        "KeyConditionExpression",
        "DynamoDBContext",
        "IDynamoDBContext",
        "DynamoDbTable",
        "DynamoDBMapper",
        "RequestItems",
        "TransactItems",
        "put_item",
        "get_item",
        "update_item",
        "delete_item",
        "PublishRequest",
        "SendMessageRequest"
    };

    @Override
    public void extract(CodeBase code, Findings findings) {
        Environment environment = null;
        for (Dialect dialect :
                List.of(Dialect.SCRIPT, Dialect.PYTHON, Dialect.JAVA, Dialect.CSHARP)) {
            for (CodeFile file : code.filesWith(dialect, WORDS)) {
                if (isTest(file.path()) || !mentionsAws(file)) {
                    continue;
                }
                environment = environment == null ? Environment.of(code) : environment;
                SdkTexts texts = new SdkTexts(code, environment);
                DynamoCalls tables = new DynamoCalls(code, texts, findings);
                Publishing publishing = new Publishing(code, texts, findings);
                Sites.visit(
                        file,
                        (expression, scope, member) -> {
                            tables.visit(expression, scope, member);
                            publishing.visit(expression, scope, member);
                        });
            }
        }
    }

    private static boolean mentionsAws(CodeFile file) {
        String text = file.text().toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(text::contains);
    }

    static boolean isTest(String path) {
        String lower = "/" + path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        return lower.contains("/test/")
                || lower.contains("/tests/")
                || lower.contains("/__tests__/")
                || lower.contains(".test.")
                || lower.contains(".spec.")
                || name.startsWith("test_");
    }
}
