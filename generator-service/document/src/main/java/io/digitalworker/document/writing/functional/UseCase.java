package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that starts, what happens then, and how it ends.
 *
 * @param feature that it is told under
 * @param place where it begins; of several members of one name, just the one
 * @param member that carries it out; empty for code without a name
 * @param nearness how near it is to the feature; less is nearer
 */
record UseCase(String feature, Start start, String member, Evidence place, int nearness) {
    /** Whether it was found for the feature, and not only through what it calls or is called. */
    boolean near() {
        return nearness < UseCases.LINKED_ONLY;
    }

    /** What makes it happen. */
    sealed interface Start {}

    /**
     * Somebody calls an address.
     *
     * @param addresses that lead to the same code; at least one
     * @param opening the addresses that show the form for it; may be empty
     */
    record Request(List<Endpoint> addresses, List<Endpoint> opening) implements Start {
        public Request {
            addresses = List.copyOf(addresses);
            opening = List.copyOf(opening);
        }

        /** In the order in which a user comes to them. */
        List<Endpoint> all() {
            List<Endpoint> all = new ArrayList<>(opening);
            all.addAll(addresses);
            return all;
        }

        Endpoint main() {
            return addresses.get(0);
        }
    }

    /** The system hears of something. */
    record Event(Message message) implements Start {}

    /** The clock. */
    record Timer(Schedule schedule) implements Start {}

    /** The code is there, but what leads to it is not in the archive. */
    record Unknown(Chunk code) implements Start {}
}
