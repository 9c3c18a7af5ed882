package io.custard.conversation.change;

import io.custard.conversation.state.ColumnName;

/** A value as it is found in a column. */
public record ColumnValue(ColumnName column, String value) {}
