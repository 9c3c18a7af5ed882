/**
 * What models are shown. A prompt is made here and nowhere else, of nothing but templates, the
 * schema, the question, verified examples without their literals and the reasons of our own checks:
 * no cell of any result has a way in.
 */
@NullMarked
package io.custard.query.prompt;

import org.jspecify.annotations.NullMarked;
