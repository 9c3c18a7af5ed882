package io.custard.conversation.statement;

import io.custard.conversation.state.GroupFilter;
import io.custard.conversation.state.Metric;
import io.custard.conversation.state.Operator;
import io.custard.guard.text.Statement;
import io.custard.guard.text.TokenKind;
import java.util.Optional;

/** Reads a condition of HAVING: an aggregate against a value. */
record HavingReader(SqlStatement statement, ExprReader expressions) {

  Optional<GroupFilter> read(Span written) {
    Statement tokens = statement.tokens();
    Span span = written.bare(tokens);
    for (int i = span.from() + 1; i < span.to() - 1; i++) {
      if (tokens.at(i).kind() == TokenKind.OPERATOR && span.isOutside(tokens, i)) {
        Operator operator = Operator.of(tokens.at(i).text());
        Metric metric = StateReader.metric(expressions.read(new Span(span.from(), i)));
        return operator == Operator.OTHER || !metric.isAggregate()
            ? Optional.empty()
            : Literal.of(tokens, new Span(i + 1, span.to()), statement.dialect())
                .map(literal -> new GroupFilter(metric, operator, literal.value()));
      }
    }
    return Optional.empty();
  }
}
