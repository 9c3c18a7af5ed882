package io.custard.agent.database.duckdb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * What matters of the trees that {@code json_serialize_sql} gives, read as a stream.
 *
 * <p>DuckDB 1.3.2 plans nested subqueries in time that doubles with every level, without looking
 * whether it was interrupted (25 levels: ten seconds), lambdas likewise, many joins in the cube of
 * their number, and overflows its stack, which ends the process, in expressions some hundred deep.
 * So all of that is bounded here.
 *
 * @param statements 0 if the text cannot be read or holds anything but queries
 * @param runsText whether it calls a function that reads SQL from a value, which no tree shows
 */
record SyntaxTree(
    int statements, int nestedSubqueries, int nestedLambdas, int joins, boolean runsText) {
  static final int MAX_SUBQUERIES = 16;
  static final int MAX_LAMBDAS = 8;
  static final int MAX_JOINS = 50;

  /** Of the JSON text; a level of the statement makes two or more. */
  static final int MAX_DEPTH = 250;

  private static final Set<String> RUNNING_TEXT =
      Set.of("query", "query_table", "json_execute_serialized_sql", "json_serialize_plan");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  /** What an object of the tree is, as far as it is counted. */
  private enum Kind {
    SUBQUERY,
    LAMBDA,
    OTHER
  }

  /** Fails when the tree is too deep. */
  static SyntaxTree read(String json) throws IOException {
    Deque<Kind> open = new ArrayDeque<>();
    Depth subqueries = new Depth();
    Depth lambdas = new Depth();
    int statements = 0;
    int joins = 0;
    boolean runsText = false;
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> {
            statements += open.size() == 1 ? 1 : 0;
            open.push(Kind.OTHER);
          }
          case END_OBJECT -> {
            Kind closed = open.pop();
            subqueries.leave(closed == Kind.SUBQUERY);
            lambdas.leave(closed == Kind.LAMBDA);
          }
          case VALUE_STRING -> {
            if ("class".equals(parser.currentName())) {
              Kind kind = kind(parser.getText());
              open.pop();
              open.push(kind);
              subqueries.enter(kind == Kind.SUBQUERY);
              lambdas.enter(kind == Kind.LAMBDA);
            } else if ("type".equals(parser.currentName())) {
              joins += parser.getText().equals("JOIN") ? 1 : 0;
            } else if ("function_name".equals(parser.currentName())) {
              runsText |= RUNNING_TEXT.contains(parser.getText().toLowerCase(Locale.ROOT));
            }
          }
          default -> {
            // names, numbers and arrays count for nothing
          }
        }
      }
    }
    return new SyntaxTree(statements, subqueries.most, lambdas.most, joins, runsText);
  }

  private static Kind kind(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "SUBQUERY" -> Kind.SUBQUERY;
      case "LAMBDA" -> Kind.LAMBDA;
      default -> Kind.OTHER;
    };
  }

  private static final class Depth {
    private int now;
    private int most;

    void enter(boolean counts) {
      now += counts ? 1 : 0;
      most = Math.max(most, now);
    }

    void leave(boolean counts) {
      now -= counts ? 1 : 0;
    }
  }
}
