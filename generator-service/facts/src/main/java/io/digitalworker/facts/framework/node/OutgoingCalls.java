package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import java.util.List;

/**
 * What scripts send and do by calls of well-known packages: requests (axios, fetch, got, HttpService),
 * messages (KafkaJS, amqplib, Bull, emitters, Nest clients), jobs (node-cron).
 */
public final class OutgoingCalls implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        for (CodeFile file : code.files(Dialect.SCRIPT)) {
            boolean concerned =
                    List.of(
                                    "axios",
                                    "fetch",
                                    "got",
                                    "ky",
                                    "httpService",
                                    "HttpService",
                                    "kafkajs",
                                    "Kafka",
                                    "amqplib",
                                    "sendToQueue",
                                    "publish",
                                    "Queue",
                                    "Worker",
                                    "emit",
                                    "cron",
                                    "schedule",
                                    "subscribe",
                                    "superagent",
                                    "http")
                            .stream()
                            .anyMatch(file::mayHold);
            if (concerned && !TestFiles.is(file.path())) {
                ScriptWalk.over(
                        file,
                        (e, scope, caller) ->
                                expression(e, new ScriptSite(code, scope, caller), findings));
            }
        }
    }

    private static void expression(Expression e, ScriptSite site, Findings findings) {
        SentMessages messages = new SentMessages(site, findings);
        TimedJobs jobs = new TimedJobs(site, findings);
        if (e instanceof Call call) {
            new SentRequests(site, findings).request(call);
            messages.message(call);
            jobs.schedule(call);
        } else if (e instanceof Create create && !create.arguments().isEmpty()) {
            messages.created(create);
            jobs.created(create);
        }
    }
}
