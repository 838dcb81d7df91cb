package io.digitalworker.local.launcher.remote;

import io.digitalworker.api.JobAccepted;
import io.digitalworker.api.RevisionAction;
import io.digitalworker.api.RevisionAnswer;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.local.launcher.client.FactoryClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Asks for other documents of a finished job. */
@Command(
        name = "revise",
        mixinStandardHelpOptions = true,
        description = "Asks a question about a job's documents, or for other ones: a new job.")
public final class ReviseCommand extends RemoteCommand {
    @Parameters(paramLabel = "ID", description = "The job whose documents are meant.")
    private String jobId = "";

    @Option(
            names = "--action",
            required = true,
            paramLabel = "ACTION",
            converter = Action.class,
            description =
                    "answer (a question: --message), revise (--message, --answer), detail, simplify"
                            + " (perhaps --section), approve.")
    private @Nullable RevisionAction action;

    @Option(
            names = "--message",
            paramLabel = "TEXT",
            description = "A question or an instruction in your words.")
    private @Nullable String message;

    @Option(
            names = "--answer",
            paramLabel = "Q-ID=TEXT",
            description = "Answer to an open question of report.json; may be repeated.")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Option(
            names = "--section",
            paramLabel = "ID",
            description = "A section that is meant; may be repeated.")
    private List<String> sections = new ArrayList<>();

    @Option(names = "--idempotency-key", paramLabel = "KEY", description = "As for submit.")
    private @Nullable String key;

    @Mixin private final Waiting waiting = new Waiting();

    public ReviseCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(FactoryClient client) throws IOException {
        List<RevisionAnswer> given = new ArrayList<>();
        answers.forEach((question, text) -> given.add(new RevisionAnswer(question, text)));
        RevisionRequest revision =
                new RevisionRequest(action == null ? null : action.key(), message, given, sections);
        if (!revision.faults().isEmpty()) {
            StringBuilder faults = new StringBuilder("This revision says too much or too little:");
            revision.faults()
                    .forEach(
                            each ->
                                    faults.append("\n  ")
                                            .append(each.field())
                                            .append(' ')
                                            .append(each.message()));
            throw usage(faults.toString());
        }
        JobAccepted accepted =
                client.revise(jobId, revision, key == null ? around().ids().get() : key);
        console().line(console().good("✓") + " Accepted as job " + accepted.jobId());
        if (waiting.isWanted()) {
            return new EndOfJob(this, client)
                    .await(accepted.jobId(), waiting.timeout(), waiting.out());
        }
        console().line("  follow it: " + next("wait " + accepted.jobId()));
        document(JSON.valueToTree(accepted));
        return DONE;
    }

    /** By key, as the API names them. */
    static final class Action implements ITypeConverter<RevisionAction> {
        @Override
        public RevisionAction convert(String value) {
            return RevisionAction.find(value)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'"
                                                    + value
                                                    + "' is none of answer, revise, detail,"
                                                    + " simplify, approve"));
        }
    }
}
