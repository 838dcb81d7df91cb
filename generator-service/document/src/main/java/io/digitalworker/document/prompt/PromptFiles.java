package io.digitalworker.document.prompt;

import java.util.List;

/** The files that prompts are made of. */
public final class PromptFiles {
    private static final List<String> NAMES =
            List.of(
                    "/prompt/answer.schema.json",
                    "/prompt/repair.md",
                    "/prompt/section.md",
                    "/prompt/sections.json",
                    "/prompt/system.md");

    private PromptFiles() {}

    /** Names of resources, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /** The version of the prompts with the start of their hash. */
    public static String version() {
        throw new UnsupportedOperationException("to follow");
    }
}
