package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Drawing.Anchor;
import io.digitalworker.document.diagram.Layers.Place;
import io.digitalworker.document.diagram.Layers.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Boxes in layers, arrows in the gaps between them. Everything is reckoned along the layers' direction
 * (a) and across it (c); a picture from top to bottom is one from left to right with both exchanged.
 */
final class LayeredLayout {
    private static final double GAP = 14;
    private static final double BEND = 6;
    private static final double PORT = 9;
    private static final double CHANNEL = 34;
    private static final int SWEEPS = 6;
    private static final int STAGGERED = 3;

    private final Diagram diagram;
    private final boolean across;
    private final List<NodeBox> boxes = new ArrayList<>();
    private final Layers layers;
    private final double[] start;
    private final double[] depth;
    private final Map<Place, Integer> layerOf = new HashMap<>();
    private final Map<Place, Double> centre = new HashMap<>();
    private final Map<Place, Double> breadth = new HashMap<>();
    private final Canvas canvas = new Canvas();

    private LayeredLayout(Diagram diagram, int length, boolean across) {
        this.diagram = diagram;
        this.across = across;
        boolean rounded = diagram.kind() == Diagram.Kind.STATES;
        diagram.nodes().forEach(node -> boxes.add(NodeBox.of(node, length, rounded)));
        this.layers = new Layers(diagram);
        this.start = new double[layers.layers().size()];
        this.depth = new double[layers.layers().size()];
    }

    static Drawing of(Diagram diagram, int length, boolean across) {
        LayeredLayout layout = new LayeredLayout(diagram, length, across);
        layout.measure();
        layout.place();
        layout.draw();
        return layout.canvas.finished(diagram.proposed());
    }

    private void measure() {
        Map<Place, Double> ports = ports();
        for (int i = 0; i < layers.layers().size(); i++) {
            for (Place place : layers.layers().get(i)) {
                layerOf.put(place, i);
                double need = BEND;
                if (!place.isBend()) {
                    NodeBox box = boxes.get(place.node());
                    need = Math.max(across ? box.h() : box.w(), ports.getOrDefault(place, 0.0));
                    depth[i] = Math.max(depth[i], across ? box.w() : box.h());
                }
                breadth.put(place, need);
            }
        }
        for (int i = 1; i < start.length; i++) {
            start[i] = start[i - 1] + depth[i - 1] + channel(i - 1);
        }
    }

    /** How broad a box must be for the arrows at it, and, one beside the other, for their words. */
    private Map<Place, Double> ports() {
        Map<Place, Double> out = new HashMap<>();
        Map<Place, Double> in = new HashMap<>();
        for (Way way : layers.ways()) {
            boolean beside = !across && !label(way).isEmpty();
            double width = TypeSetting.width(label(way), Canvas.SMALL, false) + 6;
            out.merge(way.way().get(0), beside ? width : PORT, Double::sum);
            in.merge(way.way().get(way.way().size() - 1), PORT, Double::sum);
        }
        in.forEach((place, need) -> out.merge(place, need, Math::max));
        return out;
    }

    /** Wide enough for the words on the arrows that start there. */
    private double channel(int layer) {
        double widest = 0;
        int labels = 0;
        for (Way way : layers.ways()) {
            if (layerOf.getOrDefault(way.way().get(0), -1) == layer && !label(way).isEmpty()) {
                widest = Math.max(widest, TypeSetting.width(label(way), Canvas.SMALL, false));
                labels++;
            }
        }
        if (across) {
            return CHANNEL + (widest > 0 ? widest - 18 : 0);
        }
        return CHANNEL + Math.min(labels, STAGGERED) * Canvas.SMALL * Canvas.LEADING;
    }

    private String label(Way way) {
        return diagram.words(way.edge());
    }

    private void place() {
        for (List<Place> layer : layers.layers()) {
            double at = 0;
            for (Place place : layer) {
                double size = breadth.getOrDefault(place, BEND);
                centre.put(place, at + size / 2);
                at += size + GAP;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < start.length; i++) {
                settle(layers.layers().get(down ? i : start.length - 1 - i), sweep, down);
            }
        }
    }

