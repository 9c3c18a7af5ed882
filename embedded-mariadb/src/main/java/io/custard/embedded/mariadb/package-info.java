/**
 * A real MariaDB from Maven artifacts, started on loopback for tests. Slow: its programs are
 * unpacked and its system tables made anew each time.
 */
@NullMarked
package io.custard.embedded.mariadb;

import org.jspecify.annotations.NullMarked;
