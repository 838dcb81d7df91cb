package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Classes whose attributes are fields made by a call: models of Django, Peewee and Tortoise, documents
 * of MongoEngine, items of PynamoDB. Abstract ones are not stored, but their fields are inherited.
 */
public final class ModelClasses implements Framework {
    /**
     * A library.
     *
     * @param bases of classes that are stored
     * @param fields names of the classes of fields
     */
    private record Library(
            String name, Set<String> packages, Set<String> bases, String fields, String options) {}

    private static final String DJANGO_FIELDS =
            "\\w*Field|\\w*ForeignKey|OneToOne\\w*|ManyToMany\\w*|ParentalKey|TaggableManager";
    private static final List<Library> LIBRARIES =
            List.of(
                    new Library(
                            "django",
                            Set.of(
                                    "django",
                                    "wagtail",
                                    "mptt",
                                    "polymorphic",
                                    "model_utils",
                                    "django_extensions",
                                    "treebeard",
                                    "modelcluster",
                                    "parler",
                                    "simple_history",
                                    "guardian",
                                    "taggit",
                                    "cms",
                                    "oscar",
                                    "netbox",
                                    "solo",
                                    "ordered_model",
                                    "safedelete"),
                            Set.of(
                                    "Model",
                                    "AbstractUser",
                                    "AbstractBaseUser",
                                    "Page",
                                    "MPTTModel",
                                    "PolymorphicModel",
                                    "TimeStampedModel",
                                    "TimeFramedModel",
                                    "StatusModel",
                                    "UUIDModel",
                                    "MP_Node",
                                    "AL_Node",
                                    "NS_Node",
                                    "ClusterableModel",
                                    "TranslatableModel",
                                    "ActivatorModel",
                                    "TitleDescriptionModel",
                                    "SingletonModel",
                                    "OrderedModel",
                                    "SafeDeleteModel",
                                    "SoftDeletableModel",
                                    "Orderable",
                                    "AbstractImage",
                                    "AbstractRendition",
                                    "AbstractDocument",
                                    "BaseGenericSetting",
                                    "BaseSiteSetting",
                                    "AbstractEmailForm",
                                    "AbstractFormField",
                                    "TaggedItemBase",
                                    "ItemBase",
                                    "GenericTaggedItemBase",
                                    "CMSPlugin"),
                            DJANGO_FIELDS,
                            "db_table"),
                    new Library(
                            "peewee",
                            Set.of("peewee", "playhouse", "peewee_async"),
                            Set.of("Model", "FlaskDB"),
                            "\\w*Field",
                            "table_name"),
                    new Library(
                            "tortoise",
                            Set.of("tortoise"),
                            Set.of("Model"),
                            "\\w*Field|\\w*Relation",
                            "table"),
                    new Library(
                            "mongoengine",
                            Set.of("mongoengine", "flask_mongoengine", "umongo"),
                            Set.of("Document", "DynamicDocument", "EmbeddedDocument"),
                            "\\w*Field",
                            "collection"),
                    new Library(
                            "pynamodb",
                            Set.of("pynamodb"),
                            Set.of("Model"),
                            "\\w*Attribute",
                            "table_name"));

    @Override
    public void extract(CodeBase code, Findings findings) {
        Python python = new Python(code);
        for (Library library : LIBRARIES) {
            boolean used = Python.uses(code, library.packages());
            if (used) {
                new Run(python, library, findings).all();
            }
        }
    }

    /** The entities of one library. */
    private static final class Run {
        private final Python python;
        private final CodeBase code;
        private final Library library;
        private final Findings findings;

        Run(Python python, Library library, Findings findings) {
            this.python = python;
            this.code = python.code();
            this.library = library;
            this.findings = findings;
        }

        void all() {
            for (CodeFile file : code.files(Dialect.PYTHON)) {
                if (!Python.isTest(file) && !("/" + file.path()).contains("/migrations/")) {
                    file.types().stream().filter(this::isStored).forEach(this::entity);
                }
            }
        }

