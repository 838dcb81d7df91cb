package io.digitalworker.ingest.store;

import io.digitalworker.api.ObjectRef;

/** Where a submission lies now. */
public record StoredSource(ObjectRef archive, ObjectRef descriptor, ObjectRef options) {}
