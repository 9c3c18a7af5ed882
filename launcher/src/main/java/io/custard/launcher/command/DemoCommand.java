package io.custard.launcher.command;

import io.custard.cli.api.RunContext;
import io.custard.launcher.command.Invocation.Demo;
import io.custard.launcher.demo.AskQuestions;
import io.custard.launcher.demo.DemoReport;
import io.custard.launcher.demo.SampleQuestions;
import io.custard.launcher.stack.RunningStack;
import io.custard.launcher.stack.StackOptions;
import java.io.IOException;
import java.util.List;

/** Starts the stack, asks, shows the answers, and stays up unless told otherwise. */
final class DemoCommand {
  private final Demo demo;
  private final Surroundings surroundings;

  DemoCommand(Demo demo, Surroundings surroundings) {
    this.demo = demo;
    this.surroundings = surroundings;
  }

  int run() throws IOException {
    return new RunStack(surroundings)
        .run(StackOptions.on(demo.database(), demo.gateways()), this::use);
  }

  private int use(RunStack.Running running) {
    int code = ask(running.stack()) ? ExitCode.DONE : ExitCode.NOT_ANSWERED;
    if (!demo.exit()) {
      surroundings.progress().print(howToGoOn(running.stack().context()));
      running.untilStopped();
    }
    return code;
  }

  private boolean ask(RunningStack stack) {
    DemoReport report =
        demo.json()
            ? new DemoReport.Lines(surroundings.out())
            : new DemoReport.Text(surroundings.out());
    AskQuestions questions = new AskQuestions(stack.context(), report);
    if (stack.agent().failure().isPresent()) {
      questions.refuse(questions(), stack.agent().failure().get());
      return false;
    }
    surroundings.progress().say("Asking");
    return questions.ask(questions());
  }

  private List<String> questions() {
    if (!demo.asks().isEmpty()) {
      return demo.asks();
    }
    return demo.database().isPresent() ? SampleQuestions.ofAnyDatabase() : SampleQuestions.ofShop();
  }

  static String howToGoOn(RunContext context) {
    return """

    Custard is up:  %s
    Log in as       %s
    Password        %s
    Ask more        ./custard ask "…"   in another terminal
    Stop            Ctrl-C here, or ./custard down
    """
        .formatted(context.url(), context.email(), context.password());
  }
}
