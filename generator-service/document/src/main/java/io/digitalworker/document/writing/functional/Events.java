package io.digitalworker.document.writing.functional;

import io.digitalworker.facts.fact.Message;
import java.util.List;
import java.util.regex.Pattern;

/** Which events say something: code for any type announces events of no type in particular. */
final class Events {
    private static final Pattern OF_ANY_TYPE =
            Pattern.compile("<(T|T[A-Z]\\w*|[A-Z])(, ?[A-Z]\\w*)*>");

    private Events() {}

    /** Those about something, if there are any; else all. */
    static List<Message> telling(List<Message> messages) {
        List<Message> about =
                messages.stream().filter(message -> !ofAnyType(message, messages)).toList();
        return about.isEmpty() ? messages : about;
    }

    private static boolean ofAnyType(Message message, List<Message> others) {
        String of = message.name() + "<";
        return OF_ANY_TYPE.matcher(message.name()).find()
                || others.stream().anyMatch(other -> other.name().startsWith(of));
    }
}
