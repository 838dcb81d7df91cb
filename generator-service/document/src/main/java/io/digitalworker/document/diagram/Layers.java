package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which node stands in which layer, and in which order (after Sugiyama): edges that close a circle are
 * turned, layers are longest paths, an edge over several layers gets a bend in each, and barycentres
 * put neighbours side by side.
 */
final class Layers {
    private static final int SWEEPS = 8;

    /** A node of the diagram, or the bend of an edge. */
    record Place(int node, int edge) {
        boolean isBend() {
            return node < 0;
        }
    }

    /**
     * An edge as the layers have it.
     *
     * @param turned whether it points against the layers
     * @param way its places, from the first layer on; of a loop, the node alone
     */
    record Way(Edge edge, boolean turned, List<Place> way) {}

    private final Diagram diagram;
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final boolean[] turned;
    private final int[] layer;
    private final List<List<Place>> layers = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    Layers(Diagram diagram) {
        this.diagram = diagram;
        diagram.nodes().forEach(node -> index.put(node.id(), index.size()));
        turned = new boolean[diagram.edges().size()];
        layer = new int[index.size()];
        turnCircles();
        longestPaths();
        fill();
        order();
    }

    List<List<Place>> layers() {
        return layers;
    }

    List<Way> ways() {
        return ways;
    }

    private int from(int edge) {
        Edge e = diagram.edges().get(edge);
        return index.getOrDefault(turned[edge] ? e.to() : e.from(), 0);
    }

    private int to(int edge) {
        Edge e = diagram.edges().get(edge);
        return index.getOrDefault(turned[edge] ? e.from() : e.to(), 0);
    }

    private void turnCircles() {
        int[] state = new int[index.size()];
        for (int node = 0; node < state.length; node++) {
            visit(node, state);
        }
    }

    private void visit(int node, int[] state) {
        if (state[node] != 0) {
            return;
        }
        state[node] = 1;
        for (int edge = 0; edge < turned.length; edge++) {
            if (!turned[edge] && from(edge) == node && to(edge) != node) {
                int next = to(edge);
                if (state[next] == 1) {
                    turned[edge] = true;
                } else {
                    visit(next, state);
                }
            }
        }
        state[node] = 2;
    }

    private void longestPaths() {
        for (int round = 0; round < layer.length; round++) {
            for (int edge = 0; edge < turned.length; edge++) {
                if (from(edge) != to(edge)) {
                    layer[to(edge)] = Math.max(layer[to(edge)], layer[from(edge)] + 1);
                }
            }
        }
        // a source stands as near to what it leads to as it can
        for (int node = 0; node < layer.length; node++) {
            int nearest = Integer.MAX_VALUE;
            boolean source = true;
            for (int edge = 0; edge < turned.length; edge++) {
                source &= to(edge) != node;
                if (from(edge) == node) {
                    nearest = Math.min(nearest, layer[to(edge)] - 1);
                }
            }
            if (source && nearest < Integer.MAX_VALUE) {
                layer[node] = nearest;
            }
        }
    }

    private void fill() {
        int last = 0;
        for (int each : layer) {
            last = Math.max(last, each);
        }
        for (int i = 0; i <= last; i++) {
            layers.add(new ArrayList<>());
        }
        for (int node = 0; node < layer.length; node++) {
            layers.get(layer[node]).add(new Place(node, -1));
        }
        for (int edge = 0; edge < turned.length; edge++) {
            List<Place> way = new ArrayList<>(List.of(new Place(from(edge), -1)));
            for (int between = layer[from(edge)] + 1; between < layer[to(edge)]; between++) {
                Place bend = new Place(-1 - between, edge);
                layers.get(between).add(bend);
                way.add(bend);
            }
            if (from(edge) != to(edge)) {
                way.add(new Place(to(edge), -1));
            }
            ways.add(new Way(diagram.edges().get(edge), turned[edge], List.copyOf(way)));
        }
    }

    private void order() {
        List<List<Place>> best = copy();
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                sort(down ? i : layers.size() - 1 - i, down);
            }
            long now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        for (int i = 0; i < best.size(); i++) {
            layers.set(i, best.get(i));
        }
    }

    private List<List<Place>> copy() {
        List<List<Place>> copy = new ArrayList<>();
        layers.forEach(each -> copy.add(new ArrayList<>(each)));
        return copy;
    }

    private Map<Place, Integer> positions() {
        Map<Place, Integer> positions = new HashMap<>();
        for (List<Place> each : layers) {
            for (int i = 0; i < each.size(); i++) {
                positions.put(each.get(i), i);
            }
        }
        return positions;
    }

    private void sort(int number, boolean down) {
        Map<Place, Integer> positions = positions();
        Map<Place, double[]> sums = new HashMap<>();
        for (Way way : ways) {
            for (int i = 0; i + 1 < way.way().size(); i++) {
                Place own = way.way().get(down ? i + 1 : i);
                Place other = way.way().get(down ? i : i + 1);
                double[] sum = sums.computeIfAbsent(own, any -> new double[2]);
                sum[0] += positions.getOrDefault(other, 0);
                sum[1]++;
            }
        }
        layers.get(number)
                .sort(
                        Comparator.comparingDouble(
                                place -> {
                                    double[] sum = sums.get(place);
                                    return sum == null
                                            ? positions.getOrDefault(place, 0)
                                            : sum[0] / sum[1];
                                }));
    }

    private long crossings() {
        Map<Place, Integer> positions = positions();
        Map<Integer, List<int[]>> steps = new HashMap<>();
        for (Way way : ways) {
            int at = way.way().isEmpty() ? 0 : layer[way.way().get(0).node()];
            for (int i = 0; i + 1 < way.way().size(); i++) {
                steps.computeIfAbsent(at + i, any -> new ArrayList<>())
                        .add(
                                new int[] {
                                    positions.getOrDefault(way.way().get(i), 0),
                                    positions.getOrDefault(way.way().get(i + 1), 0)
                                });
            }
        }
        long crossings = 0;
        for (List<int[]> each : steps.values()) {
            for (int i = 0; i < each.size(); i++) {
                for (int j = i + 1; j < each.size(); j++) {
                    int left = Integer.compare(each.get(i)[0], each.get(j)[0]);
                    int right = Integer.compare(each.get(i)[1], each.get(j)[1]);
                    crossings += left * right < 0 ? 1 : 0;
                }
            }
        }
        return crossings;
    }
}
