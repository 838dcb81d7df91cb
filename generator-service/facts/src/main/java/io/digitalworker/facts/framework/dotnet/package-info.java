/** What .NET code stores, checks and guards, as far as its own libraries are concerned. */
@NullMarked
package io.digitalworker.facts.framework.dotnet;

import org.jspecify.annotations.NullMarked;
