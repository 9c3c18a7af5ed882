package io.custard.query.tool.approval;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.tool.approval.Clearance.Awaited;
import io.custard.query.tool.approval.Clearance.Given;
import io.custard.query.tool.call.Tool;
import io.custard.query.tool.call.ToolAudit;
import io.custard.query.tool.call.ToolCall;
import io.custard.query.tool.parameter.ReadArguments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a call may run now. With a log-in a person acts, and nobody else is asked; with
 * an API token a program does, and for tools that bring values its person is asked, here and never
 * by anything in the call itself.
 */
@ApplicationScoped
public class ClearCall {
  private final Approvals approvals;
  private final Consents consents;
  private final ReadArguments arguments;
  private final ToolAudit audit;

  ClearCall(Approvals approvals, Consents consents, ReadArguments arguments, ToolAudit audit) {
    this.approvals = approvals;
    this.consents = consents;
    this.arguments = arguments;
    this.audit = audit;
  }

  /**
   * Fails with {@code TOOL_APPROVAL_INVALID} for an approval that is none for exactly this call;
   * one that is, is used up.
   *
   * @param shown the id of an approval; null where the program has none
   */
  public Uni<Clearance> clear(Tool<?> tool, ToolCall<?> call, @Nullable String shown) {
    if (call.caller().tokenId() == null) {
      return Uni.createFrom().item(new Given("session"));
    }
    if (!tool.about().asksPerson()) {
      return Uni.createFrom().item(new Given("not needed"));
    }
    Wish wish = Wish.of(tool, call, arguments.canonical(call.arguments()));
    return shown == null ? remembered(call, wish) : used(wish, shown);
  }

  private Uni<Clearance> used(Wish wish, String shown) {
    return Uni.createFrom()
        .deferred(() -> approvals.use(wish, id(shown)))
        .map(right -> {
          if (!right) {
            throw invalid();
          }
          return new Given("approval " + id(shown));
        });
  }

  private Uni<Clearance> remembered(ToolCall<?> call, Wish wish) {
    return consents
        .covers(wish)
        .chain(
            covered -> covered ? Uni.createFrom().item(new Given("remembered")) : ask(call, wish));
  }

  private Uni<Clearance> ask(ToolCall<?> call, Wish wish) {
    return approvals
        .ask(wish)
        .invoke(asked -> {
          if (asked.isNew()) {
            audit.approval(
                call.caller(),
                wish.subject().connection(),
                Map.of(
                    "tool",
                    wish.subject().tool(),
                    "decision",
                    "asked",
                    "approval_id",
                    asked.approval().id().toString()));
          }
        })
        .map(asked -> new Awaited(asked.approval()));
  }

  private static UUID id(String shown) {
    try {
      return UUID.fromString(shown);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static CustardException invalid() {
    return new CustardException(
        ErrorCode.TOOL_APPROVAL_INVALID,
        "Call without the header Custard-Approval to ask a person anew. An approval is for one"
            + " call with the same token and arguments.");
  }
}
