/** Access tokens: who signs them, what they say, and the public keys others verify them with. */
@NullMarked
package io.custard.auth.token;

import org.jspecify.annotations.NullMarked;
