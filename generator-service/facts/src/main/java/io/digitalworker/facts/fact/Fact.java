package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/** Something that the archive's code says, with the place where it says so. */
public sealed interface Fact
        permits AccessPattern,
                Call,
                ConfigurationKey,
                Contradiction,
                DataStore,
                Dependency,
                Endpoint,
                Entity,
                ExternalCall,
                Lifecycle,
                LocalizationKey,
                Mark,
                Message,
                Permission,
                Resource,
                Schedule,
                Service,
                TestCount,
                Transition,
                Unresolved,
                Validation,
                View {
    Confidence confidence();

    Evidence evidence();
}
