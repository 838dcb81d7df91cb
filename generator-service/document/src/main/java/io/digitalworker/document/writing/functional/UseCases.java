package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.writing.functional.UseCase.Event;
import io.digitalworker.document.writing.functional.UseCase.Request;
import io.digitalworker.document.writing.functional.UseCase.Start;
import io.digitalworker.document.writing.functional.UseCase.Timer;
import io.digitalworker.document.writing.functional.UseCase.Unknown;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The use cases of all features; each is told under the feature it is nearest to. */
final class UseCases {
    private static final Pattern TESTS = Pattern.compile("(?i)(^|/)[^/]*tests?(/|\\.|$)");
    static final int LINKED_ONLY = 10_000;

    private final Material material;
    private final Map<String, UseCase> byStart = new LinkedHashMap<>();
    private final Set<String> called = new HashSet<>();

    private UseCases(Material material) {
        this.material = material;
        for (Call call : material.facts().calls()) {
            called.addAll(material.calls().targets(call));
        }
    }

    /** All of them, by feature in the descriptor's order, the nearest first. */
    static List<UseCase> of(Material material) {
        UseCases cases = new UseCases(material);
        for (FeatureEvidence feature : material.features()) {
            cases.requests(feature);
            cases.events(feature);
            cases.unknown(feature);
        }
        List<String> order = material.features().stream().map(f -> f.feature().id()).toList();
        return cases.byStart.values().stream()
                .sorted(
                        Comparator.comparingInt((UseCase each) -> order.indexOf(each.feature()))
                                .thenComparingInt(UseCase::nearness))
                .toList();
    }

    private void requests(FeatureEvidence feature) {
        Map<String, List<Endpoint>> groups = new LinkedHashMap<>();
        for (Endpoint endpoint : material.linked(feature.feature().id()).all(Endpoint.class)) {
            groups.computeIfAbsent(group(endpoint), any -> new ArrayList<>()).add(endpoint);
        }
        Forms forms = new Forms(groups.values());
        Set<String> opening = new HashSet<>();
        int rank = 0;
        for (List<Endpoint> addresses : groups.values()) {
            Endpoint main = addresses.get(0);
            List<Endpoint> form = forms.of(main);
            form.forEach(endpoint -> opening.add(group(endpoint)));
            Request request = new Request(addresses, form);
            add(
                    feature,
                    "request " + group(main),
                    request,
                    main.handler(),
                    main.evidence(),
                    rank++);
        }
        opening.forEach(group -> remove(feature, "request " + group));
    }

    /** One that shows a form is told with what the form is sent to. */
    private void remove(FeatureEvidence feature, String start) {
        UseCase found = byStart.get(start);
        if (found != null && found.feature().equals(feature.feature().id())) {
            byStart.remove(start);
        }
    }

    private static String group(Endpoint endpoint) {
        String by = endpoint.handler().isEmpty() ? endpoint.path() : endpoint.handler();
        return endpoint.method() + " " + by + " " + endpoint.evidence().id();
    }

    static boolean reads(Endpoint endpoint) {
        return endpoint.method().equals("GET") || endpoint.method().equals("HEAD");
    }

    private void events(FeatureEvidence feature) {
        String id = feature.feature().id();
        int rank = 0;
        for (Message message : material.linked(id).all(Message.class)) {
            if (message.direction().equals("consume")) {
                String start = "event " + message.name() + " " + message.handler();
                Event event = new Event(message);
                add(feature, start, event, message.handler(), message.evidence(), rank++);
            }
        }
        for (Schedule schedule : material.linked(id).all(Schedule.class)) {
            String start = "timer " + schedule.name() + " " + schedule.handler();
            Timer timer = new Timer(schedule);
            add(feature, start, timer, schedule.handler(), schedule.evidence(), rank++);
        }
    }

    /** Members found for the feature that do something, and that nothing in the archive leads to. */
    private void unknown(FeatureEvidence feature) {
        Set<String> started = new HashSet<>();
        byStart.values().forEach(each -> started.add(each.member()));
        int rank = 0;
        for (FeatureEvidence.Match match : feature.matches()) {
            Chunk chunk = match.chunk();
            boolean acts =
                    chunk.kind().equals("method")
                            && !material.calls().callsOf(chunk.symbol()).isEmpty()
                            && !TESTS.matcher(chunk.evidence().path()).find();
            if (acts
                    && !started.contains(chunk.symbol())
                    && !called.contains(chunk.symbol())
                    && !registers(chunk.evidence())) {
                String start = "member " + chunk.symbolId();
                add(feature, start, new Unknown(chunk), chunk.symbol(), chunk.evidence(), rank++);
            }
        }
    }

    /** Whether an address is told within the member: it sets up a way in and is none itself. */
    private boolean registers(Evidence member) {
        return material.facts().endpoints().stream()
                .map(Endpoint::evidence)
                .anyMatch(
                        told ->
                                told.path().equals(member.path())
                                        && told.startLine() > member.startLine()
                                        && told.endLine() <= member.endLine());
    }

    private void add(
            FeatureEvidence feature,
            String key,
            Start start,
            String member,
            Evidence place,
            int rank) {
        int nearness = nearness(feature, member, rank);
        UseCase other = byStart.get(key);
        if (other == null || nearness < other.nearness()) {
            String id = feature.feature().id();
            byStart.put(key, new UseCase(id, start, member, place, nearness));
        }
    }

    /** What was found for the feature itself comes first, then what fits it better. */
    private static int nearness(FeatureEvidence feature, String member, int rank) {
        List<FeatureEvidence.Match> matches = feature.matches();
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).chunk().symbol().equals(member)) {
                return i * 100 + (int) Math.round((1 - matches.get(i).coverage()) * 100);
            }
        }
        return LINKED_ONLY + rank;
    }
}
