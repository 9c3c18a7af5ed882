package io.custard.agent.check;

import io.vertx.core.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something to try.
 *
 * @param needs the step without which this one says nothing
 * @param failure what a failure of the work, or {@link java.util.concurrent.TimeoutException},
 *     means
 */
record Step(
    String name,
    String needs,
    long limitMillis,
    Supplier<Future<Finding>> work,
    Function<Throwable, Finding> failure) {}
