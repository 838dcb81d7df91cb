/** What a code base depends on, from the manifests and lock files of its package managers. */
@NullMarked
package io.digitalworker.facts.framework.dependency;

import org.jspecify.annotations.NullMarked;
