package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.fact.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a gateway's path says of its parameters. */
final class AwsPaths {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]{1,100})}");

    private AwsPaths() {}

    static List<Input> parameters(String path) {
        List<Input> inputs = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(path);
        while (matcher.find()) {
            inputs.add(new Input(matcher.group(1), "path", "string", true));
        }
        return inputs;
    }
}
