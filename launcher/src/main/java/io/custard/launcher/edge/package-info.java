/**
 * The one port people and agents talk to: routes requests to the services, answers the rest itself.
 */
@NullMarked
package io.custard.launcher.edge;

import org.jspecify.annotations.NullMarked;
