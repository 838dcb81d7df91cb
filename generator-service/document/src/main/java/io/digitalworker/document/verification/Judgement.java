package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Sentence;
import java.util.List;

/**
 * What becomes of a sentence that a model wrote.
 *
 * @param sentence of the class that it has earned
 * @param faults for which it is taken out; empty if it stays
 */
record Judgement(Sentence sentence, List<Fault> faults) {
    Judgement {
        faults = List.copyOf(faults);
    }
}
