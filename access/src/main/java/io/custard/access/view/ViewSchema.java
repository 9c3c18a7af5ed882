package io.custard.access.view;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where in PostgreSQL the view lies: in the schema of the service itself. */
@ApplicationScoped
class ViewSchema {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,62}");

  private final String name;

  ViewSchema(@ConfigProperty(name = "custard.access.schema") String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("custard.access.schema is no name of one schema: " + name);
    }
    this.name = name;
  }

  /** Puts the schema for {@code {s}}, and the current transaction for {@code {now}}. */
  String in(String sql) {
    return sql.replace("{s}", name).replace("{now}", "pg_current_xact_id()::text::bigint");
  }
}
