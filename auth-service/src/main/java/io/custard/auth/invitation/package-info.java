/** Invitations to an organisation: sent by mail, accepted once, by whoever reads that mail. */
@NullMarked
package io.custard.auth.invitation;

import org.jspecify.annotations.NullMarked;
