package io.digitalworker.facts.source;

import java.util.Locale;

/** Why a file of the archive is no part of the source tree. */
public enum Exclusion {
    /** Pictures, fonts, libraries and anything else that is not text. */
    BINARY,
    /** Other people's code: package directories and build output. */
    VENDORED,
    /** Written by a tool, by name or by a mark in its first lines. */
    GENERATED,
    /** Scripts and style sheets packed into few long lines. */
    MINIFIED,
    /** Text longer than {@link SourceTree#MAX_FILE_BYTES}. */
    OVER_SIZE,
    /** Text in an encoding that could not be told. */
    UNDECODABLE,
    /** An archive within the archive; it is not opened. */
    NESTED_ARCHIVE,
    /** Nothing but secrets, such as a key store; counted by rule among what was redacted too. */
    SECRETS,
    /** Text of a kind that no reader here knows. */
    UNKNOWN_KIND;

    /** The name in {@code facts.json}, such as {@code over-size}. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
