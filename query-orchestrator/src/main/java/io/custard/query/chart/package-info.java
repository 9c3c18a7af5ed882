/**
 * Charts of a result as Vega-Lite specifications. Which forms are valid follows from the types and
 * cardinalities of the columns by fixed rules; whoever wishes for a form can only have one of
 * these. Data are bound by position, so that names and cells of a database are never more than
 * text.
 */
@NullMarked
package io.custard.query.chart;

import org.jspecify.annotations.NullMarked;
