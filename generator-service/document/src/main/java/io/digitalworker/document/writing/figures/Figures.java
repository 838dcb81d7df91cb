package io.digitalworker.document.writing.figures;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import java.util.List;

/**
 * Figures of what the code shows, for the features asked for; empty when there is nothing to show. Each
 * edge names the facts that say so. A diagram that is too large for a page comes as several.
 */
public final class Figures {
    private Figures() {}

    /** Controllers, services, stores, queues and other systems of the features, and who uses whom. */
    public static List<Block.Figure> components(Material material) {
        return ComponentFigures.of(material);
    }

    /** The entities of the features with their key fields and relations. */
    public static List<Block.Figure> entities(Material material) {
        return EntityFigures.of(material);
    }

    /**
     * What happens, step by step, at the endpoints that the features are about.
     *
     * @param atMost how many
     */
    public static List<Block.Figure> sequences(Material material, int atMost) {
        return SequenceFigures.of(material, atMost);
    }

    /**
     * The states of fields that the features have to do with, and what leads from one to another; none of
     * fields with so many that a table tells more.
     *
     * @param atMost of how many fields
     */
    public static List<Block.Figure> states(Material material, int atMost) {
        return StateFigures.of(material, atMost);
    }

    /** The same of the one field that the features' own code sets most; none if it sets none. */
    public static List<Block.Figure> statesOfUse(Material material) {
        return Transitions.isNear(material) ? StateFigures.of(material, 1) : List.of();
    }

    /** What runs where, as far as the archive declares it. */
    public static List<Block.Figure> deployment(Material material) {
        return DeploymentFigures.of(material);
    }
}
