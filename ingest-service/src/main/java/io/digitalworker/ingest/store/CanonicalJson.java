package io.digitalworker.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON whose bytes depend on the content alone: sorted fields, no white space, UTF-8. */
final class CanonicalJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private CanonicalJson() {}

    static byte[] of(Record value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked record can always be written", e);
        }
    }
}
