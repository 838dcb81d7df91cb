package io.digitalworker.document.writing;

import io.digitalworker.document.outline.Section;
import io.digitalworker.document.writing.design.DesignArchitecture;
import io.digitalworker.document.writing.design.DesignCapacity;
import io.digitalworker.document.writing.design.DesignConfiguration;
import io.digitalworker.document.writing.design.DesignContext;
import io.digitalworker.document.writing.design.DesignContracts;
import io.digitalworker.document.writing.design.DesignData;
import io.digitalworker.document.writing.design.DesignEvents;
import io.digitalworker.document.writing.design.DesignGlossary;
import io.digitalworker.document.writing.design.DesignMigration;
import io.digitalworker.document.writing.design.DesignObservability;
import io.digitalworker.document.writing.design.DesignQualities;
import io.digitalworker.document.writing.design.DesignResilience;
import io.digitalworker.document.writing.design.DesignRisks;
import io.digitalworker.document.writing.design.DesignSecurity;
import io.digitalworker.document.writing.design.DesignSummary;
import io.digitalworker.document.writing.design.Review;
import io.digitalworker.document.writing.frame.ExecutiveSummary;
import io.digitalworker.document.writing.frame.Glossary;
import io.digitalworker.document.writing.frame.NextSteps;
import io.digitalworker.document.writing.frame.References;
import io.digitalworker.document.writing.frame.RevisionHistory;
import io.digitalworker.document.writing.functional.ActorsSection;
import io.digitalworker.document.writing.functional.ErrorsSection;
import io.digitalworker.document.writing.functional.FunctionalSummary;
import io.digitalworker.document.writing.functional.NotificationsSection;
import io.digitalworker.document.writing.functional.ObjectsSection;
import io.digitalworker.document.writing.functional.ScreensSection;
import io.digitalworker.document.writing.functional.SettingsSection;
import io.digitalworker.document.writing.functional.TextsSection;
import io.digitalworker.document.writing.functional.UseCasesSection;
import io.digitalworker.document.writing.greenfield.Assumptions;
import io.digitalworker.document.writing.greenfield.DesignDrivers;
import io.digitalworker.document.writing.greenfield.IntendedActors;
import io.digitalworker.document.writing.greenfield.IntendedConstraints;
import io.digitalworker.document.writing.greenfield.IntendedQualities;
import io.digitalworker.document.writing.greenfield.IntendedRequirements;
import io.digitalworker.document.writing.greenfield.IntendedRisks;
import io.digitalworker.document.writing.greenfield.IntendedUseCases;
import io.digitalworker.document.writing.greenfield.Intent;
import io.digitalworker.document.writing.greenfield.SubjectMatter;
import io.digitalworker.document.writing.hybrid.Completion;
import io.digitalworker.document.writing.hybrid.Deviations;
import io.digitalworker.document.writing.migration.FeatureGap;
import io.digitalworker.document.writing.migration.Gap;
import io.digitalworker.document.writing.migration.Phases;
import io.digitalworker.document.writing.migration.Target;
import io.digitalworker.document.writing.srs.Addresses;
import io.digitalworker.document.writing.srs.Constraints;
import io.digitalworker.document.writing.srs.DataModel;
import io.digitalworker.document.writing.srs.FunctionalRequirements;
import io.digitalworker.document.writing.srs.Interfaces;
import io.digitalworker.document.writing.srs.Overview;
import io.digitalworker.document.writing.srs.Qualities;
import io.digitalworker.document.writing.srs.Traceability;
import java.util.Map;
import java.util.Optional;

/** The ways to compose a section, by the name that outlines give as its content. */
public final class Composers {
    private static final Map<String, Composer> ALL =
            Map.ofEntries(
                    Map.entry("summary", ExecutiveSummary::compose),
                    Map.entry("glossary", Glossary::compose),
                    Map.entry("references", References::compose),
                    Map.entry("next-steps", NextSteps::compose),
                    Map.entry(RevisionHistory.CONTENT, RevisionHistory::compose),
                    Map.entry("inventory", InventorySection::compose),
                    Map.entry("intent", Intent::compose),
                    Map.entry("intended-actors", IntendedActors::compose),
                    Map.entry("intended-requirements", IntendedRequirements::compose),
                    Map.entry("intended-qualities", IntendedQualities::compose),
                    Map.entry("intended-constraints", IntendedConstraints::compose),
                    Map.entry("intended-use-cases", IntendedUseCases::compose),
                    Map.entry("intended-risks", IntendedRisks::compose),
                    Map.entry("subject-matter", SubjectMatter::compose),
                    Map.entry("assumptions-of-intent", Assumptions::compose),
                    Map.entry("design-drivers", DesignDrivers::compose),
                    Map.entry("kept-parts", Completion::kept),
                    Map.entry("deviations", Deviations::compose),
                    Map.entry("migration-target", Target::compose),
                    Map.entry("migration-gap", Gap::compose),
                    Map.entry("feature-gap", FeatureGap::compose),
                    Map.entry("migration-phases", Phases::compose),
                    Map.entry("functional-summary", FunctionalSummary::compose),
                    Map.entry("actors", ActorsSection::compose),
                    Map.entry("use-cases", UseCasesSection::compose),
                    Map.entry("screens", ScreensSection::compose),
                    Map.entry("objects", ObjectsSection::compose),
                    Map.entry("texts", TextsSection::compose),
                    Map.entry("settings", SettingsSection::compose),
                    Map.entry("errors", ErrorsSection::compose),
                    Map.entry("notifications", NotificationsSection::compose),
                    Map.entry("srs-overview", Overview::compose),
                    Map.entry("requirements", FunctionalRequirements::compose),
                    Map.entry("srs-qualities", Qualities::compose),
                    Map.entry("srs-data", DataModel::compose),
                    Map.entry("srs-addresses", Addresses::compose),
                    Map.entry("srs-interfaces", Interfaces::compose),
                    Map.entry("srs-constraints", Constraints::compose),
                    Map.entry("traceability", Traceability::compose),
                    Map.entry("design-summary", DesignSummary::compose),
                    Map.entry("design-context", DesignContext::compose),
                    Map.entry("design-qualities", DesignQualities::compose),
                    Map.entry("design-risks", DesignRisks::compose),
                    Map.entry("design-architecture", DesignArchitecture::compose),
                    Map.entry("design-data", DesignData::compose),
                    Map.entry("design-contracts", DesignContracts::compose),
                    Map.entry("design-events", DesignEvents::compose),
                    Map.entry("design-security", DesignSecurity::compose),
                    Map.entry("design-resilience", DesignResilience::compose),
                    Map.entry("design-observability", DesignObservability::compose),
                    Map.entry("design-configuration", DesignConfiguration::compose),
                    Map.entry("design-capacity", DesignCapacity::compose),
                    Map.entry("design-migration", DesignMigration::compose),
                    Map.entry("design-glossary", DesignGlossary::compose),
                    Map.entry(ClosingSections.REVIEW, Review::compose),
                    Map.entry(ClosingSections.REVIEW_STEPS, ClosingSections::nextSteps),
                    Map.entry("questions", ClosingSections::questions),
                    Map.entry("completeness", ClosingSections::completeness));

    private Composers() {}

    /** The way to compose a section; empty if there is none of that name. */
    public static Optional<Composer> of(Section section) {
        return Optional.ofNullable(ALL.get(section.content()));
    }
}
