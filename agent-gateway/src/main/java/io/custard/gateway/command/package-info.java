/** Takes what other services ask of this replica and hands it to the feature that does it. */
@NullMarked
package io.custard.gateway.command;

import org.jspecify.annotations.NullMarked;
