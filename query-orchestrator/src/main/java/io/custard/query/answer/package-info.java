/**
 * The sentence of an answer. It is a template whose figures are references to cells; code puts the
 * cells in, formatted by type, name, unit and the reader's locale. A sentence of a model is only
 * taken when it holds no figure of its own.
 */
@NullMarked
package io.custard.query.answer;

import org.jspecify.annotations.NullMarked;
