package io.digitalworker.api;

import java.util.Locale;

/**
 * The steps of {@code generator-service}, in their order (design §5). In ledger, events and answers a
 * stage is its {@link #key()}: readers leave alone what they do not know.
 */
public enum Stage {
    OPEN(0),
    INVENTORY(10),
    FACTS(20),
    OUTLINE(30),
    BRIEF(40),
    WRITE(50),
    VERIFY(60),
    ASSEMBLE(70),
    RENDER(80),
    PUBLISH(90);

    private final int startsAt;

    Stage(int startsAt) {
        this.startsAt = startsAt;
    }

    /** The name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Progress of a job that enters this stage, 0 to 99; a finished job has 100. */
    public int startsAt() {
        return startsAt;
    }
}
