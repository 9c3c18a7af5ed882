/** Sign-up, log-in and profile. */
@NullMarked
package io.custard.auth.account;

import org.jspecify.annotations.NullMarked;
