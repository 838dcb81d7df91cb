package io.digitalworker.generator.objects;

import io.digitalworker.api.ObjectRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Objects in memory. Remembers what was asked for, and lets a test act just before a request. */
public final class FakeObjectStore implements ObjectStore {
    /** What a test does before a request is served; may throw what the store would throw. */
    public interface Before {
        void request() throws IOException;
    }

    private final Map<String, byte[]> input = new ConcurrentHashMap<>();
    private final Map<String, byte[]> output = new ConcurrentHashMap<>();
    private final Map<String, String> contentTypes = new ConcurrentHashMap<>();
    private final Map<String, Before> before = new ConcurrentHashMap<>();
    private final List<String> history = new ArrayList<>();

    public void hold(String key, byte[] content) {
        input.put(key, content);
    }

    public void lose(String key) {
        input.remove(key);
    }

    /** {@code request} is {@code fetch}, {@code load} or {@code store} with the last part of the key. */
    public void before(String request, Before action) {
        before.put(request, action);
    }

    /** Requests in their order, such as {@code fetch archive.zip}. */
    public synchronized List<String> history() {
        return List.copyOf(history);
    }

    /** What has been stored, by key. */
    public Map<String, byte[]> stored() {
        return new TreeMap<>(output);
    }

    public String contentType(String key) {
        return contentTypes.get(key);
    }

    @Override
    public boolean fetch(ObjectRef object, Path file) throws IOException {
        served("fetch " + last(object.key()));
        byte[] content = input.get(object.key());
        if (content == null) {
            return false;
        }
        Files.write(file, content);
        return true;
    }

    @Override
    public void store(String key, String contentType, byte[] content) throws IOException {
        served("store " + last(key));
        output.put(key, content);
        contentTypes.put(key, contentType);
    }

    @Override
    public Optional<byte[]> load(String key) throws IOException {
        served("load " + last(key));
        return Optional.ofNullable(output.get(key));
    }

    private void served(String request) throws IOException {
        synchronized (this) {
            history.add(request);
        }
        Before action = before.get(request);
        if (action != null) {
            action.request();
        }
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
