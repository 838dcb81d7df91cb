/** Python: FastAPI, Django, Flask and smaller web frameworks, object mappers, validation, tasks. */
@NullMarked
package io.digitalworker.facts.framework.python;

import org.jspecify.annotations.NullMarked;
