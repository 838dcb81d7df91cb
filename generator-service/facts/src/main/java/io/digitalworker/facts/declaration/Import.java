package io.digitalworker.facts.declaration;

import io.digitalworker.facts.syntax.Span;

/**
 * What a file takes from elsewhere, one for each name.
 *
 * <ul>
 *   <li>C#: {@code using A.B} is module {@code A.B}, name empty; {@code using static A.B} has name
 *       {@code *}; {@code using X = A.B} has alias {@code X}; a {@code global using} has {@code
 *       reexport}.
 *   <li>Java: {@code import a.b.C} is module {@code a.b}, name {@code C}; {@code import static
 *       a.b.C.D} is module {@code a.b.C}, name {@code D}; a star is the name {@code *}.
 *   <li>Script: {@code import X from 'm'} has name {@code default} and alias {@code X}; {@code import *
 *       as X} and {@code X = require('m')} have name {@code *}; {@code const {a: b} = require('m')} has
 *       name {@code a} and alias {@code b}. {@code export … from} has the same and {@code reexport}, so
 *       has {@code module.exports = require('m')}; {@code export {a as b}} of the file's own {@code a}
 *       has an empty module. A {@code require('m')} or {@code import('m')} within an expression has name
 *       {@code *} and no alias; an import for its effects alone has neither.
 *   <li>Python: {@code from .a import b as c} is module {@code .a}, name {@code b}, alias {@code c};
 *       {@code import a.b} has an empty name and alias {@code a.b}.
 * </ul>
 *
 * @param alias the name it has in this file; empty for a whole namespace
 */
public record Import(String module, String name, String alias, boolean reexport, Span span) {}
