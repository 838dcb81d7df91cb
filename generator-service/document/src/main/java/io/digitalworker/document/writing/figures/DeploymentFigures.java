package io.digitalworker.document.writing.figures;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.prose.Block;
import io.digitalworker.facts.fact.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.digitalworker.document.writing.figures.Names.text;

/** Declared resources and what they send to or read from. */
final class DeploymentFigures {
    private DeploymentFigures() {}

    static List<Block.Figure> of(Material material) {
        List<Resource> resources =
                material.facts().all(Resource.class).stream()
                        .filter(DeploymentFigures::isInfrastructure)
                        .toList();
        Map<String, Resource> declared = new HashMap<>();
        resources.forEach(resource -> declared.putIfAbsent(resource.name(), resource));
        Sketch sketch = new Sketch();
        for (Resource resource : resources) {
            for (String target : resource.targets()) {
                Resource other = declared.getOrDefault(target, resource);
                box(sketch, resource, resource.name());
                box(sketch, other, target);
                sketch.arrow(resource.name(), target, "uses", resource);
            }
        }
        return sketch.figures(
                "deployment",
                Kind.DEPLOYMENT,
                text(
                        "What the archive declares that sends to or reads from another, and what"
                                + " that is; the rest stands in the tables"));
    }

    /** Types of infrastructure are written with their provider, as in {@code AWS::SQS::Queue}. */
    private static boolean isInfrastructure(Resource resource) {
        return resource.type().contains("::");
    }

    private static void box(Sketch sketch, Resource resource, String name) {
        boolean itself = resource.name().equals(name) && !resource.type().isEmpty();
        sketch.box(
                name,
                Names.fact(resource, name),
                "",
                itself ? List.of(Names.fact(resource, resource.type())) : List.of());
    }
}
