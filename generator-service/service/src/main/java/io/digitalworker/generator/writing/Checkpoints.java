package io.digitalworker.generator.writing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.generator.objects.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Finished sections of a job, by what they were written from: {@code
 * <jobId>/work/<document>.<section>-<digest>.json} in the output bucket (design §4.6). Equal work has equal
 * names, so that no fence is needed. What is absent or cannot be read is written again.
 */
final class Checkpoints {
    private static final Logger LOG = Logger.getLogger(Checkpoints.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectStore objects;
    private final List<String> jobIds;

    /** @param jobIds the job's own, then those whose sections it may take over */
    Checkpoints(ObjectStore objects, List<String> jobIds) {
        this.objects = objects;
        this.jobIds = List.copyOf(jobIds);
    }

    Optional<Checkpoint> find(String document, String section, String digest) {
        for (String jobId : jobIds) {
            Optional<Checkpoint> found =
                    read(key(jobId, document, section, digest))
                            .filter(checkpoint -> checkpoint.isOf(document, section));
            if (found.isPresent()) {
                boolean others = !jobId.equals(jobIds.get(0));
                found.filter(checkpoint -> others).ifPresent(taken -> keep(taken, digest));
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns once it is stored. */
    void keep(Checkpoint checkpoint, String digest) {
        String document = checkpoint.writing().document();
        String section = checkpoint.writing().section();
        try {
            objects.store(
                    key(jobIds.get(0), document, section, digest),
                    "application/json",
                    JSON.writeValueAsBytes(checkpoint));
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint of " + section, e);
        }
    }

    private Optional<Checkpoint> read(String key) {
        try {
            Optional<byte[]> bytes = objects.load(key);
            return bytes.isPresent()
                    ? Optional.of(JSON.readValue(bytes.get(), Checkpoint.class))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            LOG.warn("a checkpoint cannot be read; its section is written again");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint", e);
        }
    }

    private static String key(String jobId, String document, String section, String digest) {
        return jobId + "/work/" + document + "." + section + "-" + digest + ".json";
    }
}
