package io.custard.testkit;

import java.security.KeyPair;
import java.util.Map;

/**
 * Reaches the one {@link TestingServers} of the system class loader from any class loader. Only
 * types of the JDK cross.
 */
final class SharedServers {
  private SharedServers() {}

  @SuppressWarnings("unchecked")
  static Map<String, String> environment(String schema) {
    return (Map<String, String>) call("environment", schema);
  }

  static String database(String name) {
    return (String) call("database", name);
  }

  static String mails() {
    return (String) call("mails");
  }

  static void restartKafka() {
    call("restartKafka");
  }

  static KeyPair signingKeyPair() {
    return (KeyPair) call("signingKeyPair");
  }

  private static Object call(String method, String... arguments) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader system = ClassLoader.getSystemClassLoader();
    Class<?>[] types = new Class<?>[arguments.length];
    java.util.Arrays.fill(types, String.class);
    thread.setContextClassLoader(system);
    try {
      return Class.forName(TestingServers.class.getName(), true, system)
          .getMethod(method, types)
          .invoke(null, (Object[]) arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The test servers did not start", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
