package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * MyBatis: classes that mappers write are entities, those that they only answer are what queries read
 * into. Of a table that nothing writes, the class that its rows are read into is an entity, likely.
 */
public final class MyBatis implements Framework {
    private static final List<String> KINDS = List.of("insert", "update", "delete", "select");
    private static final String ANNOTATIONS = "org.apache.ibatis.annotations.";

    @Override
    public void extract(CodeBase base, Findings findings) {
        if (!JavaCode.holds(base, "ibatis", "mybatis")) {
            return;
        }
        new Mappers(JavaCode.of(base)).extract(findings);
    }

    /** All mappers of a code base. */
    private static final class Mappers {
        private final JavaCode code;
        private final List<MyBatisStatement> statements = new ArrayList<>();
        private final Map<TypeDeclaration, Set<String>> keys = new LinkedHashMap<>();
        private final Set<String> joined = new HashSet<>();

        Mappers(JavaCode code) {
            this.code = code;
        }

        void extract(Findings findings) {
            for (SourceFile file : code.base().data().files(Language.XML)) {
                DataFile xml = code.base().data().read(file);
                if (xml.xml().name().equals("mapper") && !JavaCode.isTest(file.path())) {
                    ofXml(xml);
                }
            }
            for (TypeDeclaration type : code.with("Insert", "Update", "Select")) {
                ofAnnotations(type);
            }
            entities().forEach((type, table) -> findings.add(entity(type, table)));
        }

        // ---- statements

        private void ofXml(DataFile file) {
            XmlElement mapper = file.xml();
            Optional<TypeDeclaration> contract = type(mapper.attribute("namespace", ""));
            Map<String, TypeDeclaration> maps = resultMaps(mapper);
            for (XmlElement element : mapper.children()) {
                if (KINDS.contains(element.name())) {
                    statement(file, mapper, element, contract, maps);
                }
            }
        }

        private Map<String, TypeDeclaration> resultMaps(XmlElement mapper) {
            Map<String, TypeDeclaration> maps = new LinkedHashMap<>();
            for (XmlElement map : mapper.children("resultMap")) {
                Optional<TypeDeclaration> type = type(map.attribute("type", ""));
                type.ifPresent(
                        of -> {
                            maps.put(map.attribute("id", ""), of);
                            map.children("id").forEach(id -> key(of, id));
                            map.children("association").forEach(a -> join(of, a));
                            map.children("collection").forEach(a -> join(of, a));
                        });
            }
            return maps;
        }

        private void key(TypeDeclaration type, XmlElement id) {
            id.attribute("property")
                    .ifPresent(
                            property ->
                                    keys.computeIfAbsent(type, t -> new LinkedHashSet<>())
                                            .add(property));
        }

        private void join(TypeDeclaration type, XmlElement element) {
            joined.add(type.fullName() + "." + element.attribute("property", ""));
        }

        private void statement(
                DataFile file,
                XmlElement mapper,
                XmlElement element,
                Optional<TypeDeclaration> contract,
                Map<String, TypeDeclaration> maps) {
            List<TypeDeclaration> types = new ArrayList<>();
            boolean select = element.name().equals("select");
            if (select) {
                type(element.attribute("resultType", "")).ifPresent(types::add);
                TypeDeclaration mapped = maps.get(element.attribute("resultMap", ""));
                if (mapped != null) {
                    types.add(mapped);
                }
            } else {
                type(element.attribute("parameterType", "")).ifPresent(types::add);
                String id = element.attribute("id", "");
                contract.ifPresent(c -> types.addAll(given(c, id)));
            }
            statements.add(MyBatisStatement.of(element.name(), types, sql(file, mapper, element)));
        }

        /** The text of a statement with that of the fragments that it includes. */
        private static String sql(DataFile file, XmlElement mapper, XmlElement element) {
            StringBuilder sql = new StringBuilder(text(file, element));
            for (XmlElement include : element.all("include")) {
                String id = include.attribute("refid", "");
                mapper.children("sql").stream()
                        .filter(fragment -> fragment.attribute("id", "").equals(id))
                        .forEach(fragment -> sql.append(' ').append(text(file, fragment)));
            }
            return sql.toString();
        }

        private static String text(DataFile file, XmlElement element) {
            return file.text()
                    .substring(element.span().start(), element.span().end())
                    .replaceAll("<[^<>]*>", " ");
        }

        /** What the methods of a mapper's interface are given. */
        private List<TypeDeclaration> given(TypeDeclaration contract, String method) {
            List<TypeDeclaration> types = new ArrayList<>();
            for (Member member : contract.members()) {
                if (member.kind() == MemberKind.METHOD && member.name().equals(method)) {
                    types.addAll(given(contract, member));
                }
            }
            return types;
        }

