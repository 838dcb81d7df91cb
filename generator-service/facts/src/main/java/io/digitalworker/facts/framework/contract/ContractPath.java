package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.data.DataNode;

/** Paths of contracts and gateways in the form of endpoints. */
public final class ContractPath {
    private ContractPath() {}

    /** With a slash at the start, none at the end, none doubled; {@code {proxy+}} is {@code {proxy}}. */
    public static String normal(String path) {
        String plain = path.replaceFirst("[?#].*", "").replace("+}", "}").replace("*}", "}");
        String slashed = ("/" + plain.strip()).replaceAll("/{2,}", "/");
        return slashed.length() > 1 && slashed.endsWith("/")
                ? slashed.substring(0, slashed.length() - 1)
                : slashed;
    }

    /** The path of a server's address, variables filled in with their defaults. */
    static String ofServer(DataNode server) {
        String url = server.get("url").text("");
        for (DataNode.Entry variable : server.get("variables").entries()) {
            String value = variable.value().get("default").text("{" + variable.key() + "}");
            url = url.replace("{" + variable.key() + "}", value);
        }
        int scheme = url.indexOf("://");
        int slash = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
        boolean noPath = slash < 0 || (scheme < 0 && !url.startsWith("/"));
        String path = noPath ? "" : normal(url.substring(slash));
        return path.equals("/") ? "" : path;
    }
}