        private boolean isStored(TypeDeclaration type) {
            if (type.kind() == TypeKind.FILE || type.bases().isEmpty() || !isModel(type)) {
                return false;
            }
            return !isTrue(type, "abstract") && !isTrue(type, "proxy") && !isBareBase(type);
        }

        /** One without fields that others are made from, such as Peewee's that names the database. */
        private boolean isBareBase(TypeDeclaration type) {
            CodeFile file = code.fileOf(type);
            return library.name().equals("peewee")
                    && type.members().stream().allMatch(m -> field(m, file, type) == null)
                    && !code.symbols().types().on(type.simpleName()).isEmpty();
        }

        private boolean isModel(TypeDeclaration type) {
            return python.inherits(type, library.bases(), library.packages()).isPresent();
        }

        private boolean isTrue(TypeDeclaration type, String option) {
            return option(type, option)
                    .filter(at -> at.expression() instanceof Name n && n.name().equals("True"))
                    .isPresent();
        }

        /** An option of the class's own {@code class Meta}, or of MongoEngine's {@code meta = {…}}. */
        private Optional<Located> option(TypeDeclaration type, String option) {
            CodeFile file = code.fileOf(type);
            for (TypeDeclaration inner : file.types()) {
                if (inner.name().equals(type.name() + ".Meta")) {
                    return own(inner, option, file);
                }
            }
            Optional<Located> meta = own(type, "meta", file);
            if (meta.isPresent() && meta.get().expression() instanceof Expression.Mapping map) {
                Expression value = map.get(option);
                return Optional.ofNullable(value).map(v -> new Located(v, meta.get().scope()));
            }
            return Optional.empty();
        }

        private static Optional<Located> own(TypeDeclaration type, String name, CodeFile file) {
            return type.members().stream()
                    .filter(m -> m.name().equals(name) && !m.initializer().isEmpty())
                    .findFirst()
                    .map(m -> new Located(file.expression(m.initializer()), Scope.of(file, type)));
        }

        private void entity(TypeDeclaration type) {
            Map<String, Field> fields = new LinkedHashMap<>();
            List<Relation> relations = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            List<String> indexes = new ArrayList<>();
            for (TypeDeclaration each : lineage(type)) {
                CodeFile file = code.fileOf(each);
                for (Member member : each.members()) {
                    Call call = field(member, file, each);
                    if (call != null && !fields.containsKey(member.name())) {
                        Scope scope = Scope.of(file, each);
                        fields.put(member.name(), field(member.name(), call, scope));
                        relation(type, member.name(), call, scope).ifPresent(relations::add);
                        marks(member.name(), call, keys, indexes);
                    }
                }
            }
            indexes(type, indexes);
            String table =
                    option(type, library.options())
                            .flatMap(at -> code.values().text(at.expression(), at.scope()))
                            .orElse("");
            findings.add(
                    new Entity(
                            type.name(),
                            library.name(),
                            table,
                            List.copyOf(fields.values()),
                            relations,
                            keys,
                            indexes.stream().distinct().toList(),
                            Confidence.LITERAL,
                            type.evidence()));
        }

        /** The class, then what gives it fields: abstract models and mixins, not stored models. */
        private List<TypeDeclaration> lineage(TypeDeclaration type) {
            return code.symbols().types().lineage(type).stream()
                    .filter(each -> each.equals(type) || !isStored(each))
                    .toList();
        }

        private @Nullable Call field(Member member, CodeFile file, TypeDeclaration type) {
            if (member.kind() != MemberKind.FIELD || member.initializer().isEmpty()) {
                return null;
            }
            Expression value = file.expression(member.initializer());
            if (!(value instanceof Call call) || call.name().isEmpty()) {
                return null;
            }
            boolean known = call.name().matches(library.fields());
            boolean own =
                    !known
                            && code.symbols()
                                    .types()
                                    .find(call.name(), file, Optional.of(type))
                                    .filter(t -> isField(t))
                                    .isPresent();
            return known || own ? call : null;
        }

