/**
 * The gate: a hostile ZIP becomes checked entries (design §9). Ingest passes every archive through
 * it before it answers 202, the generator again before it reads a byte. The records of the format
 * are read here rather than by a library, because libraries answer what they found and forgive what
 * does not fit; the gate has to see gaps, overlaps and contradictions. Data is inflated by {@link
 * java.util.zip.Inflater}. Section numbers such as "APPNOTE 4.3.7" refer to PKWARE's description of
 * the format, version 6.3.10.
 */
@NullMarked
package io.digitalworker.archive;

import org.jspecify.annotations.NullMarked;
