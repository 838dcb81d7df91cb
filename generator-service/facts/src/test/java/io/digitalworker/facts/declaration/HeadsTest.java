package io.digitalworker.facts.declaration;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What heads of C# and Java declarations say, beside names and places. */
class HeadsTest {
    @Test
    void saysAllOfCSharp() {
        assertThat(lines("csharp-heads", "Every Kind.cs"))
                .isEqualTo(
                        """
                        import System.Linq|||global
                        import System||
                        import System.Math|*|
                        import System.Collections.Generic.List<(int Id,string Name)>||Rows
                        import Shop.Base||
                        @Table/1 @Audited @Odd partial public sealed class Shop.Core.Order<TKey,TLine> : Entity<TKey> | IComparable<Order<TKey,TLine>> | global::Shop.IRoot
                          constructor Order(@FromServices IClock clock, int limit = 10)
                          const public field int Small = 1
                          const public field int Large = Small + 2
                          private readonly field Dictionary<string,List<int>> _rows = new Dictionary<string, List<int>>()
                          private readonly field Dictionary<string,List<int>> _more
                          @ThreadStatic internal static volatile field string? name
                          fixed private unsafe field byte buffer
                          private readonly field bool _less = Small < Large
                          private readonly field bool _more2 = Large > Small
                          private readonly static field delegate*unmanaged[Cdecl]<int,void> Callback
                          field (int Left,string Right)[] pairs = { (1, "a") }
                          static constructor Order()
                          @Obsolete internal protected constructor Order(string text) => name = text
                          method ~Order()
                          @JsonIgnore @Required @NonSerialized @Get public required property string Title = "none" {} [Get] get; private set;
                          public property int class => Small
                          public readonly ref virtual property int Count {} get => ref _count;
                          public property bool record {} get; set;
                          public property string value {} get; init;
                          public property string this(int row, string column = "a") {} get => ""; set { }
                          property decimal Price {} get;
                          public event EventHandler Changed
                          public event EventHandler Closed
                          public event Action<int> Added {} add { } remove { }
                          async public method Task<Dictionary<string,List<int>>> LoadAsync<TOther,TResult>(@FromBody Order<TKey,TLine> order, CancellationToken token = default) {} int Local() => 1; return await Task.FromResult(order);
                          method (int Row,string Column) Find(int[] rows) => (1, "x")
                          public ref method int First() => ref _rows[0]
                          method void Dispose()
                          method IEnumerator<TKey> GetEnumerator() => null
                          @DllImport/1 extern private static unsafe method int* Native(void* at)
                          partial method void OnLoaded(string? hint)
                          public static method bool operator ==(Order<TKey,TLine> a, Order<TKey,TLine> b) => true
                          public static method bool operator true(Order<TKey,TLine> a) => true
                          explicit public static method List<int> operator List<int>(Order<TKey,TLine> order) => null
                          public method int get() => 1
                          public method Task async() => null
                          public field int partial
                          public method int OnlyHere() {} return 1;
                        public enum Shop.Core.Order.State : byte
                          @Display/1 enum-constant New = 1
                          enum-constant Paid = New << 2
                          enum-constant Sent
                        public interface Shop.Core.Order.IPart<TIn,TOut>
                          method TOut Make(TIn input)
                          abstract static property int Size {} get;
                          method void Default()
                        public delegate Shop.Core.Order.Maker<T,TResult>
                        public record Shop.Core.Money : Value
                          constructor Money(@JsonPropertyName/1 decimal Amount, string? Currency = "EUR")
                          @JsonPropertyName/1 property decimal Amount
                          property string? Currency = "EUR"
                        public readonly struct record Shop.Core.Point
                          constructor Point(int X, int Y)
                          property int X
                          property int Y
                        record Shop.Core.Empty
                        file static class Shop.Core.Extensions
                          public static method T Of<T>(T it, int n) {} n = 1; return it;
                        """);
    }

    @Test
    void givesMembersOfExtensionBlocksToTheClassAroundThem() {
        assertThat(lines("csharp-heads", "Newest.cs"))
                .isEqualTo(
                        """
                        static class Shop.Core.Additions
                          public property int Twice => 2
                          public static method Order<T> operator +(Order<T> a, int b) => a
                          public static method int Half(int of) => of / 2
                        class Shop.Core.Marker : Entity<int>
                        """);
    }

    @Test
    void findsFunctionsAmongTopLevelStatements() {
        assertThat(lines("csharp-heads", "Program.cs"))
                .isEqualTo(
                        """
                        import Shop.Core||
                        import Inner.Types||
                        file Program.cs
                          static function string Title<T>(T of) => $"{of}"
                          @Obsolete async function Task<int> Build(int n, string name = "a") {} return await Task.FromResult(n);
                        partial public class Program
                        struct Outer.Inner.Deep.Cell
                          public field int X
                          public field int Y
                        class Outer.Last
                        """);
    }

