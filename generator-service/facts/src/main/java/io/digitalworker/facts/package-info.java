/** What an archive says about itself: facts with file and lines, and {@code facts.json} (design §4.7). */
@NullMarked
package io.digitalworker.facts;

import org.jspecify.annotations.NullMarked;
