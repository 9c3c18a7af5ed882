package io.custard.query.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.access.Caller;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.QueryId;
import io.custard.query.connection.KnownConnections;
import io.custard.query.tool.approval.ClearCall;
import io.custard.query.tool.approval.Clearance;
import io.custard.query.tool.call.Tool;
import io.custard.query.tool.call.ToolAudit;
import io.custard.query.tool.call.ToolCall;
import io.custard.query.tool.parameter.ReadArguments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** One call: read it, see whether the caller may and whether a person consents, run it, tell it. */
@ApplicationScoped
class ExecuteTool {
  private static final String NONE = "-";

  private final Tools tools;
  private final ReadArguments reader;
  private final KnownConnections connections;
  private final ClearCall approvals;
  private final ToolAudit audit;

  ExecuteTool(
      Tools tools,
      ReadArguments reader,
      KnownConnections connections,
      ClearCall approvals,
      ToolAudit audit) {
    this.tools = tools;
    this.reader = reader;
    this.connections = connections;
    this.approvals = approvals;
    this.audit = audit;
  }

  /**
   * Fails with a coded exception. Cancelling the subscription ends what is under way.
   *
   * @param approval what the caller shows of a person's consent
   */
  Uni<ToolAnswer> execute(Caller caller, ObjectNode body, @Nullable String approval) {
    return Uni.createFrom()
        .deferred(() -> {
          ToolRequest request = reader.read(ToolRequest.PARAMETERS, body);
          return execute(caller, tools.named(request.tool()), request.arguments(), approval);
        });
  }

  private <A extends Record> Uni<ToolAnswer> execute(
      Caller caller, Tool<A> tool, ObjectNode given, @Nullable String approval) {
    A arguments = reader.read(tool.about().parameters(), given);
    ToolCall<A> call = new ToolCall<>(QueryId.random(), caller, null, arguments);
    return permitted(tool, call)
        .chain(found ->
            approvals
                .clear(tool, found, approval)
                .map(clearance -> new Cleared<>(found, clearance)))
        .onFailure()
        .invoke(refusal -> audit.ran(call, tool.about().name(), NONE, refusal))
        .chain(cleared -> run(tool, cleared));
  }

  private record Cleared<A extends Record>(ToolCall<A> call, Clearance clearance) {}

  private <A extends Record> Uni<ToolCall<A>> permitted(Tool<A> tool, ToolCall<A> call) {
    return Uni.createFrom()
        .deferred(() -> {
          call.caller().require(tool.about().permission());
          ConnectionId wanted = call.connectionId();
          return wanted == null
              ? Uni.createFrom().item(call)
              : connections.find(wanted, call.caller(), tool.about().permission()).map(call::on);
        });
  }

  private <A extends Record> Uni<ToolAnswer> run(Tool<A> tool, Cleared<A> cleared) {
    return switch (cleared.clearance()) {
      case Clearance.Awaited awaited ->
          Uni.createFrom().item(ToolAnswer.Waits.on(awaited.approval()));
      case Clearance.Given given -> run(tool, cleared.call(), given.consent());
    };
  }

  private <A extends Record> Uni<ToolAnswer> run(Tool<A> tool, ToolCall<A> call, String consent) {
    String name = tool.about().name();
    return Uni.createFrom()
        .deferred(() -> tool.run(call))
        .onItemOrFailure()
        .invoke((result, failure) -> audit.ran(call, name, consent, failure))
        .onCancellation()
        .invoke(() -> audit.ran(call, name, consent, cancelled()))
        .map(result -> new ToolAnswer.Done(call.id(), name, result));
  }

  private static CustardException cancelled() {
    return new CustardException(ErrorCode.QUERY_CANCELLED, "The caller hung up.");
  }
}
