/** S3: S3Proxy over the file system. */
@NullMarked
package io.digitalworker.local.cloud.objects;

import org.jspecify.annotations.NullMarked;
