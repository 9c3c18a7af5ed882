package io.custard.agent.frames;

import io.custard.protocol.ColumnType;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.LinkId;
import io.custard.protocol.PolicySummary;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.protocol.Truncation;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.Cancel;
import io.custard.protocol.agent.Columns;
import io.custard.protocol.agent.Credit;
import io.custard.protocol.agent.Discover;
import io.custard.protocol.agent.Drain;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.GatewayFrame;
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
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tells a native build which records Jackson reads and writes. */
@RegisterForReflection(
    targets = {
      AgentFrame.class,
      GatewayFrame.class,
      Hello.class,
      Columns.class,
      End.class,
      Failed.class,
      SchemaTable.class,
      SchemaEnd.class,
      SchemaFailed.class,
      Health.class,
      Goodbye.class,
      Welcome.class,
      Execute.class,
      Credit.class,
      Cancel.class,
      Discover.class,
      Refused.class,
      Probe.class,
      Probed.class,
      Drain.class,
      PolicySummary.class,
      LedgerHead.class,
      TableName.class,
      ColumnType.class,
      ConnectionId.class,
      EngineDescription.class,
      ExecutionLimits.class,
      LinkId.class,
      QueryId.class,
      ResultColumn.class,
      RowEncoding.class,
      TableDescription.class,
      TableDescription.Column.class,
      TableDescription.ForeignKey.class,
      Truncation.class
    })
final class ProtocolReflection {
  private ProtocolReflection() {}
}
