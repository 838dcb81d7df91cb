package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entities of Prisma's schema files: models, composite types and views, line by line. */
public final class PrismaSchema implements Framework {
    private static final Pattern BLOCK =
            Pattern.compile("^\\s*(model|type|view)\\s+(\\w+)\\s*\\{.*");
    private static final Pattern FIELD =
            Pattern.compile(
                    "^\\s*(\\w+)\\s+(Unsupported\\(\"[^\"]*\"\\)|\\w+)(\\[\\])?(\\?)?(\\s.*)?$");
    private static final Pattern LIST =
            Pattern.compile("^\\s*@@(id|unique|index|fulltext)\\(.*?\\[([^\\]]*)\\].*");
    private static final Pattern MAP =
            Pattern.compile("^\\s*@@map\\(\\s*(?:name:\\s*)?\"([^\"]*)\".*");

    /** A block with its lines, and the number of its first one. */
    private record Block(
            SourceFile file, String kind, String name, int first, List<String> lines) {}

    private record Line(String name, String type, boolean list, boolean nullable, String rest) {}

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<Block> blocks = new ArrayList<>();
        for (SourceFile file : code.tree().files()) {
            if (file.language() == Language.PRISMA) {
                read(file, code.tree().text(file).text(), blocks);
            }
        }
        Map<String, List<Line>> models = new LinkedHashMap<>();
        for (Block block : blocks) {
            models.putIfAbsent(block.name(), fields(block));
        }
        for (Block block : blocks) {
            findings.add(entity(block, models, code).done());
        }
    }

    private static void read(SourceFile file, String text, List<Block> blocks) {
        String[] lines = text.split("\n", -1);
        Block open = null;
        for (int i = 0; i < lines.length; i++) {
            String line = uncommented(lines[i]);
            Matcher head = BLOCK.matcher(line);
            if (open == null && head.matches()) {
                open = new Block(file, head.group(1), head.group(2), i + 1, new ArrayList<>());
                open.lines().add(line);
            } else if (open != null) {
                open.lines().add(line);
                if (line.strip().startsWith("}")) {
                    blocks.add(open);
                    open = null;
                }
            }
        }
    }

    private static String uncommented(String line) {
        boolean quoted = false;
        for (int i = 0; i + 1 < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == '/' && line.charAt(i + 1) == '/') {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private static List<Line> fields(Block block) {
        List<Line> fields = new ArrayList<>();
        for (String line : block.lines().subList(1, block.lines().size())) {
            Matcher field = FIELD.matcher(line);
            if (!line.strip().startsWith("@@") && field.matches()) {
                String rest = field.group(5) == null ? "" : field.group(5);
                fields.add(
                        new Line(
                                field.group(1),
                                field.group(2),
                                field.group(3) != null,
                                field.group(4) != null,
                                rest));
            }
        }
        return fields;
    }

    private static EntityDraft entity(Block block, Map<String, List<Line>> models, CodeBase code) {
        int last = block.first() + block.lines().size() - 1;
        EntityDraft draft =
                new EntityDraft(
                        block.name(),
                        "prisma",
                        code.tree().evidence(block.file(), block.first(), last));
        draft.table = block.kind().equals("type") ? "" : block.name();
        for (Line line : models.getOrDefault(block.name(), List.of())) {
            draft.field(line.name(), line.type() + (line.list() ? "[]" : ""), line.nullable());
            if (line.rest().matches(".*@id\\b.*")) {
                draft.keys.add(line.name());
            }
            if (line.rest().matches(".*@unique\\b.*")) {
                draft.indexes.add("unique " + line.name());
            }
            if (models.containsKey(line.type())) {
                draft.relation(line.name(), line.type(), kind(block.name(), line, models));
            }
        }
        block.lines().forEach(line -> attribute(line, draft));
        return draft;
    }

    private static void attribute(String line, EntityDraft draft) {
        Matcher list = LIST.matcher(line);
        Matcher map = MAP.matcher(line);
        if (list.matches()) {
            String names = list.group(2).replaceAll("\\([^)]*\\)", "").replaceAll("\\s", "");
            switch (list.group(1)) {
                case "id" -> draft.keys.addAll(List.of(names.split(",", -1)));
                case "unique" -> draft.indexes.add("unique " + names);
                default -> draft.indexes.add(names);
            }
        } else if (map.matches()) {
            draft.table = map.group(1);
        }
    }

    private static String kind(String model, Line line, Map<String, List<Line>> models) {
        boolean many =
                models.getOrDefault(line.type(), List.of()).stream()
                        .filter(back -> back.type().equals(model) && !back.equals(line))
                        .filter(back -> name(back).equals(name(line)))
                        .findFirst()
                        .map(Line::list)
                        .orElse(line.list() || !line.rest().contains("@unique"));
        return (many ? "many" : "one") + "-to-" + (line.list() ? "many" : "one");
    }

    /** The relation's name, which joins its two ends; empty if it has none. */
    private static String name(Line line) {
        Matcher name =
                Pattern.compile("@relation\\(\\s*(?:name:\\s*)?\"([^\"]*)\"").matcher(line.rest());
        return name.find() ? name.group(1) : "";
    }
}
