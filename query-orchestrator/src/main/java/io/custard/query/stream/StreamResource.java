package io.custard.query.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers row by row, without a bound of our own on their number. Before the columns are known a
 * failure is a problem like everywhere; after them the form says how the stream ended.
 */
@Path("/api/v1/query/stream")
public class StreamResource {
  private final StreamRows rows;
  private final CurrentCaller caller;
  private final StreamForm ndjson;
  private final StreamForm csv = new CsvForm();

  StreamResource(StreamRows rows, CurrentCaller caller, ObjectMapper json) {
    this.rows = rows;
    this.caller = caller;
    this.ndjson = new NdjsonForm(json);
  }

  @POST
  @Needs(Permission.QUERY_STREAM)
  @Produces(MediaType.WILDCARD)
  public Uni<StreamBody> stream(
      @NotNull @Valid StreamRequest request,
      @Context HttpHeaders headers,
      @Context RoutingContext http) {
    StreamForm form = form(request.format(), headers.getAcceptableMediaTypes());
    return rows.stream(caller.get(), request, form, http);
  }

  private StreamForm form(@Nullable String named, List<MediaType> accepted) {
    if (named != null) {
      return named.equals("csv") ? csv : ndjson;
    }
    for (MediaType wish : accepted) {
      if (wish.isCompatible(MediaType.valueOf(NdjsonForm.MEDIA_TYPE))) {
        return ndjson;
      }
      if (wish.isCompatible(MediaType.valueOf(CsvForm.MEDIA_TYPE))) {
        return csv;
      }
    }
    throw new CustardException(
        ErrorCode.REQUEST_NOT_ACCEPTABLE,
        "Accept application/x-ndjson or text/csv, or name a format.");
  }

  /** Hands the response to the body, and takes it back when that is done with it. */
  @Provider
  public static class Writer implements ServerMessageBodyWriter<StreamBody> {
    @Override
    public boolean isWriteable(
        Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
      return type == StreamBody.class;
    }

    @Override
    public boolean isWriteable(
        Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
      return type == StreamBody.class;
    }

    @Override
    public void writeResponse(StreamBody body, Type generic, ServerRequestContext request) {
      ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request;
      RoutingContext http = context.unwrap(RoutingContext.class);
      context.setResponseContentType(MediaType.valueOf(body.mediaType()));
      context.suspend();
      body.sendTo(http, context::resume);
    }

    @Override
    public void writeTo(
        StreamBody body,
        Class<?> type,
        Type generic,
        Annotation[] annotations,
        MediaType mediaType,
        MultivaluedMap<String, Object> headers,
        OutputStream out) {
      throw new UnsupportedOperationException("only the server writes a stream");
    }
  }
}
