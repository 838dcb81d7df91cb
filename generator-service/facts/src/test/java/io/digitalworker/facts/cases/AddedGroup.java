package io.digitalworker.facts.cases;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a router, a group or a module between an application and what it takes in. */
final class AddedGroup {
    private static final Pattern ASPNET =
            Pattern.compile("(?m)^([ \\t]*)app\\.(Map(?:Get|Post|Put|Delete|Patch)\\()");
    private static final Pattern FASTAPI =
            Pattern.compile(
                    "(?m)^([ \\t]*)(\\w+)\\.include_router\\((\\w+)(, prefix=[^\\n]*)?\\)$");
    private static final Pattern EXPRESS =
            Pattern.compile("(?m)^([ \\t]*)app\\.use\\((\\w*[rR]out\\w*)\\);$");
    private static final Pattern DJANGO =
            Pattern.compile("(?m)^([ \\t]*)(url\\(r'\\^\\w+/', include\\(.*\\)\\)),$");
    private static final Pattern NESTJS =
            Pattern.compile(
                    "(?<=imports: \\[)(\\s+)((?:[^\\[\\]]*?,\\s*)*?)(\\w+Module(?:,\\s*\\w+Module)*)(?=\\s*\\])");
    private static final Pattern SPRING =
            Pattern.compile("package ([\\w.]+);[\\s\\S]*@SpringBootApplication");

    private final String prefix;

    private AddedGroup(String prefix) {
        this.prefix = prefix;
    }

    /** The paths stay as they were. */
    static Archive withoutPrefix(Archive archive) {
        return new AddedGroup("").added(archive);
    }

    /** The paths change as {@link #truth} says. */
    static Archive withPrefix(Archive archive) {
        return new AddedGroup("mutated").added(archive);
    }

    /** What the group adds to a line of the truth. */
    static String truth(Stack stack, String line) {
        return switch (stack) {
            case ASPNET -> line.replaceFirst(" /api/catalog-", " /mutated/api/catalog-");
            case SPRING -> line.replaceFirst(" /", " /mutated/");
            case NESTJS, FASTAPI -> line.replaceFirst(" /api/", " /api/mutated/");
            case EXPRESS, DJANGO -> line.replaceFirst(" /api/", " /mutated/api/");
        };
    }

    private Archive added(Archive archive) {
        Archive changed = Mutations.each(this::change).apply(archive);
        Map<String, byte[]> files = new LinkedHashMap<>(changed.files());
        changed.files().forEach((path, bytes) -> addSpring(path, bytes, files));
        return new Archive(files);
    }

    private String change(String path, String text) {
        if (path.endsWith(".cs")) {
            return ASPNET.matcher(text)
                    .replaceAll(
                            "$1var mutatedGroup = app.MapGroup(\"%s\");\n$1mutatedGroup.$2"
                                    .formatted(prefix));
        }
        if (path.endsWith(".py")) {
            return django(fastApi(text));
        }
        return path.matches(".*\\.[tj]s") ? nest(express(text)) : text;
    }

    private String fastApi(String text) {
        String inner = prefix.isEmpty() ? "" : "prefix=\"/" + prefix + "\"";
        boolean outermost = text.contains("FastAPI(");
        return prefix.isEmpty() || outermost
                ? FASTAPI.matcher(text)
                        .replaceAll(
                                "$1from fastapi import APIRouter as MutatedRouter\n"
                                        + "$1mutated_group = MutatedRouter(%s)\n".formatted(inner)
                                        + "$1mutated_group.include_router($3)\n"
                                        + "$1$2.include_router(mutated_group$4)")
                : text;
    }

    private String django(String text) {
        String inner = prefix.isEmpty() ? "" : prefix + "/";
        return DJANGO.matcher(text)
                .replaceAll("$1url(r'^%s', include([\n$1    $2,\n$1])),".formatted(inner));
    }

    private String express(String text) {
        String first = prefix.isEmpty() ? "" : "'/" + prefix + "', ";
        String after =
                EXPRESS.matcher(text)
                        .replaceAll(
                                "$1const mutatedGroup = MutatedRouter();\n"
                                        + "$1mutatedGroup.use($2);\n"
                                        + "$1app.use(%smutatedGroup);".formatted(first));
        return after.equals(text)
                ? text
                : "import { Router as MutatedRouter } from 'express';\n" + after;
    }

    /** The last modules that the application's module imports get a path. */
    private String nest(String text) {
        Matcher imports = NESTJS.matcher(text);
        if (!text.contains("class ApplicationModule") || !imports.find()) {
            return text;
        }
        String modules = imports.group(3);
        return "import { RouterModule } from '@nestjs/core';\n"
                + text.substring(0, imports.end())
                + ",\n    RouterModule.register([{ path: '/%s', children: [%s] }])"
                        .formatted(prefix, modules)
                + text.substring(imports.end());
    }

    private void addSpring(String path, byte[] bytes, Map<String, byte[]> files) {
        Matcher application = SPRING.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (path.endsWith(".java") && application.find()) {
            String text =
                    """
                    package %s;

                    import org.springframework.context.annotation.Configuration;
                    import org.springframework.web.method.HandlerTypePredicate;
                    import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
                    import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

                    @Configuration
                    public class MutatedPaths implements WebMvcConfigurer {
                        @Override
                        public void configurePathMatch(PathMatchConfigurer configurer) {
                            configurer.addPathPrefix("/%s", HandlerTypePredicate.forAnyHandlerType());
                        }
                    }
                    """
                            .formatted(application.group(1), prefix);
            String directory = path.substring(0, path.lastIndexOf('/') + 1);
            files.put(directory + "MutatedPaths.java", text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
