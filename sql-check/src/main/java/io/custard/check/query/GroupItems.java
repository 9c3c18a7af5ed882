package io.custard.check.query;

import io.custard.check.block.Block.Grouping;
import io.custard.check.block.Bound;
import io.custard.check.block.Slot;
import io.custard.check.block.Source;
import io.custard.check.scope.Scope;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** The items of GROUP BY: columns, names of results, or their numbers. */
final class GroupItems {
  private static final Grouping NONE = new Grouping(false, Set.of(), true, false);

  private final Reading reading;
  private final Scope scope;
  private final NameResolver names;

  GroupItems(Reading reading, Scope scope, NameResolver names) {
    this.reading = reading;
    this.scope = scope;
    this.names = names;
  }

  Grouping of(PlainSelect select) {
    if (select.getGroupBy() == null) {
      return select.getHaving() == null ? NONE : new Grouping(false, Set.of(), true, true);
    }
    ExpressionList<?> items = select.getGroupBy().getGroupByExpressionList();
    List<?> listed = items == null ? List.of() : flat(items);
    List<Integer> numbers = numbers(listed.size());
    Set<Slot> columns = new HashSet<>();
    boolean certain = !listed.isEmpty() && select.getGroupBy().getGroupingSets().isEmpty();
    for (int i = 0; i < listed.size(); i++) {
      Object item = numbers.get(i) > 0 ? result(select, numbers.get(i)) : listed.get(i);
      Optional<Bound> column = column(item);
      column.ifPresent(found -> columns.add(found.slot()));
      certain &= column.isPresent();
    }
    return new Grouping(true, columns, certain, select.getHaving() != null);
  }

  private static List<?> flat(ExpressionList<?> items) {
    return items.size() == 1 && items.getFirst() instanceof ExpressionList<?> inner
        ? flat(inner)
        : items;
  }

  private static Object result(PlainSelect select, int number) {
    return number <= select.getSelectItems().size()
        ? select.getSelectItems().get(number - 1).getExpression()
        : select;
  }

  private Optional<Bound> column(Object item) {
    Optional<Bound> column = names.meaning(item);
    return column.isPresent() || !(item instanceof Column named)
        ? column
        : scope.result(reading.key(named.getColumnName())).flatMap(names::meaning);
  }

  // The number in each item that is one, else 0. The tree has the same number for all, so they are
  // looked for in the text.
  private List<Integer> numbers(int size) {
    List<Integer> numbers = new ArrayList<>();
    Statement tokens = reading.tree().tokens();
    int anchor = scope.sources().stream().mapToInt(Source::id).max().orElse(-1);
    int at = anchor < 0 ? -1 : groupBy(tokens, anchor);
    while (at >= 0 && numbers.size() < size) {
      Token next = tokens.at(at + 1);
      boolean whole = next.isMark(",") || next.kind() == TokenKind.WORD || at + 1 == tokens.size();
      boolean closes = next.isMark(")");
      numbers.add(whole || closes ? number(tokens.at(at)) : 0);
      at = nextItem(tokens, at);
    }
    while (numbers.size() < size) {
      numbers.add(0);
    }
    return numbers;
  }

  private static int number(Token token) {
    boolean small = token.kind() == TokenKind.NUMBER && token.text().matches("\\d{1,4}");
    return small ? Integer.parseInt(token.text()) : 0;
  }

  private static int groupBy(Statement tokens, int anchor) {
    for (int i = anchor; i < tokens.size(); i++) {
      boolean found = tokens.at(i).isWord("group") && tokens.at(i + 1).isWord("by");
      if (found && tokens.enclosing(i) == tokens.enclosing(anchor)) {
        return i + 2;
      }
    }
    return -1;
  }

  // Behind the next comma of the same list.
  private static int nextItem(Statement tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.at(i).isMark(",") && tokens.enclosing(i) == tokens.enclosing(from)) {
        return i + 1;
      }
    }
    return -1;
  }
}
