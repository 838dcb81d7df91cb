package io.digitalworker.archive;

/**
 * A file of a checked archive.
 *
 * @param path relative, names separated by {@code /}, without {@code .}, {@code ..}, empty names and
 *     control characters, in Unicode NFC; unique in the archive even where case does not count
 * @param size exact number of bytes that {@link CheckedArchive#read} gives
 */
public record CheckedEntry(String path, long size) {}
