package io.custard.protocol;

import io.custard.protocol.agent.Cancel;
import io.custard.protocol.agent.Columns;
import io.custard.protocol.agent.Credit;
import io.custard.protocol.agent.Discover;
import io.custard.protocol.agent.Drain;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Goodbye;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Probe;
import io.custard.protocol.agent.Probed;
import io.custard.protocol.agent.Refused;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaFailed;
import io.custard.protocol.agent.SchemaTable;
import io.custard.protocol.agent.Welcome;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.ApiTokenV1;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.ColumnsReply;
import io.custard.protocol.event.CommandTarget;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.custard.protocol.event.CreditCommand;
import io.custard.protocol.event.DiscoverCommand;
import io.custard.protocol.event.EndReply;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.FailedReply;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.MembershipV1;
import io.custard.protocol.event.OrganisationV1;
import io.custard.protocol.event.PersonV1;
import io.custard.protocol.event.ProbeCommand;
import io.custard.protocol.event.ProbedCommand;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.SchemaChange;
import io.custard.protocol.event.SchemaDriftedV1;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.custard.protocol.event.SessionRevokedV1;
import io.custard.protocol.event.TestCommand;
import io.custard.protocol.event.TestedReply;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One full instance of every message. */
final class Samples {
  private static final QueryId QUERY = QueryId.fromString("0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0001");
  private static final ConnectionId CONNECTION =
      ConnectionId.fromString("0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0002");
  private static final LinkId LINK = LinkId.fromString("0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0003");
  private static final OrganisationId ORGANISATION =
      new OrganisationId(UUID.fromString("0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0004"));
  private static final ExecutionLimits LIMITS = new ExecutionLimits(30_000, 1_000, 8_388_608);
  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("id", ColumnType.INTEGER),
          new ResultColumn("placed_at", ColumnType.TIMESTAMPTZ));
  private static final Truncation CUT = new Truncation(Truncation.ROWS, 1_000);
  private static final CommandTarget TARGET = new CommandTarget(CONNECTION, LINK);
  private static final EngineDescription ENGINE = new EngineDescription("postgresql", "17.11");
  private static final long AT = 1_790_000_000_000L;
  private static final QueryId QUESTION =
      QueryId.fromString("0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0005");
  private static final PolicySummary POLICY = new PolicySummary("ff00", "denies 2 columns");
  private static final LedgerHead LEDGER = new LedgerHead(12, "ee11");
  private static final TableName GONE = new TableName("public", "old_orders");

  private static final UserId PERSON = UserId.fromString("0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0007");
  private static final long MICROS = AT * 1_000;
  private static final long SECONDS = AT / 1_000;

  private Samples() {}

  static List<Object> all() {
    return List.of(
        new Hello(
            1,
            2,
            "0.1.0",
            "agent-1",
            ENGINE,
            AT,
            List.of(Capability.PROBE, Capability.CSV),
            "ab12",
            POLICY),
        new Columns(QUERY, COLUMNS),
        new End(QUERY, 1_000, 20_480, CUT, 12),
        new Failed(QUERY, "SQL_NOT_READ_ONLY", "Only statements that read are run."),
        new SchemaTable("d1", table()),
        new SchemaEnd("d2", 1, "ab12", "d1", List.of(GONE)),
        new SchemaFailed("d1", "AGENT_DATABASE_UNAVAILABLE", "The database does not answer."),
        new Health(
            Health.RED,
            "AGENT_DATABASE_LOGIN_REFUSED",
            "Refused.",
            "Can write.",
            2,
            List.of("It may write to 1 table: public.orders."),
            "CREATE ROLE custard_reader;",
            true,
            POLICY,
            LEDGER),
        new Goodbye("stopping", LEDGER),
        new Probed("p1", null),
        new Welcome(LINK, 2, 5, "0.1.0", "0.2.0"),
        new Execute(
            QUERY,
            "select 1",
            LIMITS,
            RowEncoding.JSON_ROWS,
            Execute.RESULT,
            1_048_576,
            "ann",
            true,
            QUESTION,
            Exposure.MASKED.wire()),
        new Credit(QUERY, 65_536),
        new Cancel(QUERY),
        new Discover("d1", true),
        new Probe("p1", true),
        new Drain("the gateway stops", 10_000),
        new Refused("AGENT_KEY_REVOKED", "The key was revoked.", null),
        new ExecuteCommand(
            QUERY,
            TARGET,
            new ReplicaAddress(3, 99),
            AT,
            "select 1",
            LIMITS,
            RowEncoding.JSON_ROWS,
            Execute.RESULT,
            1_048_576,
            "ann",
            true,
            QUESTION,
            Exposure.MASKED.wire()),
        new CreditCommand(QUERY, TARGET, 65_536),
        new CancelCommand(QUERY, TARGET),
        new DiscoverCommand(TARGET),
        new TestCommand("t1", TARGET, new ReplicaAddress(3, 99), AT),
        new ProbeCommand("p1", TARGET, new ReplicaAddress(4, 98)),
        new ProbedCommand("p1", 98, true),
        new ColumnsReply(QUERY, 99, COLUMNS),
        new EndReply(QUERY, 99, 1_000, 20_480, CUT, 12),
        new FailedReply(QUERY, 99, "AGENT_LINK_LOST", "The link broke."),
        new TestedReply("t1", 99, null, "AGENT_LINK_LOST", "The link broke."),
        new AgentLinkedV1(
            CONNECTION,
            "agent-1",
            LINK,
            ENGINE,
            "0.1.0",
            AT,
            "00112233445566aa",
            List.of(Capability.NDJSON),
            POLICY),
        new AgentHealthV1(
            CONNECTION,
            "agent-1",
            LINK,
            Health.RED,
            "AGENT_DATABASE_UNAVAILABLE",
            "x",
            "y",
            AT,
            List.of("It may create roles."),
            "CREATE ROLE custard_reader;",
            Health.GREEN,
            Health.RED,
            2,
            true,
            POLICY,
            LEDGER,
            "00112233445566aa"),
        new AgentUnlinkedV1(CONNECTION, "agent-1", LINK, "closed", AT),
        new SchemaTableV1(CONNECTION, AT, table()),
        new SchemaHeaderV1(CONNECTION, AT, 1, "ab12", AT - 1, List.of(GONE)),
        new SchemaDriftedV1(
            CONNECTION,
            AT,
            "ab12",
            "cd34",
            List.of(new SchemaChange("column-changed", GONE, "total", "integer", "bigint")),
            3,
            AT),
        new AuditEventV1(
            UUID.fromString("0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0006"),
            AT,
            ORGANISATION,
            "agent-key:00112233445566aa",
            "agent.refused",
            "AGENT_KEY_REVOKED",
            CONNECTION,
            "192.0.2.7",
            Map.of("attempts", "3")),
        new ConnectionRegisteredV1(
            CONNECTION,
            ORGANISATION,
            "Shop",
            "postgresql",
            List.of(new ConnectionRegisteredV1.KeyHash("00112233445566aa", "ff00", false)),
            1,
            false,
            true,
            List.of("sales.net_price"),
            ConnectionRegisteredV1.GRANTED,
            List.of(new ConnectionRegisteredV1.Grant(PERSON, "sql")),
            Exposure.MASKED.wire()),
        new PersonV1(PERSON, MICROS, "ann@example.com", "Ann", true, SECONDS, false),
        new MembershipV1(PERSON, ORGANISATION, MICROS, "analyst", true, SECONDS, false),
        new OrganisationV1(ORGANISATION, MICROS, "Shop Ltd", false),
        new SessionRevokedV1(
            UUID.fromString("0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0008"), MICROS, SECONDS),
        new ApiTokenV1(
            "AAAAAAAAAAAAAAAAAAAAAA",
            PERSON,
            ORGANISATION,
            MICROS,
            "ff00",
            List.of("ask", "sql"),
            "analyst",
            SECONDS,
            false),
        new LinkOwner(
            new ReplicaAddress(3, 77),
            LINK,
            "green",
            1,
            List.of(Capability.CSV),
            true,
            LINK,
            "AGENT_DATABASE_LOGIN_REFUSED"));
  }

  private static TableDescription table() {
    return new TableDescription(
        "public",
        "orders",
        TableDescription.TABLE,
        "What was bought",
        22_000,
        List.of(
            new TableDescription.Column(
                "customer_id", ColumnType.INTEGER, "bigint", false, "Who bought")),
        List.of("id"),
        List.of(
            new TableDescription.ForeignKey(
                List.of("customer_id"), "public", "customers", List.of("id"))));
  }
}
