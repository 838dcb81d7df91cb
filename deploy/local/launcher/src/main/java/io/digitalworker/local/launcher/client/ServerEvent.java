package io.digitalworker.local.launcher.client;

/**
 * A message of an event stream.
 *
 * @param name {@code message} where it has none
 */
public record ServerEvent(String name, String data) {}
