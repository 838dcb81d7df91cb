package io.digitalworker.local.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Counts the requests that a job causes, and lets somebody die at one of them. Requests that only look
 * for something to do are passed over, but for the one that brings a message.
 */
final class KillSwitch implements CloudProxy.Watch {
    enum Moment {
        BEFORE,
        AFTER
    }

    /** The {@code occurrence}-th request of a kind since the switch was set, from 1. */
    record Point(String service, String operation, int occurrence, Moment moment) {
        @Override
        public String toString() {
            return "%s %s %s #%d"
                    .formatted(
                            moment == Moment.BEFORE ? "before" : "after",
                            service,
                            operation,
                            occurrence);
        }
    }

    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Point> seen = new ArrayList<>();
    private Point armed;
    private Runnable kill = () -> {};
    private CountDownLatch struck = new CountDownLatch(1);

    /** From now on: count afresh, and run {@code kill} at the point. */
    synchronized void arm(Point point, Runnable kill) {
        counts.clear();
        seen.clear();
        armed = point;
        this.kill = kill;
        struck = new CountDownLatch(1);
    }

    /** From now on: count afresh, and kill nobody. */
    synchronized void record() {
        arm(null, () -> {});
    }

    /**
     * Nobody dies any more.
     *
     * @return whether somebody had died already
     */
    synchronized boolean disarm() {
        boolean spent = armed == null;
        armed = null;
        return spent;
    }

    /** The points passed since the switch was set, each before and after. */
    synchronized List<Point> seen() {
        return List.copyOf(seen);
    }

    /** Opens when the kill was done. */
    synchronized CountDownLatch struck() {
        return struck;
    }

    @Override
    public void before(CloudCall call) {
        if (!call.isRoutine()) {
            strikeAt(call, Moment.BEFORE, count(call));
        }
    }

    @Override
    public void after(CloudCall call, HttpMessage answer) {
        if (call.operation().equals("SQS.ReceiveMessage") && answer.text().contains("\"Body\"")) {
            strikeAt(call, Moment.AFTER, count(call));
        } else if (!call.isRoutine()) {
            strikeAt(call, Moment.AFTER, counted(call));
        }
    }

    private synchronized int count(CloudCall call) {
        return counts.merge(key(call), 1, Integer::sum);
    }

    private synchronized int counted(CloudCall call) {
        return counts.getOrDefault(key(call), 0);
    }

    private void strikeAt(CloudCall call, Moment moment, int occurrence) {
        Point point = new Point(call.service(), call.operation(), occurrence, moment);
        synchronized (this) {
            if (!seen.contains(point)) {
                seen.add(point);
            }
            if (!point.equals(armed)) {
                return;
            }
            armed = null;
        }
        kill.run();
        struck().countDown();
        throw new CloudProxy.Severed();
    }

    private static String key(CloudCall call) {
        return call.service() + " " + call.operation();
    }
}
