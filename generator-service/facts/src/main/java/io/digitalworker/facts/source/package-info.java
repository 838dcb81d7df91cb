/** The redacted text of an archive; nothing after this package sees a raw byte (design §5). */
@NullMarked
package io.digitalworker.facts.source;

import org.jspecify.annotations.NullMarked;
