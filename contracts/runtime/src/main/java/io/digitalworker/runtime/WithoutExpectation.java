package io.digitalworker.runtime;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends uploads at once, without asking by {@code Expect: 100-continue} first. The SDK's client over the
 * JDK's lets a connection that is lost while it asks escape as an {@code UncheckedIOException}, which it
 * neither repeats nor wraps like its other faults.
 */
final class WithoutExpectation implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
            Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }
}
