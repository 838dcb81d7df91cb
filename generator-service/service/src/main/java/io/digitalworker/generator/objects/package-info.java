/** The object store, as this service needs it (design §4.6). */
@NullMarked
package io.digitalworker.generator.objects;

import org.jspecify.annotations.NullMarked;
