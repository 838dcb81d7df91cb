package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.Printable;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The caller's jobs. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists your jobs, newest first; it may lag by seconds.")
public final class ListCommand extends RemoteCommand {
    private static final int PAGE = 100;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only those: ${COMPLETION-CANDIDATES}.")
    private @Nullable JobStatus status;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "1 to 100 at most (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--all", description = "All of them, page by page.")
    private boolean all;

    public ListCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(FactoryClient client) throws IOException {
        if (limit < 1 || limit > PAGE) {
            throw usage("--limit is 1 to " + PAGE + "; --all lists all of them");
        }
        ObjectNode listed = JSON.createObjectNode();
        ArrayNode jobs = listed.putArray("jobs");
        String cursor = null;
        boolean more;
        do {
            String wanted = status == null ? null : status.name();
            JsonNode page = client.list(wanted, all ? PAGE : limit, cursor);
            page.path("jobs").forEach(jobs::add);
            more = page.path("hasNext").asBoolean() && page.hasNonNull("cursor");
            cursor = more ? page.path("cursor").asText() : null;
        } while (all && more);
        listed.put("hasNext", more);
        show(jobs, more);
        document(listed);
        return DONE;
    }

    private void show(ArrayNode jobs, boolean more) {
        if (jobs.isEmpty()) {
            console().line("No jobs" + (status == null ? "" : " that are " + status));
            return;
        }
        console().line(row("JOB", "STATUS", "SUBMITTED (UTC)", "MODULE"));
        for (JsonNode job : jobs) {
            console()
                    .line(
                            row(
                                            job.path("jobId").asText(),
                                            state(job),
                                            submitted(job),
                                            job.path("moduleName").asText())
                                    + suffix(job));
        }
        if (more) {
            console().line("… and more: --all");
        }
    }

    private static String row(String job, String status, String submitted, String module) {
        return String.format(
                Locale.ROOT,
                "%-36s  %-13s  %-19s  %s",
                Printable.of(job),
                Printable.of(status),
                submitted,
                Printable.of(module));
    }

    private static String state(JsonNode job) {
        String status = job.path("status").asText();
        return status.equals(JobStatus.Running.name())
                ? status + " " + job.path("progress").asInt() + " %"
                : status;
    }

    private static String suffix(JsonNode job) {
        String code =
                job.hasNonNull("errorCode")
                        ? "  " + Printable.of(job.path("errorCode").asText())
                        : "";
        String deleted =
                job.path("deletion").path("state").asText().equals("deleted") ? "  (deleted)" : "";
        return code + deleted;
    }

    private static String submitted(JsonNode job) {
        try {
            return JobText.time(Instant.parse(job.path("submittedAt").asText()));
        } catch (DateTimeException e) {
            return "?";
        }
    }
}
