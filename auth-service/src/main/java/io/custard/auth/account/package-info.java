/** What people do with their own account: profile, password, e-mail, and its end. */
@NullMarked
package io.custard.auth.account;

import org.jspecify.annotations.NullMarked;
