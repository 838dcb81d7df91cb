package io.digitalworker.facts.declaration;

import io.digitalworker.facts.code.CodeFile;
import java.util.List;
import java.util.Set;

/** Somebody else's opinion on what C# and Java files declare. */
interface Oracle {
    String title();

    /** Whether it can be asked on this machine. */
    boolean present();

    /** Whether it reads the whole syntax, so that what it does not know in a file is not there. */
    boolean strict();

    Opinion on(List<CodeFile> files);

    /**
     * What it claims.
     *
     * @param doubtful paths of files that it did not understand as a whole
     */
    record Opinion(List<Declared> claims, Set<String> doubtful) {}
}
