/**
 * Mails: written as a row in the transaction of what they tell about, composed and sent later. The
 * request's answer and its time depend neither on the mail server nor on whom there is.
 */
@NullMarked
package io.custard.auth.mail;

import org.jspecify.annotations.NullMarked;
