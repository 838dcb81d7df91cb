package io.digitalworker.facts.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;

import static io.digitalworker.facts.fuzz.Repeated.joined;
import static io.digitalworker.facts.fuzz.Repeated.lines;

/** Python whose modules, classes, lists and routers lead back to themselves. */
final class CyclicPython {
    private static final String USE =
            "from fastapi import FastAPI, Depends\napp = FastAPI()\n"
                    + "@app.get('/x')\ndef x(a: Thing = Depends(views.missing)) -> Thing:\n"
                    + "    service.load(a)\n    views.other(missing)\n    return Thing(missing)\n";

    private CyclicPython() {}

    static Map<String, Map<String, String>> trees() {
        Map<String, Map<String, String>> trees = new LinkedHashMap<>();
        String own = "from . import views\nfrom . import *\nfrom .views import *\n".repeat(50);
        trees.put(
                "a package that imports itself",
                Map.of("app/__init__.py", own, "app/views.py", own + USE));
        trees.put("modules that star-import each other", ring(true));
        trees.put("modules that import a name from each other", ring(false));
        trees.put("packages within packages", packages());
        trees.put("a diamond of classes", Map.of("app/models.py", diamond()));
        trees.put("lists of themselves", Map.of("app/urls.py", lists(), "app/main.py", lists()));
        trees.put("values of themselves", Map.of("app/main.py", values()));
        trees.put("routers that include each other", Map.of("app/main.py", routers()));
        trees.put("namespaces handed around", Map.of("app/main.py", namespaces()));
        trees.put("url patterns that include themselves", urls());
        trees.put("dependencies of each other", Map.of("app/main.py", dependencies()));
        trees.put("routers nested in each other", Map.of("app/urls.py", nestedRouters()));
        trees.put("functions that return each other", Map.of("app/main.py", functions()));
        trees.put("settings of themselves", Map.of("app/settings.py", settings()));
        trees.put("schemas of each other", Map.of("app/schemas.py", schemas()));
        return trees;
    }

