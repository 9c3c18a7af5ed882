package io.custard.launcher.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import io.custard.launcher.running.InstanceLock;
import io.custard.launcher.running.RunState;
import io.custard.launcher.running.RunningPart;
import io.custard.launcher.running.StateFile;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Says of every part whether it runs and is ready, on which port, and since when. */
final class StatusCommand {
  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final String ROW = "%-20s %8s %6s  %-19s  %s";

  private final Surroundings surroundings;
  private final boolean json;

  StatusCommand(Surroundings surroundings, boolean json) {
    this.surroundings = surroundings;
    this.json = json;
  }

  private record Line(RunningPart part, boolean ready) {}

  int run() {
    Optional<RunState> state = new StateFile(surroundings.home()).read();
    if (state.isEmpty() || !InstanceLock.isTaken(surroundings.home())) {
      print(json ? "{\"running\":false,\"processes\":[]}" : "Custard is not running.");
      return ExitCode.FAILED;
    }
    PartReadiness readiness = PartReadiness.of(surroundings.home());
    List<Line> lines =
        state.get().processes().stream()
            .map(part -> new Line(part, readiness.isReady(part)))
            .toList();
    boolean all = state.get().ready() && lines.stream().allMatch(Line::ready);
    print(json ? json(state.get(), lines, all) : text(state.get(), lines, all));
    return all ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void print(String text) {
    PrintStream out = surroundings.out();
    out.println(text);
    out.flush();
  }

  private static String text(RunState state, List<Line> lines, boolean all) {
    StringBuilder text = new StringBuilder();
    text.append("Custard %s at %s%n%n".formatted(all ? "is up" : "is not all up", state.url()));
    text.append(ROW.formatted("name", "pid", "port", "since", "ready"));
    for (Line line : lines) {
      RunningPart part = line.part();
      String port = part.port() == 0 ? "-" : Integer.toString(part.port());
      String since = LOCAL_TIME.format(part.startedAt());
      text.append('\n')
          .append(ROW.formatted(part.name(), part.pid(), port, since, line.ready() ? "yes" : "NO"));
    }
    return text.toString();
  }

  private static String json(RunState state, List<Line> lines, boolean all) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("running", true).put("ready", all).put("url", state.url().toString());
    root.put("pid", state.launcherPid()).put("since", state.startedAt().toString());
    ArrayNode processes = root.putArray("processes");
    for (Line line : lines) {
      RunningPart part = line.part();
      ObjectNode process = processes.addObject().put("name", part.name()).put("pid", part.pid());
      process.put("port", part.port() == 0 ? null : (Integer) part.port());
      process.put("since", part.startedAt().toString()).put("ready", line.ready());
    }
    try {
      return Json.MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always writable", e);
    }
  }
}
