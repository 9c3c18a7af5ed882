package io.custard.check.query;

import io.custard.check.block.Block.Filters;
import io.custard.check.block.Bound;
import io.custard.check.block.Joins.Equality;
import io.custard.check.block.Slot;
import io.custard.check.block.Source;
import io.custard.check.scope.Walk;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a SELECT that all must hold, by what each does: it joins two sources, holds a
 * column to one value, or chooses rows. Operators are read from the tokens, the tree may have
 * others.
 */
final class Conditions {
  private final Statement tokens;
  private final NameResolver names;
  private final Set<Integer> own;
  private final List<Equality> equalities = new ArrayList<>();
  private final Set<Slot> constants = new HashSet<>();
  private final Set<Integer> filtered = new HashSet<>();

  Conditions(Statement tokens, NameResolver names, List<Source> sources) {
    this.tokens = tokens;
    this.names = names;
    this.own = new HashSet<>(sources.stream().map(Source::id).toList());
  }

  List<Equality> equalities() {
    return equalities;
  }

  Filters filters() {
    return new Filters(constants, filtered);
  }

  void read(@Nullable Object condition) {
    Deque<Object> open = new ArrayDeque<>();
    if (condition != null) {
      open.push(condition);
    }
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case AndExpression and -> {
          open.push(and.getRightExpression());
          open.push(and.getLeftExpression());
        }
        case ParenthesedExpressionList<?> list when list.size() == 1 -> open.push(list.getFirst());
        case BinaryExpression comparison -> compare(comparison);
        case Object other -> filter(other);
      }
    }
  }

  private void compare(BinaryExpression comparison) {
    Optional<Bound> left = own(comparison.getLeftExpression());
    Optional<Bound> right = own(comparison.getRightExpression());
    if (left.isPresent() && right.isPresent()) {
      boolean joins =
          isEquals(left.get().last() + 1)
              && right.get().first() == left.get().last() + 2
              && !tokens.at(left.get().first() - 1).isWord("not")
              && left.get().source().id() != right.get().source().id();
      if (joins) {
        equalities.add(new Equality(left.get().slot(), right.get().slot()));
        return;
      }
    } else if (left.isPresent() && isEquals(left.get().last() + 1)) {
      constant(left.get(), comparison.getRightExpression());
    } else if (right.isPresent() && isEquals(right.get().first() - 1)) {
      constant(right.get(), comparison.getLeftExpression());
    }
    filter(comparison);
  }

  private void constant(Bound column, Object value) {
    boolean negated = tokens.at(column.first() - 1).isWord("not");
    if (!negated && columns(value).isEmpty()) {
      constants.add(column.slot());
    }
  }

  private void filter(Object condition) {
    columns(condition).forEach(column -> filtered.add(column.source().id()));
  }

  private boolean isEquals(int at) {
    Token token = tokens.at(at);
    return token.isMark("=") || token.isMark("==");
  }

  private Optional<Bound> own(Object node) {
    return names.meaning(node).filter(column -> own.contains(column.source().id()));
  }

  private List<Bound> columns(Object node) {
    List<Bound> found = new ArrayList<>();
    Walk.over(node, (Column column, boolean bare) -> own(column).ifPresent(found::add));
    return found;
  }
}