    private static Map<String, String> ring(boolean star) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int m = 0; m < 12; m++) {
            String imports =
                    lines(
                            12,
                            i ->
                                    star
                                            ? "from app.m" + i + " import *"
                                            : "from app.m" + i + " import Thing, service, views");
            files.put("app/m" + m + ".py", imports.repeat(4) + USE);
        }
        return files;
    }

    private static Map<String, String> packages() {
        Map<String, String> files = new LinkedHashMap<>();
        String directory = "app";
        for (int i = 0; i < 15; i++) {
            String all = "from .p import *\nfrom .. import *\nfrom . import p, views, service\n";
            files.put(directory + "/__init__.py", all.repeat(8));
            files.put(directory + "/views.py", all.repeat(8) + USE);
            directory += "/p";
        }
        return files;
    }

    private static String diamond() {
        return "from django.db import models\nclass C0(models.Model): pass\n"
                + lines(
                        40,
                        i ->
                                "class A%2$d(C%1$d): pass\nclass B%2$d(C%1$d): pass\nclass D%2$d(C%1$d): pass\nclass C%2$d(A%2$d, B%2$d, D%2$d): pass"
                                        .formatted(i, i + 1))
                + "class R0(R1, R2, R3): pass\nclass R1(R0, R2, R3): pass\nclass R2(R0, R1, R3): pass\nclass R3(R0, R1, R2): pass\n"
                + "def f(a: C40, b: R0, db: Session):\n    a.missing()\n    b.missing()\n    db.add(a)\n    db.query(R1).all()\n    C40.objects.filter(x=1)\n    R1.objects.get()\n";
    }

    private static String lists() {
        String spread = joined(", ", 50, i -> "*urlpatterns");
        String sum = joined(" + ", 50, i -> "more");
        return "from django.urls import path, include\nfrom fastapi import FastAPI, APIRouter, Depends\n"
                + "urlpatterns = [%s]\nmore = %s\nother = [*more, *urlpatterns] + other + other\n"
                        .formatted(spread, sum)
                + "app = FastAPI(dependencies=other)\nr = APIRouter(dependencies=urlpatterns)\n"
                + "for x in other:\n    app.include_router(x)\n"
                + "@app.api_route('/x', methods=other)\ndef x(): pass\n"
                + "@app.api_route('/y', methods=urlpatterns)\ndef y(): pass\n"
                + "@app.api_route('/z', methods=more)\ndef z(): pass\n";
    }

    private static String values() {
        return "from fastapi import FastAPI\napp = FastAPI()\n"
                + "a = b + b + b + b\nb = c + c + a + c\nc = a + b + c + a\n"
                + "d = '%s%s%s' % d\ne = '{}{}{}'.format(e, f(e), e)\n"
                + "def f(x): return x + f(x) + f(f(x)) + e\n"
                + "def g(x):\n"
                + "    return g(x) + g(x)\n".repeat(30)
                + "h = h if h else h if a else h\ni = [i[i], i[i]][i[i]]\nj = {'k': j.k.k.k.k.k.k}\n"
                + "k = "
                + "k.".repeat(60)
                + "k\n"
                + lines(9, i -> "@app.get(%s)\ndef r%d(): pass".formatted("abcdefghi".charAt(i), i))
                + "@app.get(j.k.k)\ndef rj(): pass\n@app.get(k.k.k)\ndef rk(): pass\n"
                + "@app.get(f(a))\ndef rf(): pass\n@app.get(g(a))\ndef rg(): pass\n";
    }

    private static String routers() {
        return "from fastapi import FastAPI, APIRouter\nfrom flask import Flask, Blueprint\napp = FastAPI()\nflask = Flask(__name__)\n"
                + lines(
                        15,
                        i ->
                                "r%1$d = APIRouter(prefix='/%1$d')\nb%1$d = Blueprint('b%1$d', __name__)"
                                        .formatted(i))
                + lines(
                        225,
                        i ->
                                "r%1$d.include_router(r%2$d, prefix='/x')\nb%1$d.register_blueprint(b%2$d, url_prefix='/x')"
                                        .formatted(i / 15, i % 15))
                + "app.include_router(r0)\nflask.register_blueprint(b0)\n"
                + lines(
                        15,
                        i ->
                                "@r%1$d.get('/a%1$d')\ndef a%1$d(): pass\n@b%1$d.route('/b%1$d')\ndef b%1$d(): pass"
                                        .formatted(i));
    }

    private static String namespaces() {
        String calls =
                "    f(r.namespace('x'))\n    g(r.namespace('y'))\n    g(r)\n    h(Api(r))\n"
                        .repeat(20);
        return "from flask import Flask, Blueprint\nfrom flask_restx import Api\n"
                + "def f(r):\n"
                + calls
                + "def g(r):\n"
                + calls
                + "def h(r):\n"
                + calls
                + "    r.add_resource(X, '/x')\n    @r.route('/y')\n    def y(): pass\n"
                + "app = Flask(__name__)\nf(Api(app))\n";
    }

    private static Map<String, String> urls() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("manage.py", "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 's')\n");
        files.put("s.py", "ROOT_URLCONF = 'u0.urls'\n");
        for (int m = 0; m < 12; m++) {
            String includes =
                    joined(", ", 48, i -> "path('p%d/', include('u%d.urls'))".formatted(i, i % 12));
            files.put(
                    "u" + m + "/urls.py",
                    "from django.urls import include, path\nurlpatterns = [path('x', view), "
                            + includes
                            + "]\nurlpatterns += urlpatterns + urlpatterns\n");
        }
        return files;
    }

    private static String dependencies() {
        return "from fastapi import FastAPI, Depends\napp = FastAPI()\n"
                + lines(
                        12,
                        i ->
                                "def d%d(%s): pass"
                                        .formatted(
                                                i,
                                                joined(
                                                        ", ",
                                                        12,
                                                        j -> "a%1$d=Depends(d%1$d)".formatted(j))))
                + "@app.get('/x')\ndef x(a=Depends(d0)): pass\n";
    }

    private static String nestedRouters() {
        return "from rest_framework_nested.routers import NestedSimpleRouter, DefaultRouter\nfrom django.urls import path, include\n"
                + lines(
                        12,
                        i ->
                                "r%d = NestedSimpleRouter(r%d, 'x', lookup='y')"
                                        .formatted(i, (i + 1) % 12))
                + lines(
                        144,
                        i ->
                                "r%1$d.register('x', View)\nr%1$d.registry.extend(r%2$d.registry)"
                                        .formatted(i / 12, i % 12))
                + "urlpatterns = ["
                + joined(", ", 24, i -> "path('', include(r%d.urls))".formatted(i % 12))
                + "]\n";
    }

    private static String functions() {
        String tail = joined(", ", 20, i -> "make%d(a, b)".formatted(i));
        return "from fastapi import FastAPI, APIRouter\n"
                + lines(
                        20,
                        i ->
                                "def make%1$d(a, b):\n    if a: return make%2$d(%3$s)\n    x = make%2$d(x, make%1$d(x, x))\n    x.include_router(a)\n    return x"
                                        .formatted(i, (i + 1) % 20, tail))
                + "app = make0(1, 2)\n@app.get(make1(1, 2))\ndef x(): pass\nmake3(app, app).get('/y')(x)\n";
    }

    private static String settings() {
        return "import os\nfrom .settings import *\n".repeat(50)
                + "A = os.environ.get(B, os.environ.get(A, A + A + A))\nB = A + B + os.getenv(A + B, B)\n"
                + "DATABASES = {'default': DATABASES['default'], **DATABASES, **DATABASES}\n"
                + "INSTALLED_APPS = INSTALLED_APPS + INSTALLED_APPS + [*INSTALLED_APPS, *INSTALLED_APPS]\n"
                + "CELERY_BEAT_SCHEDULE = {**CELERY_BEAT_SCHEDULE, **CELERY_BEAT_SCHEDULE, 'x': CELERY_BEAT_SCHEDULE}\n";
    }

    private static String schemas() {
        return "from pydantic import BaseModel\nfrom sqlalchemy.orm import declarative_base, relationship\nBase = declarative_base()\n"
                + lines(
                        12,
                        i ->
                                "class S%1$d(%2$s):\n%3$s"
                                        .formatted(
                                                i,
                                                joined(", ", 12, j -> "S" + j),
                                                lines(
                                                        12,
                                                        j ->
                                                                "    f%1$d: List[S%1$d]"
                                                                        .formatted(j))))
                + lines(
                        12,
                        i ->
                                "class M%1$d(Base):\n    __tablename__ = M%1$d.__tablename__ + M%1$d.__tablename__\n%2$s"
                                        .formatted(
                                                i,
                                                lines(
                                                        12,
                                                        j ->
                                                                "    r%1$d = relationship('M%1$d', backref=M%1$d.r%1$d)"
                                                                        .formatted(j))));
    }
}
