/** What declared resources cost, by a dated table of list prices. */
@NullMarked
package io.digitalworker.document.pricing;

import org.jspecify.annotations.NullMarked;
