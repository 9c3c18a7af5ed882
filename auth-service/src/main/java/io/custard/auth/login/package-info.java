/** Log-in by e-mail and password. */
@NullMarked
package io.custard.auth.login;

import org.jspecify.annotations.NullMarked;
