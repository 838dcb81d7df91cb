package io.digitalworker.document.edition;

import io.digitalworker.document.outline.Detail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The documents of a job after the revisions so far: what of these is to be seen in them. With the same
 * source an edition makes the same documents, so that nothing of its base need be kept.
 *
 * @param begun when the root job was submitted
 * @param detail of whole documents
 * @param details of single sections, where it is another one
 * @param answers by the id of the question
 * @param requests in the order in which they came
 * @param history in its order
 */
public record Edition(
        Instant begun,
        Detail detail,
        Map<Place, Detail> details,
        Map<String, String> answers,
        List<Request> requests,
        List<Change> history) {
    public Edition {
        Objects.requireNonNull(begun, "begun");
        Objects.requireNonNull(detail, "detail");
        details = Collections.unmodifiableMap(new TreeMap<>(details));
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        requests = List.copyOf(requests);
        history = List.copyOf(history);
    }

    /** The documents as a job first makes them. */
    public static Edition first(Instant begun, Detail detail) {
        return new Edition(begun, detail, Map.of(), Map.of(), List.of(), List.of());
    }

    /** How much is told at a place. */
    public Detail detail(Place place) {
        return details.getOrDefault(place, detail);
    }

    /** What is asked of a place. */
    public List<Request> requests(Place place) {
        return requests.stream().filter(request -> request.places().contains(place)).toList();
    }

    /** When the documents were last changed. */
    public Instant date() {
        return history.isEmpty() ? begun : history.get(history.size() - 1).at();
    }

    public EditionStatus status() {
        return EditionStatus.after(history);
    }

    /** The same with other details. */
    public Edition told(Detail whole, Map<Place, Detail> single) {
        return new Edition(begun, whole, single, answers, requests, history);
    }

    /** The same with answers; a later one to the same question counts. */
    public Edition answered(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(answers);
        all.putAll(more);
        return new Edition(begun, detail, details, all, requests, history);
    }

    /** The same with a request. */
    public Edition asked(Request request) {
        List<Request> all = new ArrayList<>(requests);
        all.add(request);
        return new Edition(begun, detail, details, answers, all, history);
    }

    /** The same with a line more in its history. */
    public Edition after(Change change) {
        List<Change> all = new ArrayList<>(history);
        all.add(change);
        return new Edition(begun, detail, details, answers, requests, all);
    }
}
