package io.digitalworker.local.launcher.installation;

/** The services, and what their processes are given here. */
public enum Service {
    INGEST("ingest-service", "ingest", 0, 160),
    GENERATOR("generator-service/service", "generator", 1, 320),
    NOTIFIER("notifier-service", "notifier", 2, 96),
    CLEANUP("cleanup-service", "cleanup", 3, 96);

    private final String module;
    private final String label;
    private final int portOffset;
    private final int heapMegabytes;

    Service(String module, String label, int portOffset, int heapMegabytes) {
        this.module = module;
        this.label = label;
        this.portOffset = portOffset;
        this.heapMegabytes = heapMegabytes;
    }

    public String label() {
        return label;
    }

    String module() {
        return module;
    }

    int portOffset() {
        return portOffset;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }
}
