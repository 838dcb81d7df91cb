/**
 * A double of Bedrock's operation Converse: scripted answers and faults, and a history of every call that
 * outside checkers read. Never a dependency of a service.
 */
@NullMarked
package io.digitalworker.local.model;

import org.jspecify.annotations.NullMarked;
