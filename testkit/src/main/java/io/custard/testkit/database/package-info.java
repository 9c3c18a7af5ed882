/** What the tests of engines share: an event loop to run them on, and real servers. */
@NullMarked
package io.custard.testkit.database;

import org.jspecify.annotations.NullMarked;
