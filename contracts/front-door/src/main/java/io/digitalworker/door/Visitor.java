package io.digitalworker.door;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAuthorizedException;

/**
 * Who was let in.
 *
 * @param principal whom things belong to: printable ASCII without {@code #}, at most 1,024 characters
 */
public record Visitor(String principal) {
    private static final String KEY = Visitor.class.getName();

    /**
     * The visitor whose request this is.
     *
     * @throws NotAuthorizedException where nobody was asked: an open route has no visitor
     */
    public static Visitor of(RoutingContext request) {
        Visitor visitor = request.get(KEY);
        if (visitor == null) {
            throw new NotAuthorizedException("Bearer");
        }
        return visitor;
    }

    void enter(RoutingContext request) {
        request.put(KEY, this);
    }
}
