package io.digitalworker.facts.declaration;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Declared.Sort;
import io.digitalworker.facts.syntax.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TreeSitterCSharp;
import org.treesitter.TreeSitterJava;

/** tree-sitter's grammars of C# and Java. */
final class TreeSitter implements Oracle {
    /** What has a name of its own. */
    private static final Map<String, Sort> NAMED =
            Map.ofEntries(
                    Map.entry("class_declaration", Sort.TYPE),
                    Map.entry("struct_declaration", Sort.TYPE),
                    Map.entry("interface_declaration", Sort.TYPE),
                    Map.entry("enum_declaration", Sort.TYPE),
                    Map.entry("record_declaration", Sort.TYPE),
                    Map.entry("delegate_declaration", Sort.TYPE),
                    Map.entry("annotation_type_declaration", Sort.TYPE),
                    Map.entry("method_declaration", Sort.CALLABLE),
                    Map.entry("constructor_declaration", Sort.CALLABLE),
                    Map.entry("compact_constructor_declaration", Sort.CALLABLE),
                    Map.entry("destructor_declaration", Sort.CALLABLE),
                    Map.entry("local_function_statement", Sort.CALLABLE),
                    Map.entry("annotation_type_element_declaration", Sort.CALLABLE),
                    Map.entry("property_declaration", Sort.VALUE),
                    Map.entry("event_declaration", Sort.VALUE),
                    Map.entry("enum_member_declaration", Sort.VALUE),
                    Map.entry("enum_constant", Sort.VALUE),
                    Map.entry("variable_declarator", Sort.VALUE));

    private static final Map<String, Sort> NAMELESS =
            Map.of(
                    "operator_declaration", Sort.CALLABLE,
                    "conversion_operator_declaration", Sort.CALLABLE,
                    "indexer_declaration", Sort.VALUE);

    /** What holds no declarations, or statements. */
    private static final Set<String> CLOSED =
            Set.of(
                    "block",
                    "constructor_body",
                    "arrow_expression_clause",
                    "accessor_list",
                    "attribute_list",
                    "modifiers",
                    "parameter_list",
                    "formal_parameters",
                    "local_declaration_statement",
                    "base_list",
                    "expression_statement",
                    "if_statement",
                    "for_statement",
                    "foreach_statement",
                    "while_statement",
                    "try_statement",
                    "using_statement",
                    "switch_statement",
                    "return_statement",
                    "lock_statement");

    private static final Set<String> LEAVES =
            Set.of("variable_declarator", "enum_constant", "enum_member_declaration");

    @Override
    public String title() {
        return "tree-sitter";
    }

    @Override
    public boolean present() {
        try {
            new TSParser().setLanguage(new TreeSitterCSharp());
            return true;
        } catch (LinkageError | RuntimeException e) {
            return false;
        }
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public Opinion on(List<CodeFile> files) {
        TSParser csharp = new TSParser();
        csharp.setLanguage(new TreeSitterCSharp());
        TSParser java = new TSParser();
        java.setLanguage(new TreeSitterJava());
        List<Declared> claims = new ArrayList<>();
        Set<String> doubtful = new HashSet<>();
        for (CodeFile file : files) {
            TSParser parser = file.dialect() == Dialect.JAVA ? java : csharp;
            TSNode root = parser.parseString(null, file.text()).getRootNode();
            if (root.hasError()) {
                doubtful.add(file.path());
            }
            new Walk(file.path(), file.text().getBytes(StandardCharsets.UTF_8), claims).all(root);
        }
        return new Opinion(claims, doubtful);
    }

    private record Walk(String path, byte[] text, List<Declared> claims) {
        void all(TSNode root) {
            Deque<TSNode> open = new ArrayDeque<>();
            open.push(root);
            while (!open.isEmpty()) {
                TSNode node = open.pop();
                String type = node.getType();
                claim(node, type);
                if (LEAVES.contains(type)) {
                    continue;
                }
                for (int i = node.getNamedChildCount() - 1; i >= 0; i--) {
                    TSNode child = node.getNamedChild(i);
                    if (!CLOSED.contains(child.getType())) {
                        open.push(child);
                    }
                }
            }
        }

        private void claim(TSNode node, String type) {
            Sort sort = NAMED.get(type);
            TSNode name = node.getChildByFieldName("name");
            if (sort != null && exists(name)) {
                add(name, sort, string(name));
            } else if (NAMELESS.containsKey(type)) {
                add(node, NAMELESS.get(type), type.startsWith("indexer") ? "this" : "operator ");
            }
            if (sort == Sort.TYPE && exists(name) && !type.equals("delegate_declaration")) {
                parameters(node, name, type);
            }
        }

        /** Those of a primary constructor; a record's are its properties. */
        private void parameters(TSNode owner, TSNode name, String type) {
            boolean record = type.equals("record_declaration");
            for (int i = 0; i < owner.getNamedChildCount(); i++) {
                TSNode list = owner.getNamedChild(i);
                boolean csharp = list.getType().equals("parameter_list");
                if (csharp) {
                    add(name, Sort.CALLABLE, string(name));
                }
                if (record && (csharp || list.getType().equals("formal_parameters"))) {
                    components(list);
                }
            }
        }

        private void components(TSNode list) {
            for (int k = 0; k < list.getNamedChildCount(); k++) {
                TSNode name = list.getNamedChild(k).getChildByFieldName("name");
                if (exists(name)) {
                    add(name, Sort.VALUE, string(name));
                }
            }
        }

        private void add(TSNode place, Sort sort, String name) {
            claims.add(Declared.of(path, place.getStartPoint().getRow() + 1, sort, name));
        }

        private static boolean exists(TSNode node) {
            return node != null && !node.isNull();
        }

        private String string(TSNode node) {
            int start = node.getStartByte();
            return new String(text, start, node.getEndByte() - start, StandardCharsets.UTF_8);
        }
    }
}
