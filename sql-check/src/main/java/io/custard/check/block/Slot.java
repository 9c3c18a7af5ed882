package io.custard.check.block;

/**
 * One column of one source.
 *
 * @param source the source's id
 * @param field the column's name as it is compared
 */
public record Slot(int source, String field) {}
