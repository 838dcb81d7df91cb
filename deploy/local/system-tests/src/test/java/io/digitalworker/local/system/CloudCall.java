package io.digitalworker.local.system;

import java.util.Locale;

/**
 * One request of a service to the cloud.
 *
 * @param service who made it
 * @param operation such as {@code DynamoDB.TransactWriteItems} or {@code S3.PutObject}
 */
record CloudCall(String service, String operation, HttpMessage request) {

    static CloudCall of(String service, String endpoint, HttpMessage request) {
        return new CloudCall(service, operation(endpoint, request), request);
    }

    /** What looks whether something is due or waiting, again and again, whether or not there is a job. */
    boolean isRoutine() {
        return operation.equals("SQS.ReceiveMessage")
                || operation.equals("SQS.GetQueueUrl")
                || operation.equals("DynamoDB.DescribeTable")
                || operation.equals("DynamoDB.Query") && request.text().contains("DueIndex");
    }

    private static String operation(String endpoint, HttpMessage request) {
        String target = request.header("x-amz-target");
        if (target != null) {
            String service = target.startsWith("AWSEvents") ? "EventBridge" : endpoint;
            return service + target.substring(target.lastIndexOf('.'));
        }
        if (endpoint.equals("S3")) {
            return "S3." + s3Operation(request);
        }
        for (String pair : request.text().split("&")) {
            if (pair.startsWith("Action=")) {
                return "SNS." + pair.substring("Action=".length());
            }
        }
        return endpoint + ".?";
    }

    private static String s3Operation(HttpMessage request) {
        String[] line = request.start().split(" ");
        String path = line[1].replaceFirst("\\?.*", "");
        boolean object = path.indexOf('/', 1) > 0 && path.indexOf('/', 1) < path.length() - 1;
        String verb = line[0].toUpperCase(Locale.ROOT);
        if (line[1].contains("?delete") || line[1].contains("&delete")) {
            return "DeleteObjects";
        }
        return switch (verb) {
            case "PUT" -> "PutObject";
            case "HEAD" -> object ? "HeadObject" : "HeadBucket";
            case "DELETE" -> "DeleteObject";
            default -> object ? "GetObject" : "ListObjects";
        };
    }
}
