package io.digitalworker.facts.declaration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Python. */
class PythonDeclarationsTest {
    @Test
    void readsClassesWithBasesAndDecorators() {
        assertThat(
                        Listing.of(
                                "x.py",
                                """
                        @dataclass(frozen=True)
                        class B(Base[T], metaclass=Meta, **kw):
                        \tclass Meta:
                        \t\tordering = ["x"]
                        \tname: str = models.CharField(max_length=1)
                        \tbare: list[int]
                        \tif X:
                        \t\tcond = 1
                        \t@property
                        \tdef p(self): return self.a
                        class A: x = 1; y: int = 2
                        class C[T: int]: pass
                        type Alias[T] = int | list[T]
                        """))
                .containsExactly(
                        "@dataclass/1 class B : Base[T] | metaclass=Meta | **kw",
                        "  field B.name: str = models.CharField(max_length=1)",
                        "  field B.bare: list[int]",
                        "  field B.cond = 1",
                        "  @property/0 method B.p(self) {return self.a",
                        "class B.Meta",
                        "  field B.Meta.ordering = [\"x\"]",
                        "class A",
                        "  field A.x = 1",
                        "  field A.y: int = 2",
                        "class C<T>",
                        "alias Alias<T>");
    }

    @Test
    void readsWhatAConstructorGivesTheObjectOnce() {
        assertThat(
                        Listing.of(
                                "x.py",
                                """
                        class A:
                            known: int
                            def __init__(self, a: int, b=2) -> None:
                                self.a = a
                                self.a = 3
                                self.known = a
                                self.b: str = b
                                if b:
                                    self.c, self.d = 1, 2
                                self.list[0] = a
                                def inner():
                                    self.no = 1
                        """))
                .containsExactly(
                        "class A",
                        "  field A.known: int",
                        "  constructor A.__init__(self, a:int, b=): None {self.a = a self.a = 3 self.known = a self.b: str = b if b: self.c, self.d = 1, 2 self.list[0] = a def inner(): self.no = 1",
                        "  field A.a = a",
                        "  field A.b: str = b",
                        "  field A.c = 1",
                        "  field A.d = 2");
    }

    @Test
    void readsFunctionsWithTheirHeads() {
        assertThat(
                        Listing.of(
                                "x.py",
                                """
                        @app.route(
                            "/x", methods=["GET"])
                        @login
                        async def view[T: int](a, b: dict[str, int] = {}, *args: int, k=lambda: 1, **kw) -> dict[str, "X"]:
                            return 1
                        def one(): return 1; x = 2
                        """))
                .containsExactly(
                        "  @app.route/2 @login/0 async function view<T>(a, b:dict[str,int]=, args:int, k=, kw): dict[str,\"X\"] {return 1",
                        "  function one() {return 1; x = 2");
    }

    @Test
    void readsVariablesOfTheModule() {
        assertThat(
                        Listing.of(
                                "x.py",
                                """
                        X: int = 3
                        a, b = 1, 2
                        c = d = []
                        e, *f = call()
                        urlpatterns = [
                            path("x", view),
                        ]
                        urlpatterns += [1]
                        fn = lambda x=1: x
                        if DEBUG:
                            LOG = f"{a["b"]} it's {x:'>10}"
                        else: LOG = None
                        Rx = rb'\\d"' ; Q = Rb\"\"\"don't\"\"\"
                        match = 5
                        match cmd:
                            case 1: y = 2
                        long = 1 + \\
                          2
                        after = 1
                        """))
                .containsExactly(
                        "  field X: int = 3",
                        "  field a = 1",
                        "  field b = 2",
                        "  field c = []",
                        "  field d = []",
                        "  field e",
                        "  field f",
                        "  field urlpatterns = [ path(\"x\", view), ]",
                        "  field fn = lambda x=1: x",
                        "  field LOG = f\"{a[\"b\"]} it's {x:'>10}\"",
                        "  field LOG = None",
                        "  field Rx = rb'\\d\"'",
                        "  field Q = Rb\"\"\"don't\"\"\"",
                        "  field match = 5",
                        "  field y = 2",
                        "  field long = 1 + \\ 2",
                        "  field after = 1");
    }

    @Test
    void readsDecoratedFunctionsAndClassesWithinFunctions() {
        assertThat(
                        Listing.of(
                                "x.py",
                                """
                        def create_app(test=None):
                            app = Flask(__name__)
                            @app.route("/")
                            def index():
                                return "x"
                            class Local(Form):
                                f = StringField()
                            def helper(): pass
                        """))
                .containsExactly(
                        "  function create_app(test=) {app = Flask(__name__) @app.route(\"/\") def index(): return \"x\" class Local(Form): f = StringField() def helper(): pass",
                        "  @app.route/1 function create_app.index() {return \"x\"",
                        "class create_app.Local : Form",
                        "  field create_app.Local.f = StringField()");
    }

    @Test
    void readsImportsInAllForms() {
        assertThat(
                        Listing.imports(
                                "x.py",
                                """
                        from __future__ import annotations
                        import os, a.b.c as abc, x.y
                        from . import (auth,
                           blog as b,)
                        from ..pkg.mod import *
                        from .import z
                        try:
                            import ujson as json
                        except ImportError: import json
                        if TYPE_CHECKING:
                            from foo import Bar
                        def ready(self):
                            from lazy import thing
                        """))
                .containsExactly(
                        "__future__ | annotations | annotations",
                        "os |  | os",
                        "a.b.c |  | abc",
                        "x.y |  | x.y",
                        ". | auth | auth",
                        ". | blog | b",
                        "..pkg.mod | * | ",
                        ". | z | z",
                        "ujson |  | json",
                        "json |  | json",
                        "foo | Bar | Bar",
                        "lazy | thing | thing");
    }
}
