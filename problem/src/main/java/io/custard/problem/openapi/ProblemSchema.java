package io.custard.problem.openapi;

import io.custard.problem.ErrorCode;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What the body of a failure looks like. */
final class ProblemSchema {
  private ProblemSchema() {}

  static Schema problem() {
    Schema violation =
        object()
            .addProperty("field", text())
            .addProperty("message", text())
            .required(List.of("field", "message"));
    Schema code =
        text().enumeration(Arrays.stream(ErrorCode.values()).<Object>map(ErrorCode::name).toList());
    return object()
        .addProperty("type", text())
        .addProperty("title", text())
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", text())
        .addProperty("instance", text())
        .addProperty("code", code)
        .addProperty("traceId", text())
        .addProperty(
            "violations", OASFactory.createSchema().addType(SchemaType.ARRAY).items(violation))
        .required(List.of("type", "title", "status", "detail", "code", "traceId"));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(SchemaType.OBJECT);
  }

  static Schema text() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }
}
