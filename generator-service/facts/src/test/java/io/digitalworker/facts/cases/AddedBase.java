package io.digitalworker.facts.cases;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a class of a file of its own between controllers or views and their base. */
final class AddedBase {
    private static final Pattern CSHARP =
            Pattern.compile("(class \\w+Controller\\s*:\\s*)(Controller|ControllerBase)\\b(?!\\.)");
    private static final Pattern PYTHON =
            Pattern.compile(
                    "(?m)^(class \\w+\\([^)\\n]*?)\\b((?:generics\\.)?"
                            + "(?:APIView|ListAPIView|RetrieveAPIView|CreateAPIView|DestroyAPIView"
                            + "|ListCreateAPIView|RetrieveUpdateAPIView|RetrieveDestroyAPIView"
                            + "|RetrieveUpdateDestroyAPIView))\\b");

    private final Set<String> csharp = new TreeSet<>();
    private final Set<String> python = new TreeSet<>();

    private AddedBase() {}

    static Archive of(Archive archive) {
        AddedBase added = new AddedBase();
        Archive changed = Mutations.each(added::change).of(archive);
        Map<String, byte[]> files = new LinkedHashMap<>(changed.files());
        if (!added.csharp.isEmpty()) {
            files.put("Mutated/Bases.cs", added.csharpBases().getBytes(StandardCharsets.UTF_8));
        }
        if (!added.python.isEmpty()) {
            files.put("mutated_bases.py", added.pythonBases().getBytes(StandardCharsets.UTF_8));
        }
        return new Archive(files);
    }

    private String change(String path, String text) {
        if (path.endsWith(".cs")) {
            return CSHARP.matcher(text)
                    .replaceAll(
                            hit -> hit.group(1) + "Mutated.Mutated" + noted(csharp, hit.group(2)));
        }
        if (path.endsWith(".py")) {
            Matcher matcher = PYTHON.matcher(text);
            String after =
                    matcher.replaceAll(
                            hit -> hit.group(1) + "Mutated" + noted(python, simple(hit.group(2))));
            return after.equals(text) ? text : "from mutated_bases import *\n" + after;
        }
        return text;
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
        StringBuilder text = new StringBuilder("from rest_framework import generics\n");
        text.append("from rest_framework.views import APIView\n");
        for (String name : python) {
            String base = name.equals("APIView") ? name : "generics." + name;
            text.append("\n\nclass Mutated%s(%s):\n    pass\n".formatted(name, base));
        }
        return text.toString();
    }
}