        private boolean isField(TypeDeclaration type) {
            return code.symbols().types().basesAbove(type).stream()
                    .anyMatch(b -> TypeName.of(b).simpleName().matches(library.fields()));
        }

        private Field field(String name, Call call, Scope scope) {
            String to = isRelation(call) ? target(call, scope) : "";
            boolean nullable =
                    Argument.named(call.arguments(), "null").filter(Run::isTrue).isPresent();
            return new Field(
                    name, to.isEmpty() ? call.name() : call.name() + "(" + to + ")", nullable);
        }

        private static boolean isTrue(Expression expression) {
            return expression instanceof Name name && name.name().equals("True");
        }

        private static boolean isRelation(Call call) {
            return call.name()
                    .matches(
                            ".*(ForeignKey|OneToOne|ManyToMany|ParentalKey).*|\\w*ReferenceField"
                                    + "|EmbeddedDocument\\w*Field");
        }

        private String target(Call call, Scope scope) {
            Optional<Expression> first =
                    Argument.at(call.arguments(), 0)
                            .or(() -> Argument.named(call.arguments(), "to"))
                            .or(() -> Argument.named(call.arguments(), "model"));
            if (first.isEmpty()) {
                return "";
            }
            if (first.get() instanceof Text text) {
                return text.value();
            }
            String dotted = Python.dotted(first.get());
            return dotted.contains("settings.")
                    ? code.values().text(first.get(), scope).orElse(dotted)
                    : Python.last(dotted);
        }

        private Optional<Relation> relation(
                TypeDeclaration type, String name, Call call, Scope scope) {
            if (!isRelation(call)) {
                return Optional.empty();
            }
            String to = target(call, scope);
            String model =
                    to.equals("self")
                            ? type.simpleName()
                            : to.endsWith("AUTH_USER_MODEL") ? "User" : Python.last(to);
            String kind =
                    call.name().contains("ManyToMany")
                            ? "many-to-many"
                            : call.name().contains("OneToOne") ? "one-to-one" : "many-to-one";
            return model.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Relation(name, model, kind, Confidence.LITERAL));
        }

        private static void marks(String name, Call call, List<String> keys, List<String> indexes) {
            for (Argument argument : call.arguments()) {
                if (isTrue(argument.value())) {
                    if (argument.named("primary_key")
                            || argument.named("pk")
                            || argument.named("hash_key")) {
                        keys.add(name);
                    } else if (argument.named("unique")) {
                        indexes.add("unique " + name);
                    } else if (argument.named("db_index") || argument.named("index")) {
                        indexes.add(name);
                    }
                }
            }
        }

        private void indexes(TypeDeclaration type, List<String> indexes) {
            option(type, "unique_together").ifPresent(at -> together(at, "unique ", indexes));
            option(type, "index_together").ifPresent(at -> together(at, "", indexes));
            for (String option : List.of("indexes", "constraints")) {
                option(type, option)
                        .ifPresent(
                                at -> {
                                    for (Located item : python.items(at.expression(), at.scope())) {
                                        index(item, indexes);
                                    }
                                });
            }
        }

        private void index(Located item, List<String> indexes) {
            if (item.expression() instanceof Call call) {
                Optional<Expression> fields = Argument.named(call.arguments(), "fields");
                if (fields.isPresent()) {
                    String unique = call.name().startsWith("Unique") ? "unique " : "";
                    indexes.add(unique + joined(fields.get(), item.scope()));
                }
            }
        }

        private void together(Located at, String before, List<String> indexes) {
            List<Located> items = python.items(at.expression(), at.scope());
            boolean one = !items.isEmpty() && items.get(0).expression() instanceof Text;
            if (one) {
                indexes.add(before + joined(at.expression(), at.scope()));
            } else {
                items.forEach(i -> indexes.add(before + joined(i.expression(), i.scope())));
            }
        }

        private String joined(Expression list, Scope scope) {
            List<String> names = new ArrayList<>();
            for (Located item : python.items(list, scope)) {
                names.add(code.values().first(item.expression(), item.scope()).text());
            }
            return String.join(",", names);
        }
    }
}
