package io.custard.access.openapi;

import io.custard.access.Needs;
import io.custard.access.Open;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Gives every operation of the API description the extension {@code x-permission}: a name of {@link
 * io.custard.access.Permission}, several with commas of which one is enough, or {@code open}. Runs
 * when the service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PermissionsInDocument implements OASFilter {
  /** The extension's name. */
  public static final String EXTENSION = "x-permission";

  /** Its value where anybody may call. */
  public static final String OPEN = "open";

  private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");

  private final Map<String, String> permissions = new TreeMap<>();

  public PermissionsInDocument(IndexView classes) {
    for (AnnotationInstance open : classes.getAnnotations(Open.class)) {
      put(open, OPEN);
    }
    for (AnnotationInstance needs : classes.getAnnotations(Needs.class)) {
      put(needs, String.join(",", needs.value().asEnumArray()));
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null) {
      return;
    }
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations().forEach((method, operation) -> mark(path, method, operation)));
  }

  private void mark(String path, HttpMethod method, Operation operation) {
    String permission = permissions.get(method + " " + path);
    if (permission != null) {
      operation.addExtension(EXTENSION, permission);
    }
  }

  private void put(AnnotationInstance annotation, String permission) {
    if (annotation.target().kind() == AnnotationTarget.Kind.METHOD) {
      MethodInfo method = annotation.target().asMethod();
      httpMethods(method).forEach(verb -> permissions.put(verb + " " + path(method), permission));
    }
  }

  private static Stream<String> httpMethods(MethodInfo method) {
    return Arrays.stream(HttpMethod.values())
        .map(HttpMethod::name)
        .filter(verb -> method.hasAnnotation(DotName.createSimple("jakarta.ws.rs." + verb)));
  }

  private static String path(MethodInfo method) {
    String joined =
        "/"
            + pathOf(method.declaringClass().declaredAnnotation(PATH))
            + "/"
            + pathOf(method.annotation(PATH));
    String path = joined.replaceAll("/+", "/");
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String pathOf(AnnotationInstance path) {
    return Optional.ofNullable(path).map(found -> found.value().asString()).orElse("");
  }
}
