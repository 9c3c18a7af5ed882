/**
 * The connector agent: dials the gateway, judges statements, and is the only code that touches the
 * customer's database. Everything runs on one event loop, so nothing here takes a lock.
 */
@NullMarked
package io.custard.agent;

import org.jspecify.annotations.NullMarked;
