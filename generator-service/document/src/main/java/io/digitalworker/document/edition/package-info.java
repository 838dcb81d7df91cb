/** What has been asked of documents since their first draft: data that writers and verification read. */
@NullMarked
package io.digitalworker.document.edition;

import org.jspecify.annotations.NullMarked;
