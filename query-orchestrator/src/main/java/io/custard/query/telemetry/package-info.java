/** Traces and metrics: what was done, how long it took and what it cost, never what about. */
@NullMarked
package io.custard.query.telemetry;

import org.jspecify.annotations.NullMarked;
