/** Networks that misbehave, for tests. */
@NullMarked
package io.custard.testkit.network;

import org.jspecify.annotations.NullMarked;
