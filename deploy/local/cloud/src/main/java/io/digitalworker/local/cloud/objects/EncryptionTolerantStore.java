package io.digitalworker.local.cloud.objects;

import java.io.InputStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Accepts requests for server-side encryption, which the file store answers with 501, and stores
 * the object in the clear, so that production code needs no local branch.
 */
final class EncryptionTolerantStore extends ForwardingBlobStore {
    private static final @Nullable String NONE = null;

    EncryptionTolerantStore(BlobStore store) {
        super(store);
    }

    @Override
    public boolean supportsServerSideEncryption() {
        return true;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        PutObjectRequest plain =
                request.toBuilder()
                        .serverSideEncryption(NONE)
                        .ssekmsKeyId(NONE)
                        .ssekmsEncryptionContext(NONE)
                        .bucketKeyEnabled(null)
                        .build();
        return super.putBlob(plain, content).toBuilder()
                .serverSideEncryption(request.serverSideEncryption())
                .ssekmsKeyId(request.ssekmsKeyId())
                .build();
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        return super.initiateMultipartUpload(
                request.toBuilder()
                        .serverSideEncryption(NONE)
                        .ssekmsKeyId(NONE)
                        .ssekmsEncryptionContext(NONE)
                        .bucketKeyEnabled(null)
                        .build());
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectRequest plain =
                request.toBuilder()
                        .serverSideEncryption(NONE)
                        .ssekmsKeyId(NONE)
                        .ssekmsEncryptionContext(NONE)
                        .bucketKeyEnabled(null)
                        .build();
        return super.copyBlob(plain).toBuilder()
                .serverSideEncryption(request.serverSideEncryption())
                .ssekmsKeyId(request.ssekmsKeyId())
                .build();
    }
}
