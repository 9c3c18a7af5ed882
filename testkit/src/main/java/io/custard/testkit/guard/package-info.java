/** For proving that the layers below the statement guard hold by themselves, on any engine. */
@NullMarked
package io.custard.testkit.guard;

import org.jspecify.annotations.NullMarked;