        private List<TypeDeclaration> given(TypeDeclaration contract, Member member) {
            List<TypeDeclaration> types = new ArrayList<>();
            for (Parameter parameter : member.parameters()) {
                domain(parameter.type(), contract).ifPresent(types::add);
            }
            return types;
        }

        private Optional<TypeDeclaration> domain(String written, TypeDeclaration contract) {
            TypeName name = TypeName.of(written);
            String bare = name.arguments().isEmpty() ? name.name() : last(name.arguments());
            return code.find(bare, code.fileOf(contract), contract).filter(Mappers::isDomain);
        }

        private static String last(List<String> arguments) {
            return arguments.get(arguments.size() - 1);
        }

        private static boolean isDomain(TypeDeclaration type) {
            return type.kind() == TypeKind.CLASS || type.kind() == TypeKind.RECORD;
        }

        private void ofAnnotations(TypeDeclaration type) {
            CodeFile file = code.fileOf(type);
            for (Member member : type.members()) {
                for (Annotation annotation : member.annotations()) {
                    String name = annotation.simpleName();
                    String kind = name.replace("Provider", "").toLowerCase(Locale.ROOT);
                    if (KINDS.contains(kind)
                            && JavaCode.isFrom(file, annotation.name(), ANNOTATIONS)) {
                        boolean select = kind.equals("select");
                        List<TypeDeclaration> types =
                                select
                                        ? domain(member.type(), type).stream().toList()
                                        : given(type, member);
                        statements.add(MyBatisStatement.of(kind, types, sql(annotation, type)));
                    }
                }
            }
        }

        private String sql(Annotation annotation, TypeDeclaration type) {
            return String.join(
                    " ",
                    code.values(annotation, code.scope(type), "value").stream()
                            .map(Value::text)
                            .toList());
        }

        /** A type by its full name or its alias, which has no package and any case. */
        private Optional<TypeDeclaration> type(String written) {
            if (written.isEmpty()) {
                return Optional.empty();
            }
            String simple = written.substring(written.lastIndexOf('.') + 1).replace('$', '.');
            String last = simple.substring(simple.lastIndexOf('.') + 1);
            String upper =
                    last.isEmpty() ? "" : Character.toUpperCase(last.charAt(0)) + last.substring(1);
            List<TypeDeclaration> named = code.types().named(upper);
            boolean alias = !written.contains(".");
            return named.stream()
                    .filter(t -> alias || t.fullName().equals(written.replace('$', '.')))
                    .filter(t -> !JavaCode.isTest(t.evidence().path()))
                    .filter(t -> isDomain(t) || t.kind() == TypeKind.INTERFACE)
                    .findFirst();
        }

        // ---- entities

        private Map<TypeDeclaration, String> entities() {
            Map<TypeDeclaration, String> entities = new LinkedHashMap<>();
            Set<TypeDeclaration> answered = new HashSet<>();
            Set<String> written = new HashSet<>();
            for (MyBatisStatement statement : statements) {
                if (statement.kind().equals("select")) {
                    answered.addAll(statement.types());
                } else {
                    written.addAll(statement.tables());
                }
            }
            for (MyBatisStatement statement : statements) {
                for (TypeDeclaration type : statement.types()) {
                    boolean inserted = statement.kind().equals("insert");
                    boolean updated = statement.kind().equals("update") && answered.contains(type);
                    if (inserted || updated) {
                        enter(type, statement, entities);
                    }
                }
            }
            onlyRead(written, entities);
            entities.keySet().removeIf(type -> JpaEntities.isStored(code, type));
            return entities;
        }

        private static void enter(
                TypeDeclaration type,
                MyBatisStatement statement,
                Map<TypeDeclaration, String> entities) {
            String table = statement.tables().isEmpty() ? "" : statement.tables().get(0);
            if (entities.getOrDefault(type, "").isEmpty()) {
                entities.put(type, table);
            }
        }

        /** Rows of tables that no statement writes, by their first reader. */
        private void onlyRead(Set<String> written, Map<TypeDeclaration, String> entities) {
            Set<String> taken = new HashSet<>(written);
            for (MyBatisStatement statement : statements) {
                boolean one =
                        statement.kind().equals("select")
                                && statement.types().size() == 1
                                && !statement.tables().isEmpty();
                if (one && !entities.containsKey(statement.types().get(0))) {
                    String table = statement.tables().get(0);
                    if (taken.add(table)) {
                        entities.put(statement.types().get(0), table);
                        read.add(statement.types().get(0));
                    }
                }
            }
        }

        private final Set<TypeDeclaration> read = new HashSet<>();

        private Entity entity(TypeDeclaration type, String table) {
            List<String> key = List.copyOf(keys.getOrDefault(type, Set.of()));
            Confidence confidence =
                    read.contains(type) ? Confidence.HEURISTIC : Confidence.RESOLVED;
            return PlainEntities.of(code, type, "mybatis", table, key, joined, confidence);
        }
    }
}
