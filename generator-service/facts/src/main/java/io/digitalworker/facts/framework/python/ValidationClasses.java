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
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Classes that say what values must be like: Pydantic models, serializers of Django's REST framework,
 * forms of Django and WTForms, Marshmallow schemas.
 */
public final class ValidationClasses implements Framework {
    private static final Map<String, String> RULES =
            Map.ofEntries(
                    Map.entry("min_length", "min-length"),
                    Map.entry("max_length", "max-length"),
                    Map.entry("ge", "min"),
                    Map.entry("gt", "exclusive-min"),
                    Map.entry("le", "max"),
                    Map.entry("lt", "exclusive-max"),
                    Map.entry("min_value", "min"),
                    Map.entry("max_value", "max"),
                    Map.entry("regex", "pattern"),
                    Map.entry("pattern", "pattern"),
                    Map.entry("multiple_of", "multiple-of"),
                    Map.entry("min_items", "min-items"),
                    Map.entry("max_items", "max-items"),
                    Map.entry("max_digits", "max-digits"),
                    Map.entry("decimal_places", "decimal-places"));
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("EmailStr", "email"),
                    Map.entry("EmailField", "email"),
                    Map.entry("Email", "email"),
                    Map.entry("HttpUrl", "url"),
                    Map.entry("AnyUrl", "url"),
                    Map.entry("AnyHttpUrl", "url"),
                    Map.entry("URLField", "url"),
                    Map.entry("URL", "url"),
                    Map.entry("Url", "url"),
                    Map.entry("UUIDField", "uuid"),
                    Map.entry("PositiveInt", "positive"));

    /** Validators of WTForms and of Marshmallow; their bounds by name or position. */
    private static final Map<String, List<String>> VALIDATORS =
            Map.of(
                    "DataRequired", List.of("required"),
                    "InputRequired", List.of("required"),
                    "Length", List.of("min-length", "max-length"),
                    "NumberRange", List.of("min", "max"),
                    "Range", List.of("min", "max"),
                    "Regexp", List.of("pattern"),
                    "EqualTo", List.of("equal-to"),
                    "OneOf", List.of("one-of"));

    /** A library with the classes whose descendants it validates. */
    private record Library(
            String name, Set<String> packages, Set<String> bases, String fields, String checks) {}

    private static final List<Library> LIBRARIES =
            List.of(
                    new Library(
                            "pydantic",
                            Set.of("pydantic", "sqlmodel", "pydantic_settings"),
                            Set.of("BaseModel", "SQLModel", "GenericModel", "RootModel"),
                            "",
                            "validator|field_validator|root_validator|model_validator"),
                    new Library(
                            "drf",
                            Set.of("rest_framework", "rest_framework_simplejwt", "dj_rest_auth"),
                            Set.of(
                                    "Serializer",
                                    "ModelSerializer",
                                    "HyperlinkedModelSerializer",
                                    "BaseSerializer"),
                            "\\w*Field|\\w*Serializer",
                            "validate"),
                    new Library(
                            "django-forms",
                            Set.of("django", "crispy_forms"),
                            Set.of(
                                    "Form",
                                    "ModelForm",
                                    "BaseForm",
                                    "UserCreationForm",
                                    "UserChangeForm"),
                            "\\w*Field",
                            "clean"),
                    new Library(
                            "marshmallow",
                            Set.of(
                                    "marshmallow",
                                    "flask_marshmallow",
                                    "marshmallow_sqlalchemy",
                                    "apiflask"),
                            Set.of(
                                    "Schema",
                                    "SQLAlchemyAutoSchema",
                                    "SQLAlchemySchema",
                                    "ModelSchema"),
                            "[A-Z]\\w*|auto_field",
                            "validates|validates_schema"),
                    new Library(
                            "wtforms",
                            Set.of("flask_wtf", "wtforms", "wtforms_alchemy"),
                            Set.of("FlaskForm", "Form", "ModelForm"),
                            "\\w*Field",
                            "validate"));

    @Override
    public void extract(CodeBase code, Findings findings) {
        Python python = new Python(code);
        for (Library library : LIBRARIES) {
            boolean used = Python.uses(code, library.packages());
            for (CodeFile file : used ? code.files(Dialect.PYTHON) : List.<CodeFile>of()) {
                if (!Python.isTest(file)) {
                    new Run(python, library, file, findings).all();
                }
            }
        }
    }

    /** The rules of one file, of one library. */
    private record Run(Python python, Library library, CodeFile file, Findings findings) {
        void all() {
            for (TypeDeclaration type : file.types()) {
                boolean fits =
                        type.kind() != TypeKind.FILE
                                && !type.bases().isEmpty()
                                && python.inherits(type, library.bases(), library.packages())
                                        .isPresent();
                if (fits) {
                    type.members().forEach(member -> member(type, member));
                }
            }
        }

        private void member(TypeDeclaration type, Member member) {
            if (Python.isFunction(member)) {
                check(type, member);
            } else if (member.kind() == MemberKind.FIELD && !member.name().startsWith("__")) {
                Optional<Expression> value =
                        member.initializer().isEmpty()
                                ? Optional.empty()
                                : Optional.of(file.expression(member.initializer()));
                if (library.name().equals("pydantic")) {
                    annotated(type, member, value);
                } else if (value.isPresent()
                        && value.get() instanceof Call call
                        && call.name().matches(library.fields())) {
                    field(type, member, call);
                }
            }
        }

        private void add(
                TypeDeclaration type, String field, String rule, String bound, Evidence evidence) {
            findings.add(
                    new Validation(
                            type.name(),
                            field,
                            rule,
                            bound,
                            library.name(),
                            Confidence.LITERAL,
                            evidence));
        }

        /** Functions that check a field, by decorator or by name. */
        private void check(TypeDeclaration type, Member member) {
            for (Annotation annotation : member.annotations()) {
                if (annotation.simpleName().matches(library.checks())) {
                    List<String> fields =
                            annotation.arguments().stream()
                                    .filter(a -> a.name() == null)
                                    .map(a -> Python.shown(a.value(), file))
                                    .filter(n -> !annotation.is("model_validator"))
                                    .toList();
                    for (String field : fields.isEmpty() ? List.of("") : fields) {
                        add(type, field, "validator", member.name(), member.evidence());
                    }
                }
            }
            boolean named = library.checks().matches("validate|clean");
            if (named && member.name().equals(library.checks())) {
                add(type, "", "validator", member.name(), member.evidence());
            } else if (named && member.name().startsWith(library.checks() + "_")) {
                String field = member.name().substring(library.checks().length() + 1);
                add(type, field, "validator", member.name(), member.evidence());
            }
        }

        private void annotated(TypeDeclaration type, Member member, Optional<Expression> value) {
            String written = member.type();
            if (written.isEmpty()
                    || written.startsWith("ClassVar")
                    || member.name().equals("model_config")) {
                return;
            }
            Optional<Call> call =
                    value.filter(v -> v instanceof Call)
                            .map(v -> (Call) v)
                            .filter(c -> c.name().matches("Field|Query|Body|Path|Form"));
            boolean optional =
                    written.contains("Optional[") || written.matches(".*\\|None\\b.*|None\\|.*");
            boolean given =
                    call.isPresent() ? hasDefault(call.get()) : value.isPresent() || optional;
            if (!given) {
                add(type, member.name(), "required", "", member.evidence());
            }
            ofType(type, member, written);
            call.ifPresent(c -> bounds(type, member, c.arguments()));
        }

        private static boolean hasDefault(Call call) {
            Optional<Expression> first =
                    Argument.of(call.arguments(), "default", 0)
                            .or(() -> Argument.named(call.arguments(), "default_factory"));
            return first.isPresent()
                    && !(first.get() instanceof Expression.Opaque)
                    && !(first.get() instanceof Name name && name.name().equals("..."));
        }

        /** {@code EmailStr}, {@code constr(max_length=3)}, {@code Annotated[str, Field(ge=1)]}. */
        private void ofType(TypeDeclaration type, Member member, String written) {
            for (String part : written.split("[\\[\\]|,]")) {
                String rule = TYPES.get(TypeName.of(part).simpleName());
                if (rule != null) {
                    add(type, member.name(), rule, "", member.evidence());
                }
            }
            for (String part : written.split("[(),]")) {
                int equals = part.indexOf('=');
                String rule = equals < 0 ? null : RULES.get(part.substring(0, equals).strip());
                if (rule != null) {
                    String bound = unquoted(part.substring(equals + 1).strip());
                    add(type, member.name(), rule, bound, member.evidence());
                }
            }
        }

        private void bounds(TypeDeclaration type, Member member, List<Argument> arguments) {
            for (Argument argument : arguments) {
                String name = argument.name();
                String rule = name == null ? null : RULES.get(name);
                if (rule != null) {
                    add(
                            type,
                            member.name(),
                            rule,
                            bound(argument.value(), type),
                            member.evidence());
                }
            }
        }

        /** What stands within the quotes of a string, raw or not. */
        private static String unquoted(String written) {
            return written.replaceFirst("(?s)^[rR]?([\"'])(.*)\\1$", "$2");
        }

        private String bound(Expression value, TypeDeclaration type) {
            return python.code()
                    .values()
                    .text(value, Scope.of(file, type))
                    .orElseGet(() -> file.text(value.span()).replaceAll("\\s+", " "));
        }

        // ---- fields made by a call

        private void field(TypeDeclaration type, Member member, Call call) {
            if (isRequired(call)) {
                add(type, member.name(), "required", "", member.evidence());
            }
            String rule = TYPES.get(call.name());
            if (rule != null) {
                add(type, member.name(), rule, "", member.evidence());
            }
            bounds(type, member, call.arguments());
            for (String name : List.of("validators", "validate")) {
                Argument.named(call.arguments(), name).ifPresent(e -> validators(type, member, e));
            }
            if (library.name().equals("wtforms")) {
                Argument.at(call.arguments(), 1).ifPresent(e -> validators(type, member, e));
            }
        }

        /** Fields of serializers and forms are required unless they say otherwise. */
        private boolean isRequired(Call call) {
            boolean byDefault = library.name().matches("drf|django-forms");
            boolean computed =
                    call.name().matches("SerializerMethodField|ReadOnlyField|HiddenField");
            boolean said = is(call, "required", "True");
            boolean not =
                    is(call, "required", "False")
                            || is(call, "read_only", "True")
                            || Argument.named(call.arguments(), "default").isPresent();
            return said || (byDefault && !not && !computed);
        }

        private static boolean is(Call call, String name, String value) {
            return Argument.named(call.arguments(), name)
                    .filter(e -> e instanceof Name n && n.name().equals(value))
                    .isPresent();
        }

        private void validators(TypeDeclaration type, Member member, Expression list) {
            Scope scope = Scope.of(file, type);
            List<Located> items = python.items(list, scope);
            for (Located item : items.isEmpty() ? List.of(new Located(list, scope)) : items) {
                if (item.expression() instanceof Call call) {
                    validator(type, member, call);
                } else {
                    String name = Python.shown(item.expression(), item.scope().file());
                    add(type, member.name(), "validator", name, member.evidence());
                }
            }
        }

        private void validator(TypeDeclaration type, Member member, Call call) {
            String simple = TYPES.get(call.name());
            List<String> rules = VALIDATORS.getOrDefault(call.name(), List.of());
            if (rules.equals(List.of("required")) || simple != null) {
                String rule = simple != null ? simple : "required";
                add(type, member.name(), rule, "", member.evidence());
                return;
            }
            for (int i = 0; i < rules.size(); i++) {
                String name = rules.get(i).startsWith("min") ? "min" : "max";
                Optional<Expression> bound = Argument.of(call.arguments(), name, i);
                if (bound.isPresent()) {
                    String text = bound(bound.get(), type);
                    add(type, member.name(), rules.get(i), text, member.evidence());
                }
            }
            if (rules.isEmpty()) {
                String name =
                        call.name().toLowerCase(Locale.ROOT).equals("optional") ? "" : call.name();
                if (!name.isEmpty()) {
                    add(type, member.name(), "validator", name, member.evidence());
                }
            }
        }
    }
}
