/** Work on what strangers wrote, side by side and each piece within a time budget. */
@NullMarked
package io.digitalworker.facts.budget;

import org.jspecify.annotations.NullMarked;
