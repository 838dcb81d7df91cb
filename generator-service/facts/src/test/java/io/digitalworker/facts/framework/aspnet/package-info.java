/** What the fixtures do not say of ASP.NET Core. */
package io.digitalworker.facts.framework.aspnet;
