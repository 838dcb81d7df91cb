/** What nopCommerce adds to .NET: entities, plugins, settings, permissions, events, tasks, texts. */
@NullMarked
package io.digitalworker.facts.framework.nopcommerce;

import org.jspecify.annotations.NullMarked;
