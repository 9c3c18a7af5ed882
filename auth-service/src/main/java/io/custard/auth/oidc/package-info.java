/**
 * Log-in by an outside provider, and the links between such log-ins and accounts. The rules that
 * keep others out are in {@code docs/oidc.md}.
 */
@NullMarked
package io.custard.auth.oidc;

import org.jspecify.annotations.NullMarked;
