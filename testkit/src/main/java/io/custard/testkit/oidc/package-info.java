/** An OpenID Connect provider that conforms to the standard, and misbehaves when asked to. */
@NullMarked
package io.custard.testkit.oidc;

import org.jspecify.annotations.NullMarked;
