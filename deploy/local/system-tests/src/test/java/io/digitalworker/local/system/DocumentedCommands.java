package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.process.CloudEndpoints;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The commands {@code aws SERVICE OPERATION --cli-input-json file://…} of a page, sent as the AWS command line
 * sends them: the file is the request, for SNS as a form.
 */
final class DocumentedCommands {
    private static final Pattern COMMAND =
            Pattern.compile("aws (\\w+) ([a-z-]+) --cli-input-json file://(\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One of them. */
    record Command(String service, String operation, Path file) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final CloudEndpoints cloud;

    DocumentedCommands(CloudEndpoints cloud) {
        this.cloud = cloud;
    }

    /** Those of the page whose files lie in that directory, in their order. */
    static List<Command> of(Path root, String page, String directory) throws IOException {
        List<Command> commands = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(Files.readString(root.resolve(page)));
        while (matcher.find()) {
            if (matcher.group(3).startsWith(directory)) {
                commands.add(
                        new Command(
                                matcher.group(1),
                                matcher.group(2),
                                root.resolve(matcher.group(3))));
            }
        }
        return commands;
    }

    /** @param changes values of top-level members other than those in the file */
    HttpResponse<String> run(Command command, Map<String, String> changes)
            throws IOException, InterruptedException {
        ObjectNode request = (ObjectNode) JSON.readTree(Files.readString(command.file()));
        changes.forEach(request::put);
        HttpRequest.Builder sent =
                switch (command.service()) {
                    case "sqs" -> json(cloud.sqs(), "AmazonSQS", "1.0", command, request);
                    case "events" -> json(cloud.events(), "AWSEvents", "1.1", command, request);
                    case "sns" -> form(cloud.events(), command, request);
                    default -> throw new IllegalArgumentException(command.service());
                };
        return http.send(sent.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder json(
            URI address, String target, String version, Command command, JsonNode request) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-amz-json-" + version)
                .header("X-Amz-Target", target + "." + action(command))
                .POST(HttpRequest.BodyPublishers.ofString(request.toString()));
    }

    private static HttpRequest.Builder form(URI address, Command command, JsonNode request) {
        StringBuilder form = new StringBuilder("Action=" + action(command));
        for (Map.Entry<String, JsonNode> member : request.properties()) {
            int entry = 1;
            if (member.getValue().isObject()) {
                for (Map.Entry<String, JsonNode> each : member.getValue().properties()) {
                    String name = member.getKey() + ".entry." + entry++;
                    add(form, name + ".key", each.getKey());
                    add(form, name + ".value", each.getValue().asText());
                }
            } else {
                add(form, member.getKey(), member.getValue().asText());
            }
        }
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
    }

    private static void add(StringBuilder form, String name, String value) {
        form.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** {@code put-rule} is {@code PutRule}. */
    private static String action(Command command) {
        return Arrays.stream(command.operation().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
