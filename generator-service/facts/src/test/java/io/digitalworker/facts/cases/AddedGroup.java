package io.digitalworker.facts.cases;

import java.util.regex.Pattern;

/** Puts a router between an application and the router that it takes in. */
final class AddedGroup {
    private static final Pattern FASTAPI =
            Pattern.compile(
                    "(?m)^([ \\t]*)(\\w+)\\.include_router\\((\\w+)(, prefix=[^\\n]*)?\\)$");
    private static final Pattern EXPRESS =
            Pattern.compile("(?m)^([ \\t]*)app\\.use\\((\\w*[rR]out\\w*)\\);$");

    private AddedGroup() {}

    static Archive of(Archive archive) {
        return Mutations.each(AddedGroup::change).of(archive);
    }

    private static String change(String path, String text) {
        if (path.endsWith(".py")) {
            return FASTAPI.matcher(text)
                    .replaceAll(
                            "$1from fastapi import APIRouter as MutatedRouter\n"
                                    + "$1mutated_group = MutatedRouter()\n"
                                    + "$1mutated_group.include_router($3)\n"
                                    + "$1$2.include_router(mutated_group$4)");
        }
        if (!text.contains("express") || !path.matches(".*\\.[tj]s")) {
            return text;
        }
        String after =
                EXPRESS.matcher(text)
                        .replaceAll(
                                "$1const mutatedGroup = MutatedRouter();\n"
                                        + "$1mutatedGroup.use($2);\n"
                                        + "$1app.use(mutatedGroup);");
        return after.equals(text)
                ? text
                : "import { Router as MutatedRouter } from 'express';\n" + after;
    }
}
