/**
 * What runs, written down so that another start, {@code status} and {@code down} find it, and so
 * that what a killed launcher left behind can be ended.
 */
@NullMarked
package io.custard.launcher.running;

import org.jspecify.annotations.NullMarked;
