package io.digitalworker.document.writing.functional;

/** What a status stands for (RFC 9110), as the one who asked meets it. */
final class Answers {
    private Answers() {}

    static String of(int status) {
        return switch (status) {
            case 200 -> "gets what was asked for";
            case 201 -> "gets what was created";
            case 202 -> "is told that it will be done";
            case 204 -> "gets an empty answer";
            case 301, 302, 303, 307, 308 -> "is led on to another page";
            case 304 -> "keeps what is there already";
            case 400 -> "is told that the request is wrong";
            case 401 -> "is asked to sign in";
            case 403 -> "is refused";
            case 404 -> "is told that there is no such thing";
            case 405 -> "is told that this cannot be done here";
            case 409 -> "is told that it collides with what is there";
            case 410 -> "is told that it is gone";
            case 413 -> "is told that it is too large";
            case 415 -> "is told that this form is unknown";
            case 422 -> "is told which entries are wrong";
            case 429 -> "is asked to wait";
            case 501 -> "is told that this is still to come";
            case 503 -> "is asked to come back later";
            default ->
                    status < 200
                            ? "is told to go on"
                            : status < 300
                                    ? "is told that it worked"
                                    : status < 400
                                            ? "is led elsewhere"
                                            : status < 500 ? "is refused" : "is told of a failure";
        };
    }
}
