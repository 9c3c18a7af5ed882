/** Whole-suite tests: the built programs, started as a person would, over the public API alone. */
@org.jspecify.annotations.NullMarked
package io.custard.e2e;
