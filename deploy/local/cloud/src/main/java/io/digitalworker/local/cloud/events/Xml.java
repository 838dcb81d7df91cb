package io.digitalworker.local.cloud.events;

/** The little XML that the query protocol answers with. */
final class Xml {
    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

    private Xml() {}

    static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String response(String action, String result, String requestId) {
        return "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult><ResponseMetadata>%4$s</ResponseMetadata></%1$sResponse>"
                .formatted(action, NAMESPACE, result, element("RequestId", requestId));
    }

    static String error(String code, String message, String requestId) {
        return "<ErrorResponse xmlns=\"%s\"><Error><Type>Sender</Type>%s%s</Error>%s</ErrorResponse>"
                .formatted(
                        NAMESPACE,
                        element("Code", code),
                        element("Message", message),
                        element("RequestId", requestId));
    }
}
