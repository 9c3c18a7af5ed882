/**
 * Tells every other service who people are and what they are where: the events of {@code
 * custard.identity.v1} and of the audit log, written with the change itself.
 */
@NullMarked
package io.custard.auth.identity;

import org.jspecify.annotations.NullMarked;
