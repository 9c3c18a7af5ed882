package io.custard.launcher.edge;

/**
 * A process behind the edge.
 *
 * @param service decides which paths it answers; several with the same service share them
 * @param name of this process
 */
public record Upstream(String service, String name, int port) {

  /** The only process of a service. */
  public static Upstream only(String service, int port) {
    return new Upstream(service, service, port);
  }
}
