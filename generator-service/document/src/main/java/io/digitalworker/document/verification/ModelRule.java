package io.digitalworker.document.verification;

/** The rules that hold for model prose alone (ADR 14). */
enum ModelRule {
    NO_PROSE("no-prose", "tables, listings, figures and quotations are not written by models"),
    NO_CLAIM("no-claim", "says nothing that can be checked"),
    NOT_OFFERED("not-offered", "quotes, prices and terms are not put in by models"),
    LONG_VALUE("long-value", "what a name shows is no name but a text"),
    CLASS("unearned-class", "a model says what is there or what follows from it, nothing else"),
    CHARACTER("odd-character", "plain words have letters and plain punctuation only"),
    GLUED("glued-name", "a name and what stands next to it make another name"),
    NUMBER("number-in-words", "a number has to be a mention"),
    ROUTE_NAME("name-in-plain-words", "a name has to be a mention"),
    REACTION("reacts-to-instructions", "a document does not speak of how it is written"),
    TOKEN("leaked-token", "holds what must not leave the prompt"),
    LONG_SENTENCE("long-sentence", "a sentence has at most 60 words"),
    HEADING("heading-as-statement", "a heading is a few words and states nothing"),
    UNGROUNDED("ungrounded-word", "neither plain English nor a word of what is named or cited"),
    TELLING("unproven-word", "neither what is named nor what is cited says so"),
    JUDGEMENT("judgement", "a document passes no judgement"),
    SAYS_MORE("says-more", "says more than what is named and cited bears out"),
    UNIVERSAL("unproven-universal", "no fact says that it holds without exception"),
    DENIAL("unproven-denial", "no fact says that it is not so"),
    COPIED("copied-words", "stands in a comment or text of the code and is no quotation"),
    MISREAD_NUMBER("misread-number", "the number counts something else"),
    MISNAMED("misnamed", "the name is not of the kind that the word before it says"),
    TURNED_ROUND("turned-round", "the fact says it of the other"),
    REPEATED("repeated-sentence", "it was said before"),
    TOO_MANY("too-many-words", "the section has more words than anybody reads");

    private final String key;
    private final String detail;

    ModelRule(String key, String detail) {
        this.key = key;
        this.detail = detail;
    }

    Fault in(String section) {
        return new Fault(section, key, detail);
    }

    /** The same with the place in the sentence. */
    Fault in(String section, int word) {
        return new Fault(section, key, detail + ": plain word " + word);
    }
}
