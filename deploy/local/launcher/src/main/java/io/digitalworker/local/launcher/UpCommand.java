package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.installation.Installation;
import io.digitalworker.local.launcher.terminal.Console;
import io.digitalworker.local.process.CloudEndpoints;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything and keeps it up. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Keeps the API and the embedded cloud up until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    @Mixin private final InstallationOptions options = new InstallationOptions();
    private final Console console;

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (Running running = Running.start(options, console)) {
            tellWhereEverythingIs(running.installation());
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private void tellWhereEverythingIs(Installation installation) {
        CloudEndpoints cloud = installation.cloud().endpoints();
        console.line("  page     " + installation.api() + "/");
        console.line("  submit   POST " + installation.api() + "/v1/generate-spec");
        console.line("  status   GET  " + installation.api() + "/v1/job-status/{jobId}");
        console.line("  SQS " + cloud.sqs() + "  S3 " + cloud.s3());
        console.line("  DynamoDB " + cloud.dynamodb() + "  EventBridge, SNS " + cloud.events());
        console.line("  region eu-west-1, access key local, secret locallocal");
        console.line("  logs in " + installation.logs());
        console.line("Ctrl-C ends everything.");
    }
}