    /** Moves the places of a layer towards their neighbours and keeps their order and distance. */
    private void settle(List<Place> layer, int sweep, boolean down) {
        Map<Place, double[]> wishes = new HashMap<>();
        boolean both = sweep >= SWEEPS - 2;
        for (Way way : layers.ways()) {
            for (int i = 0; i + 1 < way.way().size(); i++) {
                Place first = way.way().get(i);
                Place second = way.way().get(i + 1);
                if (down || both) {
                    wish(wishes, second, first);
                }
                if (!down || both) {
                    wish(wishes, first, second);
                }
            }
        }
        double[] wanted = new double[layer.size()];
        double[] at = new double[layer.size()];
        double off = 0;
        for (int i = 0; i < at.length; i++) {
            double[] wish = wishes.get(layer.get(i));
            wanted[i] = wish == null ? centre.getOrDefault(layer.get(i), 0.0) : wish[0] / wish[1];
            at[i] = i == 0 ? wanted[i] : Math.max(wanted[i], at[i - 1] + apart(layer, i));
            off += at[i] - wanted[i];
        }
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] -= off / at.length;
        }
        for (int i = 0; i < at.length; i++) {
            centre.put(layer.get(i), at[i]);
        }
    }

    private void wish(Map<Place, double[]> wishes, Place own, Place other) {
        double[] wish = wishes.computeIfAbsent(own, any -> new double[2]);
        wish[0] += centre.getOrDefault(other, 0.0);
        wish[1]++;
    }

    private double apart(List<Place> layer, int i) {
        double own = breadth.getOrDefault(layer.get(i), BEND);
        double before = breadth.getOrDefault(layer.get(i - 1), BEND);
        return (own + before) / 2 + GAP;
    }

    private void draw() {
        for (List<Place> layer : layers.layers()) {
            for (Place place : layer) {
                if (!place.isBend()) {
                    box(place);
                }
            }
        }
        IdentityHashMap<Way, Double> from = spread(true);
        IdentityHashMap<Way, Double> to = spread(false);
        Map<Integer, Integer> labels = new HashMap<>();
        for (Way way : layers.ways()) {
            if (way.way().size() == 1) {
                loop(way);
            } else {
                arrow(way, from.getOrDefault(way, 0.0), to.getOrDefault(way, 0.0), labels);
            }
        }
    }

    private void box(Place place) {
        NodeBox box = boxes.get(place.node());
        int layer = layerOf.getOrDefault(place, 0);
        double size = breadth.getOrDefault(place, 0.0);
        double c = centre.getOrDefault(place, 0.0) - size / 2;
        double a = start[layer];
        if (across) {
            box.draw(canvas, a, c, depth[layer], size);
        } else {
            box.draw(canvas, c, a, size, box.h());
        }
    }

    /** Where at its box each arrow starts or ends: side by side, in the order of where they lead. */
    private IdentityHashMap<Way, Double> spread(boolean starts) {
        Map<Place, List<Way>> atPlace = new LinkedHashMap<>();
        for (Way way : layers.ways()) {
            if (way.way().size() > 1) {
                Place place = way.way().get(starts ? 0 : way.way().size() - 1);
                atPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(way);
            }
        }
        IdentityHashMap<Way, Double> at = new IdentityHashMap<>();
        atPlace.forEach(
                (place, ways) -> {
                    ways.sort(
                            Comparator.comparingDouble(
                                    way -> centre.getOrDefault(next(way, starts), 0.0)));
                    double size = breadth.getOrDefault(place, 0.0);
                    double first = centre.getOrDefault(place, 0.0) - size / 2;
                    for (int i = 0; i < ways.size(); i++) {
                        at.put(ways.get(i), first + size * (i + 0.5) / ways.size());
                    }
                });
        return at;
    }

    private static Place next(Way way, boolean starts) {
        return way.way().get(starts ? 1 : way.way().size() - 2);
    }

    private void arrow(Way way, double from, double to, Map<Integer, Integer> labels) {
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {edge(way.way().get(0), true), from});
        for (Place bend : way.way().subList(1, way.way().size() - 1)) {
            int layer = layerOf.getOrDefault(bend, 0);
            double c = centre.getOrDefault(bend, 0.0);
            points.add(new double[] {start[layer], c});
            points.add(new double[] {start[layer] + depth[layer], c});
        }
        points.add(new double[] {edge(way.way().get(way.way().size() - 1), false), to});
        double stub = words(way, points.get(0), labels);
        leave(way, points, stub);
        boolean dashed = way.edge().kind().equals("heuristic");
        for (int i = 0; i + 1 < points.size(); i++) {
            boolean head = way.turned() ? i == 0 : i + 2 == points.size();
            double[] a = points.get(way.turned() ? i + 1 : i);
            double[] b = points.get(way.turned() ? i : i + 1);
            line(a, b, dashed, head);
        }
    }

    /** An arrow leaves the layer of its box, and the place of its words, before it slants. */
    private void leave(Way way, List<double[]> points, double stub) {
        int first = layerOf.getOrDefault(way.way().get(0), 0);
        double leave = start[first] + depth[first] + stub;
        if (points.get(0)[0] < leave - 0.5) {
            points.add(1, new double[] {leave, points.get(0)[1]});
        }
    }

    private double edge(Place place, boolean far) {
        int layer = layerOf.getOrDefault(place, 0);
        double size = across ? depth[layer] : boxes.get(place.node()).h();
        return start[layer] + (far ? size : 0);
    }

    /** Writes the words beside the beginning of the arrow; returns how far it is to run straight for them. */
    private double words(Way way, double[] at, Map<Integer, Integer> labels) {
        String label = label(way);
        if (label.isEmpty()) {
            return 0;
        }
        if (across) {
            canvas.text(at[0] + 3, at[1] - 2, label, Canvas.SMALL, false, Anchor.START);
            return TypeSetting.width(label, Canvas.SMALL, false) + 4;
        }
        int layer = layerOf.getOrDefault(way.way().get(0), 0);
        int number = labels.merge(layer, 1, Integer::sum);
        double down = (number % STAGGERED + 1) * Canvas.SMALL * Canvas.LEADING;
        double y = start[layer] + depth[layer] + down;
        canvas.text(at[1] + 3, y, label, Canvas.SMALL, false, Anchor.START);
        return down + 2;
    }

    private void line(double[] a, double[] b, boolean dashed, boolean head) {
        if (across) {
            canvas.line(a[0], a[1], b[0], b[1], dashed, head);
        } else {
            canvas.line(a[1], a[0], b[1], b[0], dashed, head);
        }
    }

    private void loop(Way way) {
        Place place = way.way().get(0);
        double a = edge(place, true);
        double c = centre.getOrDefault(place, 0.0) + breadth.getOrDefault(place, 0.0) / 2 - 12;
        boolean dashed = way.edge().kind().equals("heuristic");
        line(new double[] {a, c}, new double[] {a + 12, c}, dashed, false);
        line(new double[] {a + 12, c}, new double[] {a + 12, c + 8}, dashed, false);
        line(new double[] {a + 12, c + 8}, new double[] {a, c + 8}, dashed, true);
        words(way, new double[] {a + (across ? 14 : 0), c}, new HashMap<>());
    }
}
