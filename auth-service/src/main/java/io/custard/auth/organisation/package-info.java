/** Organisations: founding, renaming, changing between them, leaving and deleting them. */
@NullMarked
package io.custard.auth.organisation;

import org.jspecify.annotations.NullMarked;
