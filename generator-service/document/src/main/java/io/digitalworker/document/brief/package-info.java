/** What a section is to be written from: facts, and the code that fits each feature. */
@NullMarked
package io.digitalworker.document.brief;

import org.jspecify.annotations.NullMarked;
