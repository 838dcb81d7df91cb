package io.digitalworker.facts.cases;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a class of a file of its own between controllers, views or routers and their base. In Spring and
 * NestJS, where there is none, a controller's class gets a base: with its mapping, or with its handlers.
 */
final class AddedBase {
    private static final Pattern CSHARP =
            Pattern.compile("(class \\w+Controller\\s*:\\s*)(Controller|ControllerBase)\\b(?!\\.)");
    private static final Pattern PYTHON =
            Pattern.compile(
                    "(?m)^(class \\w+\\([^)\\n]*?)\\b((?:generics\\.)?"
                            + "(?:APIView|ListAPIView|RetrieveAPIView|CreateAPIView|DestroyAPIView"
                            + "|ListCreateAPIView|RetrieveUpdateAPIView|RetrieveDestroyAPIView"
                            + "|RetrieveUpdateDestroyAPIView))\\b");
    private static final Pattern FASTAPI = Pattern.compile("\\bAPIRouter\\(");
    private static final Pattern SPRING =
            Pattern.compile(
                    "(@RequestMapping\\([^\\n]*\\))\\n((?:@\\w+\\n)*)public class (\\w+) \\{");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern NESTJS =
            Pattern.compile("(@Controller\\([^\\n]*\\))\\nexport class (\\w+Controller) \\{");

    private final Map<String, String> more = new LinkedHashMap<>();
    private final Set<String> csharp = new TreeSet<>();
    private final Set<String> python = new TreeSet<>();

    private AddedBase() {}

    static Archive of(Archive archive) {
        AddedBase added = new AddedBase();
        Archive changed = Mutations.each(added::change).apply(archive);
        Map<String, byte[]> files = new LinkedHashMap<>(changed.files());
        if (!added.csharp.isEmpty()) {
            added.more.put("Mutated/Bases.cs", added.csharpBases());
        }
        if (!added.python.isEmpty()) {
            added.more.put("mutated_bases.py", added.pythonBases());
        }
        added.more.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new Archive(files);
    }

    private String change(String path, String text) {
        if (path.endsWith(".cs")) {
            return CSHARP.matcher(text)
                    .replaceAll(
                            hit -> hit.group(1) + "Mutated.Mutated" + noted(csharp, hit.group(2)));
        }
        if (path.endsWith(".java")) {
            return java(path, text);
        }
        return path.endsWith(".py") ? python(text) : path.endsWith(".ts") ? nest(path, text) : text;
    }

    private String python(String text) {
        String after =
                PYTHON.matcher(text)
                        .replaceAll(
                                hit ->
                                        hit.group(1)
                                                + "Mutated"
                                                + noted(python, simple(hit.group(2))));
        after =
                FASTAPI.matcher(after)
                        .replaceAll(hit -> "Mutated" + noted(python, "APIRouter") + "(");
        return after.equals(text) ? text : "from mutated_bases import *\n" + after;
    }

    private String java(String path, String text) {
        Matcher mapped = SPRING.matcher(text);
        Matcher named = PACKAGE.matcher(text);
        if (!mapped.find() || !named.find()) {
            return text;
        }
        String name = "Mutated" + mapped.group(3);
        String base =
                """
                package %s;

                import org.springframework.web.bind.annotation.RequestMapping;

                %s
                public abstract class %s {}
                """
                        .formatted(named.group(1), mapped.group(1), name);
        more.put(path.substring(0, path.lastIndexOf('/') + 1) + name + ".java", base);
        return mapped.replaceFirst("$2public class $3 extends " + name + " {");
    }

    /** The handlers go to a file of their own; a class with the path alone stays. */
    private String nest(String path, String text) {
        Matcher controller = NESTJS.matcher(text);
        if (!controller.find()) {
            return text;
        }
        String name = controller.group(2);
        int slash = path.lastIndexOf('/') + 1;
        String file = "mutated-" + path.substring(slash, path.length() - 3);
        more.put(
                path.substring(0, slash) + file + ".ts",
                "import { Injectable } from '@nestjs/common';\n"
                        + controller.replaceFirst(
                                "@Injectable()\nexport abstract class Mutated$2 {"));
        return """
                import { Controller } from '@nestjs/common';
                import { Mutated%2$s } from './%1$s';

                %3$s
                export class %2$s extends Mutated%2$s {}
                """
                .formatted(file, name, controller.group(1));
    }

    private static String simple(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    private static String noted(Set<String> names, String name) {
        names.add(name);
        return name;
    }

    private String csharpBases() {
        StringBuilder text = new StringBuilder("using Microsoft.AspNetCore.Mvc;\n");
        text.append("\nnamespace Mutated;\n");
        for (String name : csharp) {
            text.append("\npublic abstract class Mutated%1$s : %1$s\n{\n}\n".formatted(name));
        }
        return text.toString();
    }

    private String pythonBases() {
        boolean fastApi = python.contains("APIRouter");
        StringBuilder text =
                new StringBuilder(
                        fastApi
                                ? "from fastapi import APIRouter\n"
                                : "from rest_framework import generics\n"
                                        + "from rest_framework.views import APIView\n");
        for (String name : python) {
            String base = name.startsWith("API") ? name : "generics." + name;
            text.append("\n\nclass Mutated%s(%s):\n    pass\n".formatted(name, base));
        }
        return text.toString();
    }
}
