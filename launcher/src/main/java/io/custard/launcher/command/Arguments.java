package io.custard.launcher.command;

import io.custard.launcher.home.LauncherException;
import io.custard.launcher.seed.DatabaseUrl;
import io.custard.launcher.stack.StackOptions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the command line. Values may stand alone or after an equals sign. */
final class Arguments {
  private boolean exit;
  private boolean json;
  private @Nullable String database;
  private int gateways = 1;
  private final List<String> asks = new ArrayList<>();

  private Arguments() {}

  static Invocation parse(String... arguments) throws UsageException {
    if (arguments.length == 0) {
      return new Invocation.Help();
    }
    Iterator<String> rest = List.of(arguments).subList(1, arguments.length).iterator();
    return switch (arguments[0]) {
      case "demo" ->
          options(rest, Set.of("--exit", "--json", "--db", "--ask", "--gateways")).demo();
      case "up" -> options(rest, Set.of("--db", "--gateways")).up();
      case "serve" -> new Invocation.Serve(options(rest, Set.of("--gateways")).gateways);
      case "down" -> options(rest, Set.of()).with(new Invocation.Down());
      case "status" -> new Invocation.Status(options(rest, Set.of("--json")).json);
      case "help", "--help", "-h" -> new Invocation.Help();
      default -> throw new UsageException("there is no command " + arguments[0]);
    };
  }

  private static Arguments options(Iterator<String> rest, Set<String> allowed)
      throws UsageException {
    Arguments parsed = new Arguments();
    while (rest.hasNext()) {
      String argument = rest.next();
      int equals = argument.indexOf('=');
      String option = equals > 0 ? argument.substring(0, equals) : argument;
      if (!allowed.contains(option)) {
        throw new UsageException("this command does not take " + option);
      }
      parsed.set(option, equals > 0 ? argument.substring(equals + 1) : null, rest);
    }
    return parsed;
  }

  private void set(String option, @Nullable String attached, Iterator<String> rest)
      throws UsageException {
    switch (option) {
      case "--exit" -> exit = flag(option, attached);
      case "--json" -> json = flag(option, attached);
      case "--db" -> database = value(option, attached, rest);
      case "--gateways" -> gateways = gateways(value(option, attached, rest));
      case "--ask" -> asks.add(value(option, attached, rest));
      default -> throw new UsageException("this command does not take " + option);
    }
  }

  private static boolean flag(String option, @Nullable String attached) throws UsageException {
    if (attached != null) {
      throw new UsageException(option + " takes no value");
    }
    return true;
  }

  private static String value(String option, @Nullable String attached, Iterator<String> rest)
      throws UsageException {
    String value = attached == null && rest.hasNext() ? rest.next() : attached;
    if (value == null || value.isBlank()) {
      throw new UsageException(option + " needs a value");
    }
    return value;
  }

  private static int gateways(String value) throws UsageException {
    if (!value.matches("[1-" + StackOptions.MOST_GATEWAYS + "]")) {
      throw new UsageException("--gateways takes a number from 1 to " + StackOptions.MOST_GATEWAYS);
    }
    return Integer.parseInt(value);
  }

  private Invocation up() throws UsageException {
    return new Invocation.Up(database(), gateways);
  }

  private Invocation demo() throws UsageException {
    return new Invocation.Demo(exit, json, database(), gateways, asks);
  }

  private Invocation with(Invocation invocation) {
    return invocation;
  }

  private Optional<DatabaseUrl> database() throws UsageException {
    if (database == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(DatabaseUrl.parse(database));
    } catch (LauncherException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
