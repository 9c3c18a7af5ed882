package io.custard.problem.openapi;

import io.custard.problem.ErrorCode;
import io.custard.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the API description the ways to prove who one is, of which any will do unless an
 * operation says otherwise, and to every operation its failures: problem+json with the codes that
 * go with the status. Runs when the service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInDocument implements OASFilter {
  private static final String PROBLEM = "Problem";

  /** What any request may meet, however it is made. */
  private static final Set<Integer> ALWAYS = Set.of(401, 403, 500, 503);

  private static final Set<Integer> WITH_PARAMETERS = Set.of(400, 404);
  private static final Set<Integer> WITH_BODY = Set.of(400, 409, 413, 415, 422, 429);

  private static final DotName RESPONSE_STATUS =
      DotName.createSimple("org.jboss.resteasy.reactive.ResponseStatus");

  /** What a success is answered with where that is not usual, by operation id. */
  private final Map<String, Integer> successes = new HashMap<>();

  public ProblemsInDocument(IndexView classes) {
    for (AnnotationInstance status : classes.getAnnotations(RESPONSE_STATUS)) {
      MethodInfo method = status.target().asMethod();
      String operation = method.declaringClass().simpleName() + "_" + method.name();
      successes.put(operation, status.value().asInt());
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Components components =
        document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
    document.setComponents(components);
    security(document, components);
    components.setSchemas(ids(components.getSchemas()));
    components.addSchema(PROBLEM, ProblemSchema.problem());
    statuses().forEach(status -> components.addResponse(PROBLEM + status, response(status)));
    if (document.getPaths() != null) {
      document.getPaths().getPathItems().values().stream()
          .flatMap(item -> item.getOperations().values().stream())
          .forEach(this::complete);
    }
  }

  private static void security(OpenAPI document, Components components) {
    components
        .addSecurityScheme("session", bearer("An access token of a log-in").bearerFormat("JWT"))
        .addSecurityScheme("api_token", bearer("A personal API token: custard_pat_…"))
        .addSecurityScheme(
            "browser",
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("custard_access")
                .description(
                    "The cookie of a browser's log-in; what changes anything also needs the"
                        + " header X-CSRF-Token"));
    document.setSecurity(
        List.of("session", "api_token", "browser").stream()
            .map(name -> OASFactory.createSecurityRequirement().addScheme(name))
            .toList());
  }

  private static SecurityScheme bearer(String description) {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description(description);
  }

  /** Our ids are records of one value, which travel as that value; the scanner sees the records. */
  private static Map<String, Schema> ids(@Nullable Map<String, Schema> schemas) {
    Map<String, Schema> corrected = new TreeMap<>();
    if (schemas != null) {
      schemas.forEach((name, schema) ->
          corrected.put(name, isId(name, schema) ? ProblemSchema.text().format("uuid") : schema));
    }
    return corrected;
  }

  private static boolean isId(String name, Schema schema) {
    return name.endsWith("Id")
        && schema.getProperties() != null
        && schema.getProperties().keySet().equals(Set.of("value"));
  }

  private static Set<Integer> statuses() {
    Set<Integer> statuses = new TreeSet<>(ALWAYS);
    statuses.addAll(WITH_PARAMETERS);
    statuses.addAll(WITH_BODY);
    return statuses;
  }

  private static APIResponse response(int status) {
    String codes =
        Arrays.stream(ErrorCode.values())
            .filter(code -> code.status() == status && code != ErrorCode.UNKNOWN)
            .map(code -> code.name() + ": " + code.title())
            .collect(Collectors.joining("; "));
    Schema schema = OASFactory.createSchema().ref(PROBLEM);
    return OASFactory.createAPIResponse()
        .description(codes)
        .content(
            OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
  }

  private void complete(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    Integer success = successes.get(operation.getOperationId());
    if (success != null) {
      answerWith(success, operation.getResponses());
    }
    addFailures(operation);
  }

  /** The scanner knows only the usual status. */
  private static void answerWith(int success, APIResponses responses) {
    for (String usual : List.of("200", "201", "204")) {
      APIResponse response = responses.getAPIResponse(usual);
      if (response != null) {
        responses.removeAPIResponse(usual);
        responses.addAPIResponse(Integer.toString(success), response);
        return;
      }
    }
  }

  private static void addFailures(Operation operation) {
    Set<Integer> statuses = new TreeSet<>(ALWAYS);
    if (operation.getParameters() != null && !operation.getParameters().isEmpty()) {
      statuses.addAll(WITH_PARAMETERS);
    }
    if (operation.getRequestBody() != null) {
      statuses.addAll(WITH_BODY);
    }
    for (int status : statuses) {
      operation
          .getResponses()
          .addAPIResponse(
              Integer.toString(status), OASFactory.createAPIResponse().ref(PROBLEM + status));
    }
  }
}
