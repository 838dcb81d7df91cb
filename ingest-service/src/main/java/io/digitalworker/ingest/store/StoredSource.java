package io.digitalworker.ingest.store;

import io.digitalworker.api.ObjectRef;
import java.util.Optional;

/** Where a submission lies now. */
public record StoredSource(
        Optional<ObjectRef> archive,
        ObjectRef descriptor,
        ObjectRef options,
        Optional<ObjectRef> existing) {}
