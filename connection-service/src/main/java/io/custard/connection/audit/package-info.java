/** What people and agents did with connections, told to everybody who keeps a log of it. */
@NullMarked
package io.custard.connection.audit;

import org.jspecify.annotations.NullMarked;
