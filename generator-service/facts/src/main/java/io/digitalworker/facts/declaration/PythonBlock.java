package io.digitalworker.facts.declaration;

import java.util.Set;

/**
 * A class or function of Python that is being read.
 *
 * @param owner handle of the class; of a method, that of its class
 * @param name with those around it
 * @param self what a constructor calls the object; empty for everything else
 * @param seen names of the class's attributes
 */
record PythonBlock(
        int column, boolean ofClass, int owner, String name, String self, Set<String> seen) {}
