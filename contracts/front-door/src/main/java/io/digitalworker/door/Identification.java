package io.digitalworker.door;

/** Asks who calls. There is one way for each {@link io.digitalworker.runtime.AuthMode}. */
interface Identification {
    /** May wait for another machine. */
    Answer ask(RequestHead request);
}
