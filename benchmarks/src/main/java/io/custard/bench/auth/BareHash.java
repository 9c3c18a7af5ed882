package io.custard.bench.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.custard.bench.stack.ProcessTree;
import io.custard.bench.stack.Stack;
import io.custard.cli.api.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;

/** Argon2id alone, with the library and the cost that auth-service has stored hashes with. */
record BareHash(Argon2Function argon2) {
  private static final byte[] PASSWORD = "not anybody's".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SALT = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);
  private static final int BYTES = 32;

  /** Reads the cost from a stored hash: what is configured is what was written. */
  static BareHash asStored(Stack stack) throws Exception {
    ProcessTree service = stack.processes().get("auth-service");
    if (service == null) {
      throw new IllegalStateException("there is no auth-service");
    }
    Map<String, String> given = service.environment();
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                given.get("CUSTARD_DB_HOST"),
                given.get("CUSTARD_DB_PORT"),
                given.get("CUSTARD_DB_NAME"));
    String user = given.get("CUSTARD_DB_USER");
    String password = given.get("CUSTARD_DB_PASSWORD");
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select password_hash from auth.users where password_hash is not null"
                    + " order by created_at desc limit 1")) {
      if (!found.next()) {
        throw new IllegalStateException("nobody has a password");
      }
      Argon2Function stored = Argon2Function.getInstanceFromHash(found.getString(1));
      return new BareHash(
          Argon2Function.getInstance(
              stored.getMemory(),
              stored.getIterations(),
              stored.getParallelism(),
              BYTES,
              Argon2.ID));
    }
  }

  boolean check() {
    return argon2.hash(PASSWORD, SALT).getBytes().length == BYTES;
  }

  ObjectNode figures() {
    return Json.MAPPER
        .createObjectNode()
        .put("memory_kib", argon2.getMemory())
        .put("iterations", argon2.getIterations())
        .put("lanes", argon2.getParallelism());
  }
}
