/**
 * Outside log-in services that speak OpenID Connect: which there are, and what they say of whom.
 * Knows nothing of accounts.
 */
@NullMarked
package io.custard.auth.provider;

import org.jspecify.annotations.NullMarked;
