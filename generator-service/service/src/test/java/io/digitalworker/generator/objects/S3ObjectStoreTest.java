package io.digitalworker.generator.objects;

import io.digitalworker.api.ObjectRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class S3ObjectStoreTest {
    private static final ObjectRef ARCHIVE =
            new ObjectRef("in", "job-1/archive.zip", "0".repeat(64), 3);
    @TempDir Path directory;
    private final RecordingS3 s3 = new RecordingS3();

    @Test
    void putsIntoTheOutputBucketAsTheBucketEncrypts() {
        store(Optional.empty()).store("job-1/1/srs.md", "text/markdown", "text".getBytes(UTF_8));

        PutObjectRequest put = s3.puts.get(0);
        assertThat(put.bucket()).isEqualTo("out");
        assertThat(put.key()).isEqualTo("job-1/1/srs.md");
        assertThat(put.contentType()).isEqualTo("text/markdown");
        assertThat(put.contentDisposition()).as("shown by no site").isEqualTo("attachment");
        assertThat(put.serverSideEncryption()).as("left to the bucket").isNull();
        assertThat(s3.bodies).containsExactly("text");
    }

    @Test
    void encryptsWithTheKeyThatIsConfigured() {
        store(Optional.of("arn:key")).store("job-1/1/srs.md", "text/markdown", new byte[0]);

        PutObjectRequest put = s3.puts.get(0);
        assertThat(put.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
        assertThat(put.ssekmsKeyId()).isEqualTo("arn:key");
    }

    @Test
    void tellsThatAnObjectIsNotThere() {
        s3.fault = NoSuchKeyException.builder().statusCode(404).build();

        assertThat(store(Optional.empty()).fetch(ARCHIVE, directory.resolve("a"))).isFalse();
    }

    @Test
    void doesNotTakeAMissingBucketForAMissingObject() {
        s3.fault = NoSuchBucketException.builder().statusCode(404).build();

        assertThatThrownBy(() -> store(Optional.empty()).fetch(ARCHIVE, directory.resolve("a")))
                .as("the job's input may well be there")
                .isInstanceOf(NoSuchBucketException.class);
    }

    private S3ObjectStore store(Optional<String> kmsKeyArn) {
        return new S3ObjectStore(s3, "out", kmsKeyArn);
    }

    /** Keeps what it is sent; answers with {@code fault}. */
    private static final class RecordingS3 implements S3Client {
        final List<PutObjectRequest> puts = new ArrayList<>();
        final List<String> bodies = new ArrayList<>();
        RuntimeException fault = new IllegalStateException("no fault set");

        @Override
        public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
            puts.add(request);
            try {
                byte[] bytes = body.contentStreamProvider().newStream().readAllBytes();
                bodies.add(new String(bytes, UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return PutObjectResponse.builder().build();
        }

        @Override
        public <T> T getObject(
                GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> to) {
            throw fault;
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }
}
