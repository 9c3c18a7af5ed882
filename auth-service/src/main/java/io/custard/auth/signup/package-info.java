/**
 * Sign-up. Nobody has an account before their e-mail is proved, and no answer tells whether
 * somebody has one: that is looked up when the mail is written.
 */
@NullMarked
package io.custard.auth.signup;

import org.jspecify.annotations.NullMarked;
