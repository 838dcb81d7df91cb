package io.digitalworker.facts.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationsTest {
    @Test
    void findsTypesAndMembersOfCSharp() {
        assertThat(listing("csharp"))
                .containsExactly(
                        "class OrdersController [Shop.Api] 3-13",
                        "  field Quote 5-5",
                        "  method Get 7-8",
                        "  method string 12-12",
                        "class Marker [Shop.Api] 15-15",
                        "class Product [Shop.Core] 6-49",
                        "  field Key 9-9",
                        "  field _raw 10-12",
                        "  constructor Product 14-17",
                        "  property Name 19-20",
                        "  property Price 22-22",
                        "  event Changed 24-24",
                        "  method Size 26-26",
                        "  method ListAsync 28-33",
                        "  method Newer 36-40",
                        "enum Product.Kind [Shop.Core] 42-42",
                        "  enum-constant Simple 42-42",
                        "  enum-constant Grouped 42-42",
                        "class Product.Nested [Shop.Core] 44-44",
                        "  field y 44-44",
                        "record Money [Shop.Core] 49-49",
                        "  property Amount 49-49",
                        "  property Currency 49-49",
                        "record Point [Shop.Core] 51-51",
                        "  property X 51-51",
                        "  property Y 51-51",
                        "  method Sum 51-51",
                        "delegate Handler [Shop.Core] 53-53",
                        "interface IPriced [Shop.Core] 55-55",
                        "  property Price 55-55",
                        "  method Reprice 55-55");
    }

    @Test
    void findsTypesAndMembersOfJava() {
        assertThat(listing("java")).containsExactly("x");
    }

    @Test
    void findsTypesAndFunctionsOfTypeScript() {
        assertThat(listing("script")).containsExactly("x");
    }

    @Test
    void findsClassesAndFunctionsOfPythonByIndentation() {
        assertThat(listing("python")).containsExactly("x");
    }

    @Test
    void findsDeclarationsOfKotlin() {
        assertThat(listing("kotlin")).containsExactly("x");
    }

    @Test
    void findsDeclarationsOfPhp() {
        assertThat(listing("php")).containsExactly("x");
    }

    @Test
    void findsDeclarationsOfGo() {
        assertThat(listing("go")).containsExactly("x");
    }

    @Test
    void namesMembersWithTheirTypesAndShortensSignatures() {
        SourceTree tree =
                Trees.ofText("A.cs", "class A { class B { void Do(int a,\n      int b) { } } }");
        Declarations declarations = Declarations.of(tree);
        assertThat(declarations.members())
                .extracting(Member::qualifiedName)
                .containsExactly("A.B.Do");
        assertThat(declarations.members().get(0).signature()).isEqualTo("void Do(int a, int b)");
    }

    private static List<String> listing(String sources) {
        List<String> lines = new ArrayList<>();
        for (TypeDeclaration type : Declarations.of(Trees.ofSources(sources)).types()) {
            String namespace = type.namespace().isEmpty() ? "" : " [" + type.namespace() + "]";
            lines.add(
                    type.kind().key() + " " + type.name() + namespace + " "
                            + type.evidence().startLine() + "-" + type.evidence().endLine());
            for (Member member : type.members()) {
                lines.add(
                        "  " + member.kind().key() + " " + member.name() + " "
                                + member.evidence().startLine() + "-"
                                + member.evidence().endLine());
            }
        }
        return lines;
    }
}
