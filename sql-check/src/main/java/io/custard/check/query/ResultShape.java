package io.custard.check.query;

import io.custard.check.block.Block;
import io.custard.check.block.Bound;
import io.custard.check.block.Slot;
import io.custard.check.block.Source;
import io.custard.check.schema.Field;
import io.custard.check.schema.Shape;
import io.custard.guard.Dialect;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;

/** The columns of a SELECT's result, and what identifies a row of it. */
final class ResultShape {
  // A star over a star over many relations grows beyond all bounds.
  private static final int MOST_FIELDS = 2_000;

  private final Reading reading;
  private final NameResolver names;
  private final Block block;
  private final List<Field> fields = new ArrayList<>();
  private final Map<Slot, String> shown = new HashMap<>();
  private boolean open;

  ResultShape(Reading reading, NameResolver names, Block block) {
    this.reading = reading;
    this.names = names;
    this.block = block;
  }

  Shape of(PlainSelect select) {
    if (select.getSelectItems() != null) {
      select.getSelectItems().forEach(this::add);
    }
    if (block.joins().areMany()) {
      return new Shape(fields, open, List.of(), false);
    }
    List<Set<Slot>> keys = new ArrayList<>(keys());
    boolean distinct = block.result().distinct();
    if (distinct && shown.size() == fields.size()) {
      keys.add(withoutDependent(shown.keySet()));
    }
    boolean grouped = block.grouping().present() || isOneRow();
    boolean computed = grouped ? !block.grouping().certain() : distinct;
    return new Shape(
        fields,
        open,
        keys.stream().filter(shown.keySet()::containsAll).map(this::fieldsOf).toList(),
        !computed && block.joins().certain() && sourcesRepeat());
  }

  private void add(SelectItem<?> item) {
    Expression expression = item.getExpression();
    if (item.getAlias() != null) {
      String name = item.getAlias().getName();
      add(reading.key(name), reading.text(name), expression);
      return;
    }
    switch (expression) {
      case AllTableColumns all -> allOf(all, all.getTable().getName());
      case AllColumns all -> all(all);
      case Column column -> {
        String name = column.getColumnName();
        add(reading.key(name), reading.text(name), column);
      }
      case Function call when reading.dialect() == Dialect.POSTGRESQL -> {
        add(reading.key(call.getName()), reading.text(call.getName()), call);
        open |= reading.tree().indexOf(call.getName()) < 0;
      }
      default -> open = true;
    }
  }

  private void add(String key, String text, Expression expression) {
    Optional<Bound> column = names.meaning(expression).filter(this::isUnchanged);
    fields.add(new Field(key, text, column.map(c -> c.field().column()).orElse(null)));
    column.ifPresent(found -> shown.putIfAbsent(found.slot(), key));
    // What the server calls a changed column is not known.
    open |= key.isEmpty();
  }

  // Types and signs are not in the tree.
  private boolean isUnchanged(Bound column) {
    Statement tokens = reading.tree().tokens();
    Token before = tokens.at(column.first() - 1);
    Token after = tokens.at(column.last() + 1);
    boolean starts = before.isMark(",") || before.kind() == TokenKind.WORD;
    boolean ends =
        after.isMark(",") || after.isMark(")") || after.isNamed() || after.text().isEmpty();
    return starts && ends && !after.isWord("collate");
  }

  private void allOf(AllTableColumns all, String standIn) {
    String name = reading.key(standIn);
    Optional<Source> source =
        block.joins().sources().stream().filter(s -> s.name().equals(name)).findFirst();
    source.ifPresentOrElse(this::allOf, () -> open = true);
    open |= isChanged(all);
  }

  private void all(AllColumns all) {
    block.joins().sources().forEach(this::allOf);
    open |= isChanged(all);
  }

  private static boolean isChanged(AllColumns all) {
    return all.getExceptColumns() != null || all.getReplaceExpressions() != null;
  }

  private void allOf(Source source) {
    if (fields.size() + source.shape().fields().size() > MOST_FIELDS) {
      open = true;
      return;
    }
    for (Field field : source.shape().fields()) {
      fields.add(field);
      shown.putIfAbsent(new Slot(source.id(), field.key()), field.key());
    }
    open |= source.shape().open();
  }

  private List<Set<Slot>> keys() {
    if (block.grouping().present()) {
      return block.grouping().certain()
          ? List.of(withoutDependent(block.grouping().columns()))
          : List.of();
    }
    if (isOneRow()) {
      return List.of(Set.of());
    }
    Set<Integer> all = block.joins().sources().stream().map(Source::id).collect(Collectors.toSet());
    return block.joins().sources().stream()
        .filter(s -> block.joins().determinedBy(Set.of(s.id()), constants()).equals(all))
        .flatMap(s -> s.shape().keys().stream().map(key -> slots(s, key)))
        .toList();
  }

  // Aggregates without GROUP BY.
  private boolean isOneRow() {
    return !block.grouping().present() && !block.aggregates().isEmpty();
  }

  private Set<Slot> constants() {
    return block.filters().constants();
  }

  private static Set<Slot> slots(Source source, Set<String> key) {
    return key.stream().map(field -> new Slot(source.id(), field)).collect(Collectors.toSet());
  }

  // Without the columns whose value follows from the others: the name beside the id.
  private Set<Slot> withoutDependent(Set<Slot> columns) {
    Set<Slot> left = new HashSet<>(columns);
    for (Slot column : columns) {
      Set<Slot> others = new HashSet<>(left);
      others.remove(column);
      if (block.joins().determinedBy(Set.of(), others).contains(column.source())) {
        left.remove(column);
      }
    }
    return left;
  }

  private Set<String> fieldsOf(Set<Slot> key) {
    return key.stream().map(shown::get).collect(Collectors.toSet());
  }

  private boolean sourcesRepeat() {
    return block.joins().sources().stream().allMatch(s -> s.shape().repeats());
  }
}
