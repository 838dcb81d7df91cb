/**
 * ASP.NET Core and the ASP.NET MVC before it: controllers, conventional routes, minimal APIs, endpoint
 * classes, Razor pages and components, hubs and gRPC services.
 */
@NullMarked
package io.digitalworker.facts.framework.aspnet;

import org.jspecify.annotations.NullMarked;
