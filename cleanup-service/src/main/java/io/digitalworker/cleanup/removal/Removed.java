package io.digitalworker.cleanup.removal;

/**
 * What a removal took away.
 *
 * @param bytes their size as the bucket listed it
 */
public record Removed(int objects, long bytes) {
    public static final Removed NOTHING = new Removed(0, 0);

    public Removed and(Removed more) {
        return new Removed(objects + more.objects, bytes + more.bytes);
    }
}
