/** Log-ins: their refresh tokens, their cookies, their list and their end. */
@NullMarked
package io.custard.auth.session;

import org.jspecify.annotations.NullMarked;
