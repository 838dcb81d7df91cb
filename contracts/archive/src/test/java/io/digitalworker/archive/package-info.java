/** Archives made by code, benign and hostile, and what the gate says of them. */
package io.digitalworker.archive;
