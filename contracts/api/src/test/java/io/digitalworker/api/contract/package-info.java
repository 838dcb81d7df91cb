/** The contracts as tests read them, here and in the services. */
package io.digitalworker.api.contract;
