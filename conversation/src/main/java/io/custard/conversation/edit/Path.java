package io.custard.conversation.edit;

import io.custard.check.schema.KnownTable;
import io.custard.check.schema.KnownTable.Reference;
import java.util.List;
import java.util.stream.Collectors;

/** Declared foreign keys followed from a table to one it refers to, perhaps over others. */
record Path(List<Step> steps) {
  /** One key followed. */
  record Step(KnownTable from, Reference key, KnownTable to) {
    String via() {
      return from.description().name() + "." + String.join("+", key.columns());
    }

    /** Whether rows may have no partner. */
    boolean mayMiss() {
      return key.columns().stream()
          .flatMap(column -> from.shape().field(column).stream())
          .anyMatch(field -> field.column() == null || field.column().nullable());
    }
  }

  Path {
    steps = List.copyOf(steps);
  }

  List<String> via() {
    return steps.stream().map(Step::via).toList();
  }

  /** As people say it. */
  String label() {
    return steps.stream()
        .map(step ->
            String.join(" and ", step.key().columns()).replaceFirst("_id$", "").replace('_', ' '))
        .collect(Collectors.joining(", then "));
  }
}
