/** A double of an OpenID Connect issuer: signs whatever a test needs, the wrong things as well. */
@NullMarked
package io.digitalworker.local.issuer;

import org.jspecify.annotations.NullMarked;
