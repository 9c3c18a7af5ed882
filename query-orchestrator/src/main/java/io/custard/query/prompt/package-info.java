/**
 * What models are shown. A prompt is made here and nowhere else, of nothing but templates, the
 * schema, the question, verified examples without their literals, the reasons of our own checks and
 * {@link io.custard.query.sample.ModelValues}: no other cell has a way in.
 */
@NullMarked
package io.custard.query.prompt;

import org.jspecify.annotations.NullMarked;
