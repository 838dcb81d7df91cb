/** Facts of Java's frameworks: Spring, JAX-RS and Quarkus, Micronaut, JPA, MyBatis and their likes. */
@NullMarked
package io.digitalworker.facts.framework.java;

import org.jspecify.annotations.NullMarked;
