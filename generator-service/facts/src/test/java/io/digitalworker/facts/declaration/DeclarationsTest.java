package io.digitalworker.facts.declaration;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeclarationsTest {
    @Test
    void findsTypesAndMembersOfCSharp() {
        assertThat(listing("csharp"))
                .containsExactly(
                        "class OrdersController [Shop.Api] 3-13",
                        "  constructor OrdersController 3-3",
                        "  field Quote 5-5",
                        "  method Get 7-8",
                        "  property this 10-10",
                        "  method operator string 12-12",
                        "class Marker [Shop.Api] 15-15",
                        "class Product [Shop.Core] 6-47",
                        "  field Key 9-9",
                        "  field _raw 10-12",
                        "  constructor Product 14-17",
                        "  property Name 19-20",
                        "  property Price 22-22",
                        "  event Changed 24-24",
                        "  method Size 26-26",
                        "  method ListAsync 28-33",
                        "  method Newer 36-40",
                        "  method ~Product 46-46",
                        "enum Product.Kind [Shop.Core] 42-42",
                        "  enum-constant Simple 42-42",
                        "  enum-constant Grouped 42-42",
                        "class Product.Nested [Shop.Core] 44-44",
                        "  field x 44-44",
                        "  field y 44-44",
                        "record Money [Shop.Core] 49-49",
                        "  constructor Money 49-49",
                        "  property Amount 49-49",
                        "  property Currency 49-49",
                        "record Point [Shop.Core] 51-51",
                        "  constructor Point 51-51",
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
        assertThat(listing("java"))
                .containsExactly(
                        "class Shop [shop.core] 6-33",
                        "  field TEXT 8-10",
                        "  field sizes 11-11",
                        "  constructor Shop 13-15",
                        "  method run 17-20",
                        "  method map 26-26",
                        "enum Shop.Color [shop.core] 28-28",
                        "  enum-constant RED 28-28",
                        "  enum-constant GREEN 28-28",
                        "  field code 28-28",
                        "  constructor Color 28-28",
                        "record Shop.Pair [shop.core] 30-30",
                        "  property left 30-30",
                        "  property right 30-30",
                        "annotation Shop.Marker [shop.core] 32-32",
                        "  method value 32-32");
    }

    @Test
    void findsTypesAndFunctionsOfTypeScript() {
        assertThat(listing("script"))
                .containsExactly(
                        "file shop.ts 1-38",
                        "  function parse 28-31",
                        "  function load 33-35",
                        "  field plain 37-37",
                        "  function twice 38-38",
                        "alias Price 3-3",
                        "interface Item 5-9",
                        "  property name 6-6",
                        "  property price 7-7",
                        "  method total 8-8",
                        "enum Color 11-11",
                        "  enum-constant Red 11-11",
                        "  enum-constant Green 11-11",
                        "class ItemsController 13-26",
                        "  property cache 15-15",
                        "  property limit 16-16",
                        "  constructor constructor 18-18",
                        "  field items 18-18",
                        "  method find 20-23",
                        "  method size 25-25");
    }

    @Test
    void findsClassesAndFunctionsOfPythonByIndentation() {
        assertThat(listing("python"))
                .containsExactly(
                        "file shop.py 1-33",
                        "  function load 7-11",
                        "  function last 33-33",
                        "class Shop 14-30",
                        "  field name 16-16",
                        "  field limit 17-17",
                        "  constructor __init__ 22-23",
                        "  field x 23-23",
                        "  method items 25-30",
                        "class Shop.Meta 19-20",
                        "  field ordering 20-20");
    }

    @Test
    void findsDeclarationsOfKotlin() {
        assertThat(listing("kotlin"))
                .containsExactly(
                        "file Shop.kt 1-17",
                        "  function main 17-17",
                        "class Item [shop.core] 3-3",
                        "class Shop [shop.core] 6-13",
                        "  property total 7-7",
                        "  method find 8-10",
                        "  method twice 11-11",
                        "object Shop.Factory [shop.core] 12-12",
                        "  method create 12-12",
                        "enum Color [shop.core] 15-15");
    }

    @Test
    void findsDeclarationsOfPhp() {
        assertThat(listing("php"))
                .containsExactly(
                        "class Shop [App.Shop] 4-17",
                        "  property name 6-6",
                        "  field LIMIT 7-7",
                        "  method __construct 9-9",
                        "  method find 11-16",
                        "interface Priced [App.Shop] 19-19",
                        "  method price 19-19");
    }

    @Test
    void findsDeclarationsOfGo() {
        assertThat(listing("go"))
                .containsExactly(
                        "file shop.go 1-18",
                        "  method Shop.Find 14-16",
                        "  function New 18-18",
                        "struct Item [shop] 5-8",
                        "  field Name 6-6",
                        "  field Price 7-7",
                        "interface Finder [shop] 10-12");
    }

    @Test
    void namesMembersWithTheirTypesAndShortensSignatures() {
        SourceTree tree =
                Trees.ofText("A.cs", "class A { class B { void Do(int a,\n      int b) { } } }");
        CodeBase declarations = CodeBase.read(tree);
        List<Member> members =
                declarations.types().stream().flatMap(type -> type.members().stream()).toList();
        assertThat(members).extracting(Member::qualifiedName).containsExactly("A.B.Do");
        assertThat(members.get(0).signature()).isEqualTo("void Do(int a, int b)");
    }

    private static List<String> listing(String sources) {
        List<String> lines = new ArrayList<>();
        for (TypeDeclaration type : CodeBase.read(Trees.ofSources(sources)).types()) {
            String namespace = type.namespace().isEmpty() ? "" : " [" + type.namespace() + "]";
            lines.add(
                    type.kind().key()
                            + " "
                            + type.name()
                            + namespace
                            + " "
                            + type.evidence().startLine()
                            + "-"
                            + type.evidence().endLine());
            for (Member member : type.members()) {
                lines.add(
                        "  "
                                + member.kind().key()
                                + " "
                                + member.name()
                                + " "
                                + member.evidence().startLine()
                                + "-"
                                + member.evidence().endLine());
            }
        }
        return lines;
    }
}
