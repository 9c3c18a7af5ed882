/** Password hashing with Argon2id, away from the event loop and bounded in memory. */
@NullMarked
package io.custard.auth.password;

import org.jspecify.annotations.NullMarked;
