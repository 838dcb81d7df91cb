package io.digitalworker.archive;

/** What the gate says of an archive: checked, and open for reading, or refused with the reason. */
public sealed interface GateResult permits CheckedArchive, Refusal {}
