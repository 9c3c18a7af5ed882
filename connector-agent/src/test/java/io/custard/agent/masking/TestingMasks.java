package io.custard.agent.masking;

import io.custard.agent.policy.AgentPolicy;
import io.custard.agent.policy.InvalidPolicy;
import io.custard.agent.policy.PolicyCheck;
import io.custard.agent.policy.PolicyReader;
import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/** Masks of one dialect over a schema of a few tables, without a database. */
record TestingMasks(Dialect dialect, AgentPolicy policy) {
  private static final String POLICY =
      """
      version: 1
      default_schema: public
      mask_salt: a salt that nobody can guess
      mask_columns:
        - {column: public.people.email, as: hash}
        - {column: public.people.phone, as: partial}
        - {column: public.people.born, as: null}
        - {column: a.twice.x, as: null}
        - {column: public.wide.*, as: partial, keep: 1}
      """;

  static TestingMasks in(String dialect) {
    return new TestingMasks(Dialect.of(dialect).orElseThrow(), policy(POLICY));
  }

  TestingMasks with(String policy) {
    return new TestingMasks(dialect, policy(policy));
  }

  private static AgentPolicy policy(String text) {
    try {
      return PolicyReader.read(text).in(Dialect.POSTGRESQL);
    } catch (InvalidPolicy e) {
      throw new IllegalStateException(e);
    }
  }

  Verdict.Accepted asked(String sql) {
    return switch (new SqlGuard(dialect, GuardLimits.defaults(), policy.functions()).judge(sql)) {
      case Verdict.Accepted accepted -> {
        check(accepted);
        yield accepted;
      }
      case Verdict.Refused refused ->
          throw new CustardException(ErrorCode.of(refused.code().name()), refused.message());
    };
  }

  /** The text that runs, with a word in the place of the key. */
  String masked(String sql) {
    Verdict.Accepted asked = asked(sql);
    String masked =
        new StatementMasks(dialect).masked(policy, known(), asked, this::check).orElse(asked.sql());
    String key = policy.masks().key();
    return key.isEmpty() ? masked : masked.replace(key, "<salt>");
  }

  private void check(Verdict.Accepted statement) {
    new PolicyCheck(InstantSource.system())
        .refusal(policy, statement)
        .ifPresent(refusal -> {
          throw refusal;
        });
  }

  private KnownTables known() {
    KnownTables tables = new KnownTables(policy.masks());
    tables.add(table("public", "people", List.of("id", "email", "phone", "born")));
    tables.add(table("public", "orders", List.of("id", "person")));
    tables.add(table("a", "twice", List.of("x")));
    tables.add(table("b", "twice", List.of("x")));
    List<String> many = IntStream.range(0, 400).mapToObj(i -> "c" + i).toList();
    tables.add(table("public", "wide", many));
    return tables;
  }

  private static TableDescription table(String schema, String name, List<String> columns) {
    return new TableDescription(
        schema,
        name,
        TableDescription.TABLE,
        null,
        -1,
        columns.stream()
            .map(column -> new Column(column, ColumnType.TEXT, "text", true, null))
            .toList(),
        List.of(),
        List.of());
  }
}
