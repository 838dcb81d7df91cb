package io.digitalworker.facts.data;

/**
 * Why a structured file, or the rest of one, could not be read.
 *
 * @param line counted from 1
 * @param reason in words for people
 */
public record Unreadable(int line, String reason) {}
