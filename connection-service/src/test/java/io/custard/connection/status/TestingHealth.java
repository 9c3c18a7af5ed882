package io.custard.connection.status;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.LinkId;
import io.custard.protocol.PolicySummary;
import io.custard.protocol.event.AgentHealthV1;
import java.time.Instant;
import java.util.List;

/** What an agent may tell of its health: green and nothing more, until a test says otherwise. */
final class TestingHealth {
  private static final String KEY = "00000000000000aa";

  private final ConnectionId connection;
  private final String instance;
  private final LinkId link;
  private String database = "green";
  private String code;
  private String roleWarning;
  private List<String> roleFindings;
  private String roleRepair;
  private long at = Instant.now().toEpochMilli();
  private String linkLamp;
  private String loopLamp;
  private Integer inFlight;
  private Boolean draining;
  private PolicySummary policy;
  private LedgerHead ledger;
  private String key;

  private TestingHealth(ConnectionId connection, String instance, LinkId link) {
    this.connection = connection;
    this.instance = instance;
    this.link = link;
  }

  static TestingHealth of(ConnectionId connection, String instance, LinkId link) {
    return new TestingHealth(connection, instance, link);
  }

  TestingHealth at(long epochMillis) {
    at = epochMillis;
    return this;
  }

  TestingHealth database(String lamp, String why) {
    database = lamp;
    code = why;
    return this;
  }

  /** Its role may do more than read. */
  TestingHealth withStrongRole() {
    roleWarning = "is a superuser";
    roleFindings = List.of("It is a superuser.");
    roleRepair = "CREATE ROLE r;";
    return this;
  }

  /** A younger agent: it also tells its load, and by which key it came. */
  TestingHealth working(String loop, int statements, boolean leaving) {
    linkLamp = "green";
    loopLamp = loop;
    inFlight = statements;
    draining = leaving;
    return key(KEY);
  }

  TestingHealth policy(PolicySummary summary) {
    policy = summary;
    return this;
  }

  TestingHealth ledger(LedgerHead head) {
    ledger = head;
    return this;
  }

  TestingHealth key(String id) {
    key = id;
    return this;
  }

  AgentHealthV1 event() {
    return new AgentHealthV1(
        connection,
        instance,
        link,
        database,
        code,
        null,
        roleWarning,
        at,
        roleFindings,
        roleRepair,
        linkLamp,
        loopLamp,
        inFlight,
        draining,
        policy,
        ledger,
        key);
  }
}
