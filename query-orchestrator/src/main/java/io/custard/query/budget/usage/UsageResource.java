package io.custard.query.budget.usage;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/models/usage}: what models took of the caller's organisation. */
@Path("/api/v1/models/usage")
public class UsageResource {
  private static final int USUAL_DAYS = 31;
  private static final int MOST_DAYS = 366;

  private final UsageTable table;
  private final CurrentCaller caller;

  UsageResource(UsageTable table, CurrentCaller caller) {
    this.table = table;
    this.caller = caller;
  }

  /**
   * Sums by {@code day}, {@code person} or {@code model}.
   *
   * @param from first day of UTC; absent: 30 days before the last
   * @param to last day; absent: today
   */
  @GET
  @Needs(Permission.MODEL_USAGE_READ)
  public Uni<UsageView.Page> show(
      @QueryParam("by") @DefaultValue("day") String by,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    UsageBy wanted = UsageBy.of(by).orElseThrow(() -> wrong("by is one of day, person and model."));
    return table
        .sums(caller.get().organisationId(), period(from, to), wanted)
        .map(UsageView.Page::new);
  }

  private static Period period(@Nullable String from, @Nullable String to) {
    try {
      LocalDate after =
          (to == null ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(to)).plusDays(1);
      LocalDate first = from == null ? after.minusDays(USUAL_DAYS) : LocalDate.parse(from);
      if (!first.isBefore(after) || first.plusDays(MOST_DAYS).isBefore(after)) {
        throw wrong("from is not after to, and at most 365 days before it.");
      }
      return new Period("asked", first, after);
    } catch (DateTimeException e) {
      throw wrong("Write days as 2026-01-31.");
    }
  }

  private static CustardException wrong(String detail) {
    return new CustardException(ErrorCode.REQUEST_INVALID, detail);
  }
}
