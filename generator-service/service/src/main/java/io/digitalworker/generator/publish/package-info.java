/** The last stage: the files of a job become its artifact set. */
@NullMarked
package io.digitalworker.generator.publish;

import org.jspecify.annotations.NullMarked;
