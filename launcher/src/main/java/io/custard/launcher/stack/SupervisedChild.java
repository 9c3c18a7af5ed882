package io.custard.launcher.stack;

import io.custard.launcher.home.Home;
import io.custard.launcher.process.ChildGroup;
import io.custard.launcher.process.ChildProcess;
import io.custard.launcher.process.JavaProgram;
import io.custard.launcher.running.RunningPart;
import io.custard.launcher.running.RunningPart.Kind;
import io.custard.launcher.running.StateFile;
import java.util.List;

/** A child JVM: started, written down and a member of its group, each time it is started. */
final class SupervisedChild implements Supervised {
  /** What a JVM ends with when it is out of memory and told to end then. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int FAILED = 1;
  private static final int KILLED = 128;

  private final JavaProgram program;
  private final Home home;
  private final Kind kind;
  private final int port;
  private final ChildGroup group;
  private volatile ChildProcess child;

  private SupervisedChild(JavaProgram program, Home home, Kind kind, int port, ChildGroup group) {
    this.program = program;
    this.home = home;
    this.kind = kind;
    this.port = port;
    this.group = group;
    this.child = ChildProcess.start(program, home);
    group.add(child);
    writeDown();
  }

  static SupervisedChild service(JavaProgram program, Home home, int port, ChildGroup group) {
    return new SupervisedChild(program, home, Kind.SERVICE, port, group);
  }

  static SupervisedChild agent(JavaProgram program, Home home, ChildGroup group) {
    return new SupervisedChild(program, home, Kind.AGENT, 0, group);
  }

  /** The process as it is now. */
  ChildProcess process() {
    return child;
  }

  @Override
  public String name() {
    return program.name();
  }

  @Override
  public boolean isAlive() {
    return child.isAlive();
  }

  @Override
  public int exitCode() {
    return child.exitCode();
  }

  /** An agent that gives up says why by its code and would give up again. */
  @Override
  public boolean mayStartAgain() {
    int code = exitCode();
    return kind != Kind.AGENT || code == FAILED || code == OUT_OF_MEMORY || code > KILLED;
  }

  @Override
  public void startAgain() {
    ChildProcess ended = child;
    child = ChildProcess.startAgain(program, home);
    group.replace(ended, child);
    writeDown();
  }

  @Override
  public List<String> lastWords(int lines) {
    return child.lastWords(lines);
  }

  private void writeDown() {
    RunningPart part = RunningPart.of(program.name(), kind, child.identity(), port);
    new StateFile(home).update(running -> running.with(part));
  }
}