    @Test
    void saysAllOfJava() {
        assertThat(lines("java-heads", "Everything.java"))
                .isEqualTo(
                        """
                        import java.util|List|List
                        import java.util.function|*|
                        import java.lang.Math|max|max
                        import shop.core.Names|*|
                        @Service/1 @Scope abstract public sealed class shop.core.Everything<T,U> : Base<List<T>> | Runnable | shop.Api<T,U[]>
                          final public static field String TEXT = \""" class Fake { int no; } \"""
                          final public static field String OTHER = "b"
                          private field int[] a
                          private field int b
                          private field int[][] c = {{1}, {2}}
                          @Inject @Nullable private field Map<String,List<int[]>> rows = new HashMap<String, List<int[]>>()
                          final private field Function<String,Integer> size = (s) -> { int n = s.length(); return n; }
                          final private field Function<String,Integer> twice = s -> 2
                          final field Runnable inner = new Runnable() { public void run() { } }
                          field int record
                          field int sealed = 1
                          final field boolean less = a < b
                          @Inject public constructor Everything<R>(@Named/1 List<R> items, String... rest) {} super(items);
                          @Override public synchronized method void run() {} var local = 1; class Inner { int hidden; }
                          @GetMapping/1 @NonNull public static method Map<A,B[]> map<A,B>(A a, int[] b) {} return null;
                          abstract protected method java.util.@Nullable List<?extends T> list()
                          native method int yield(int of)
                          method Record record(int a) {} return null;
                        public enum shop.core.Everything.Color : Named
                          @First enum-constant RED = RED("r", 1) {} @Override public String title() { return "x"; }
                          enum-constant GREEN
                          final private field String code
                          constructor Color(String... code) {} this.code = code[0];
                          public method String title() {} return code;
                        enum shop.core.Everything.Bare
                          enum-constant A
                          enum-constant B
                        public record shop.core.Everything.Pair<L,R> : Both
                          @NotNull @Size/1 property L left
                          property List<Map<String,R>> right
                          property int... rest
                          static field int made
                          public constructor Pair(@NotNull @Size/1 L left, List<Map<String,R>> right, int... rest) {} if (left == null) throw new Bad();
                          constructor Pair(L left) {} this(left, List.of());
                        annotation shop.core.Everything.Marker
                          method String value() = "a"
                          method Class<?>[] types() = {}
                          field int SIZE = 2
                        interface shop.core.Everything.Shape
                          field double PI = 3
                          method double area()
                          default method int sides() {} return 0;
                          private static method void hidden()
                        non-sealed static strictfp class shop.core.Everything.Large : Everything<String,Integer>
                        """);
    }

    @Test
    void readsWhatTwoByteOrderMarksPrecede() {
        CodeBase code = CodeBase.read(Trees.ofText("A b.cs", "\uFEFF\uFEFFusing X;\nclass A { }"));
        assertThat(code.types()).extracting(TypeDeclaration::name).containsExactly("A");
        assertThat(code.files().get(0).imports()).hasSize(1);
    }

    @Test
    void spansReachFromTheFirstAnnotationToTheEnd() {
        String text = "class A { [B] public int c = 1, d; [E] int F() { return 1; } }";
        CodeFile file = CodeBase.read(Trees.ofText("A.cs", text)).files().get(0);
        assertThat(file.text(file.types().get(0).span())).isEqualTo(text);
        assertThat(file.types().get(0).members())
                .extracting(member -> file.text(member.span()))
                .containsExactly(
                        "[B] public int c = 1",
                        "[B] public int c = 1, d;",
                        "[E] int F() { return 1; }");
    }

    private static String lines(String sources, String path) {
        CodeFile file = CodeBase.read(Trees.ofSources(sources)).file(path).orElseThrow();
        return String.join("\n", lines(file)) + "\n";
    }

    private static List<String> lines(CodeFile file) {
        List<String> lines = new ArrayList<>();
        for (Import imported : file.imports()) {
            lines.add(
                    "import %s|%s|%s%s"
                            .formatted(
                                    imported.module(),
                                    imported.name(),
                                    imported.alias(),
                                    imported.reexport() ? "|global" : ""));
        }
        for (TypeDeclaration type : file.types()) {
            lines.add(type(type));
            type.members().forEach(member -> lines.add("  " + member(file, member)));
        }
        return lines;
    }

    private static String type(TypeDeclaration type) {
        return annotations(type.annotations())
                + modifiers(type.modifiers())
                + type.kind().key()
                + " "
                + type.fullName()
                + names(type.typeParameters())
                + (type.bases().isEmpty() ? "" : " : " + String.join(" | ", type.bases()));
    }

    private static String member(CodeFile file, Member member) {
        boolean callable =
                !member.parameters().isEmpty()
                        || Set.of(MemberKind.METHOD, MemberKind.CONSTRUCTOR, MemberKind.FUNCTION)
                                .contains(member.kind());
        return annotations(member.annotations())
                + modifiers(member.modifiers())
                + member.kind().key()
                + " "
                + (member.type().isEmpty() ? "" : member.type() + " ")
                + member.name()
                + names(member.typeParameters())
                + (callable ? parameters(file, member.parameters()) : "")
                + text(file, " = ", member.initializer())
                + text(file, member.expressionBody() ? " => " : " {} ", member.body());
    }

    private static String parameters(CodeFile file, List<Parameter> parameters) {
        List<String> each = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String value =
                    parameter.defaultValue() == null
                            ? ""
                            : text(file, " = ", parameter.defaultValue().span());
            each.add(
                    annotations(parameter.annotations())
                            + parameter.type()
                            + " "
                            + parameter.name()
                            + value);
        }
        return "(" + String.join(", ", each) + ")";
    }

    private static String annotations(List<Annotation> annotations) {
        StringBuilder all = new StringBuilder();
        for (Annotation annotation : annotations) {
            int arguments = annotation.arguments().size();
            all.append('@').append(annotation.name());
            all.append(arguments == 0 ? " " : "/" + arguments + " ");
        }
        return all.toString();
    }

    private static String modifiers(Set<String> modifiers) {
        return modifiers.isEmpty() ? "" : String.join(" ", new TreeSet<>(modifiers)) + " ";
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "" : "<" + String.join(",", names) + ">";
    }

    private static String text(CodeFile file, String mark, Span span) {
        return span.isEmpty() ? "" : mark + file.text(span).replaceAll("\\s+", " ").strip();
    }
}
