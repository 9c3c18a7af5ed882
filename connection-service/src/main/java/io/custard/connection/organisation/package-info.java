/** What follows here when organisations and memberships end. */
@NullMarked
package io.custard.connection.organisation;

import org.jspecify.annotations.NullMarked;
