/** Links in mails: following one proves that an address is read by whoever follows it. */
@NullMarked
package io.custard.auth.link;

import org.jspecify.annotations.NullMarked;
