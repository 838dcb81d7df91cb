/** What models cost, and what a job may spend on them (docs/adr/0016-reserve-call-settle.md). */
@NullMarked
package io.digitalworker.generator.budget;

import org.jspecify.annotations.NullMarked;
