package io.custard.query.feedback;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.query.page.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/feedback}: given by everybody, read by administrators. */
@Path("/api/v1/feedback")
public class FeedbackResource {
  private final GiveFeedback given;
  private final ReadFeedback read;
  private final CurrentCaller caller;

  FeedbackResource(GiveFeedback given, ReadFeedback read, CurrentCaller caller) {
    this.given = given;
    this.read = read;
    this.caller = caller;
  }

  @POST
  @Needs(Permission.FEEDBACK_GIVE)
  @Operation(
      summary = "Say what one thinks of an answer of one's own",
      description =
          "Administrators see it with the question and its SQL, until it is taken back or too old.")
  public Uni<Void> give(@NotNull @Valid FeedbackRequest said) {
    return given.give(caller.get(), said);
  }

  @DELETE
  @Path("{queryId}")
  @Needs(Permission.FEEDBACK_GIVE)
  @Operation(summary = "Take one's feedback back")
  public Uni<Void> takeBack(@RestPath UUID queryId) {
    return given.takeBack(caller.get(), queryId);
  }

  @GET
  @Needs(Permission.FEEDBACK_READ)
  @Operation(
      summary = "List the members' feedback, the newest first",
      description =
          "rating is up or down; from and to are instants, to is left out; limit is 1 to 200, 50"
              + " without.")
  public Uni<FeedbackEntry.Page> list(
      @BeanParam FeedbackParameters asked,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit) {
    return read.find(
        caller.get().organisationId(), asked, Parameters.cursor(cursor), Parameters.limit(limit));
  }

  @GET
  @Path("summary")
  @Needs(Permission.FEEDBACK_READ)
  @Operation(summary = "Count the members' feedback")
  public Uni<FeedbackSummary> summary(@BeanParam FeedbackParameters asked) {
    return read.summary(caller.get().organisationId(), asked);
  }
}
